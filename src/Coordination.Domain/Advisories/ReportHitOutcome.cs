using Coordination.Domain.Kernel;

namespace Coordination.Domain.Advisories;

public sealed record ReportHitOutcome(HitOutcomeReported Fact) : TpiAdvisoryCommand;

public static partial class TpiAdvisoryDecider
{
    /// <summary>Also after the advisory has ended: what was met on its last evening is told on the next morning.</summary>
    public static Decision<TpiAdvisoryEvent> Decide(TpiAdvisory advisory, ReportHitOutcome command, Envelope envelope)
    {
        var hit = advisory.FindHit(command.Fact.HitNumber);
        return advisory switch
        {
            { Publication: null } => TpiAdvisoryRefusals.Unknown,
            _ when hit is null => TpiAdvisoryRefusals.UnknownHit,
            _ when !Speaks(envelope.By, hit.Checkpoint) => TpiAdvisoryRefusals.OtherCheckpoint,
            _ when hit.Outcome is { } outcome => outcome == command.Fact.Outcome ? Unchanged.Value : TpiAdvisoryRefusals.OutcomeReported,
            _ when Input.Blank(("explanation", command.Fact.Explanation)) is { } blank => blank,
            _ => command.Fact,
        };
    }
}
