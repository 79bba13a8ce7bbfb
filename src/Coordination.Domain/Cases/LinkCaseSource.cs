using Coordination.Domain.Kernel;

namespace Coordination.Domain.Cases;

public sealed record LinkCaseSource(CaseSourceLinked Fact) : CaseCommand;

public static partial class CaseDecider
{
    /// <summary>
    /// Linked again at a lower level it is a new word: "nothing to do" would tell an officer that there is a link above the own clearance, and those
    /// whom this one is for would never see it.
    /// </summary>
    public static Decision<CaseEvent> Decide(CaseFile file, LinkCaseSource command, Envelope envelope) => file switch
    {
        _ when NotAtWork(file, envelope.By) is { } refusal => refusal,
        _ when file.Sources.TryGetValue(command.Fact.Source.Stream, out var said) && said <= envelope.Marking.Level => Unchanged.Value,
        _ when Input.Blank(("kind", command.Fact.Source.Kind)) is { } blank => blank,
        _ when HiddenFromMembers(envelope.Marking) is { } hidden => hidden,
        _ => command.Fact,
    };
}
