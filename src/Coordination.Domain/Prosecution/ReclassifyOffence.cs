using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Prosecution;

public sealed record ReclassifyOffence(OffenceReclassified Fact) : ProsecutionCommand;

public static partial class ProsecutionDecider
{
    /// <summary>Moves the competence, never the evidence: whoever goes on finds all that was gathered.</summary>
    public static Decision<ProsecutionEvent> Decide(Matter matter, ReclassifyOffence command, Envelope envelope)
    {
        var fact = command.Fact;
        return matter switch
        {
            { Stage: MatterStage.None } => ProsecutionRefusals.NoReport,
            _ when !IsUnit(matter, envelope.By) => ProsecutionRefusals.OtherUnit,
            { Stage: MatterStage.Terminated } => CaseFileRefusals.Terminated,
            { Reclassified: { } last } when Same(last, fact) => Unchanged.Value,
            { Stage: > MatterStage.Returned } => CaseFileRefusals.AlreadyComplete,
            _ when Input.Blank(("reason", fact.Reason)) is { } blank => blank,
            _ when fact.From == fact.To => ProsecutionRefusals.SameOffence,
            _ when fact.From != matter.Offence => ProsecutionRefusals.OffenceDiffers with { Details = [matter.Offence.ToString()] },
            _ when Units.Unreachable(envelope.RecordedAt, fact.CompetentAgency, fact.CompetentUnit) is { } unknown => unknown,
            _ when !Competence.Investigates(fact.CompetentAgency, fact.To) => ProsecutionRefusals.NotCompetent,
            _ => fact,
        };
    }

    private static bool Same(OffenceReclassified one, OffenceReclassified other) =>
        (one.From, one.To, one.CompetentAgency, one.CompetentUnit, one.Reason)
        == (other.From, other.To, other.CompetentAgency, other.CompetentUnit, other.Reason) && Input.Same(one.Articles, other.Articles);
}
