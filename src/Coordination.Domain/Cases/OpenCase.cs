using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Cases;

public sealed record OpenCase(CaseOpened Fact) : CaseCommand;

public static partial class CaseDecider
{
    /// <summary>The opener and the task force are members whether named or not: a joint case without a secretariat gets lost.</summary>
    public static Decision<CaseEvent> Decide(CaseFile file, OpenCase command, Envelope envelope)
    {
        var fact = command.Fact;
        return file switch
        {
            { Status: not CaseStatus.None } => file.OpenedBy == envelope.By.Agency && file.Title == fact.Title ? Unchanged.Value : CaseRefusals.Exists,
            _ when Input.Blank(("title", fact.Title), ("summary", fact.Summary)) is { } blank => blank,
            _ when string.IsNullOrWhiteSpace(fact.Number) => CaseRefusals.NumberMissing,
            _ when fact.Members.Select(Agencies.Missing).FirstOrDefault(no => no is not null) is { } unknown => unknown,
            _ => fact with
            {
                Members = [.. fact.Members.Union([envelope.By.Agency, Agencies.TaskForce], StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                Sources = [.. fact.Sources.DistinctBy(source => source.Stream)],
                Subjects = [.. fact.Subjects.DistinctBy(subject => subject.Person)],
            },
        };
    }
}
