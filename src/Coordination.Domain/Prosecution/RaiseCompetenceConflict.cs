using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Prosecution;

public sealed record RaiseCompetenceConflict(CompetenceConflictRaised Fact) : CompetenceConflictCommand;

public static partial class CompetenceConflictDecider
{
    public static Decision<CompetenceConflictEvent> Decide(CompetenceConflict conflict, RaiseCompetenceConflict command, Envelope envelope)
    {
        var fact = command.Fact with { Agencies = [.. command.Fact.Agencies.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] };
        return conflict.Raised switch
        {
            { } raised => Input.Same(raised.Agencies, fact.Agencies) && (raised.Handoff, raised.Matter) == (fact.Handoff, fact.Matter)
                ? Unchanged.Value
                : CompetenceConflictRefusals.Exists,
            _ when Input.Blank(("reason", fact.Reason)) is { } blank => blank,
            _ when fact.Agencies.Select(Agencies.Missing).FirstOrDefault(missing => missing is not null) is { } unknown => unknown,
            _ when fact.Agencies.Count < 2 => CompetenceConflictRefusals.TwoAgencies,
            _ when (fact.Handoff, fact.Matter, fact.Case) is (null, null, null) => CompetenceConflictRefusals.AboutNothing,
            _ => fact,
        };
    }
}
