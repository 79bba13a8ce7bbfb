using Coordination.Domain.Kernel;

namespace Coordination.Domain.Cases;

public sealed record LinkCaseSource(CaseSourceLinked Fact) : CaseCommand;

public static partial class CaseDecider
{
    public static Decision<CaseEvent> Decide(CaseFile file, LinkCaseSource command, Envelope envelope) => file switch
    {
        _ when NotAtWork(file, envelope.By) is { } refusal => refusal,
        _ when file.Sources.Contains(command.Fact.Source.Stream) => Unchanged.Value,
        _ when Input.Blank(("kind", command.Fact.Source.Kind)) is { } blank => blank,
        _ when HiddenFromMembers(envelope.Marking) is { } hidden => hidden,
        _ => command.Fact,
    };
}
