using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Prosecution;

public sealed record DecideCompetenceConflict(CompetenceConflictDecided Fact) : CompetenceConflictCommand;

public static partial class CompetenceConflictDecider
{
    public static Decision<CompetenceConflictEvent> Decide(CompetenceConflict conflict, DecideCompetenceConflict command, Envelope envelope)
    {
        var fact = command.Fact;
        return conflict switch
        {
            { Raised: null } => CompetenceConflictRefusals.Unknown,
            _ when !IsChair(envelope.By) => CompetenceConflictRefusals.NotChair,
            { Decided: { } last } => last == fact ? Unchanged.Value : CompetenceConflictRefusals.Decided,
            _ when Input.Blank(("chairedBy", fact.ChairedBy), ("reason", fact.Reason)) is { } blank => blank,
            _ when Units.Unreachable(envelope.RecordedAt, fact.CompetentAgency, fact.CompetentUnit) is { } unknown => unknown,
            _ when !Competence.Investigates(fact.CompetentAgency, fact.Offence) => CompetenceConflictRefusals.NotCompetent,
            _ => fact,
        };
    }

    /// <summary>What the meeting decided may also come from the system of the secretariat that keeps its minutes.</summary>
    private static bool IsChair(Officer by) =>
        by.Role is OfficerRole.Coordinator or OfficerRole.UnitHead || (by.Agency, by.Role) == (Agencies.TaskForce, OfficerRole.SystemClient);
}
