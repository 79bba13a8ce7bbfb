using System.Diagnostics;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Prosecution;

/// <summary>A wish about a conflict of competence; carries the fact that it asks to record.</summary>
public abstract record CompetenceConflictCommand;

public static partial class CompetenceConflictDecider
{
    public static StreamKind<CompetenceConflict, CompetenceConflictEvent, CompetenceConflictCommand> Kind { get; } =
        new("competence_conflict", CompetenceConflict.None, CompetenceConflict.Evolve, Decide, CommandFor, readers: Readers);

    public static Decision<CompetenceConflictEvent> Decide(CompetenceConflict conflict, CompetenceConflictCommand command, Envelope envelope) =>
        command switch
        {
            RaiseCompetenceConflict c => Decide(conflict, c, envelope),
            DecideCompetenceConflict c => Decide(conflict, c, envelope),
            _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
        };

    public static CompetenceConflictCommand CommandFor(CompetenceConflictEvent fact) => fact switch
    {
        CompetenceConflictRaised e => new RaiseCompetenceConflict(e),
        CompetenceConflictDecided e => new DecideCompetenceConflict(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };

    /// <summary>Those who differ, and the task force, whose meeting decides.</summary>
    private static IEnumerable<string> Readers(CompetenceConflict conflict) =>
        [.. (conflict.Raised?.Agencies ?? []).Select(Audiences.Agency), Audiences.Agency(Agencies.TaskForce)];
}
