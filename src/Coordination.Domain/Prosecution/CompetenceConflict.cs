using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Prosecution;

/// <summary>A question of competence and its answer.</summary>
public sealed record CompetenceConflict
{
    public static CompetenceConflict None { get; } = new();

    public CompetenceConflictRaised? Raised { get; private init; }

    public DateTimeOffset RaisedAt { get; private init; }

    public string RaisedByAgency { get; private init; } = "";

    public string RaisedByUnit { get; private init; } = "";

    public string? Place { get; private init; }

    public CompetenceConflictDecided? Decided { get; private init; }

    public static CompetenceConflict Evolve(CompetenceConflict conflict, CompetenceConflictEvent happened, Envelope envelope) => happened switch
    {
        CompetenceConflictRaised e => conflict with
        {
            Raised = e, RaisedAt = envelope.OccurredAt, RaisedByAgency = envelope.By.Agency, RaisedByUnit = envelope.By.Unit, Place = envelope.Place,
        },
        CompetenceConflictDecided e => conflict with { Decided = e },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of a conflict of competence."),
    };
}
