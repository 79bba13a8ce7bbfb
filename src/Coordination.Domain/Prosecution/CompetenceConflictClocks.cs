using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Clocks;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Prosecution;

/// <summary>A conflict of competence that the coordination meeting has not decided in time.</summary>
public static class CompetenceConflictClocks
{
    public static StreamClock Clock { get; } = new StreamClock<CompetenceConflict>(CompetenceConflictDecider.Kind, 1, Running);

    private static IEnumerable<Deadline> Running(CompetenceConflict conflict)
    {
        if (conflict is not { Raised: { } raised, Decided: null })
            yield break;
        var due = conflict.RaisedAt + ServiceLevels.CompetenceDecision;
        yield return new(
            AlertCodes.Competence, "conference", Severity.High, conflict.RaisedAt, due,
            [.. raised.Agencies.Select(Audiences.Agency), Audiences.Agency(Agencies.TaskForce)],
            DeadlineFacts.Of(("step", "conference"), ("unit", conflict.RaisedByUnit), ("due", DeadlineFacts.Say(due))))
        {
            Case = raised.Case, Place = conflict.Place,
        };
    }
}
