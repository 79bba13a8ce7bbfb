using Coordination.Domain.Kernel;

namespace Coordination.Domain.Prosecution;

public sealed record ClaimRestitution(RestitutionClaimed Fact) : ProsecutionCommand;

public static partial class ProsecutionDecider
{
    /// <summary>The claim goes with the prosecutor's demand (UU 21/2007 Ps 48); a later one is recorded as late, since the victim loses enough by it.</summary>
    public static Decision<ProsecutionEvent> Decide(Matter matter, ClaimRestitution command, Envelope envelope)
    {
        var fact = command.Fact;
        return matter.RestitutionOf(fact.Victim) switch
        {
            { ClaimNumber: { } number } => number == fact.ClaimNumber ? Unchanged.Value : RestitutionRefusals.AlreadyClaimed,
            _ when matter.Stage == MatterStage.None => ProsecutionRefusals.NoReport,
            { AssessmentNumber: null } => RestitutionRefusals.NotAssessed,
            _ when matter.Stage == MatterStage.Judged => RestitutionRefusals.AfterVerdict,
            _ when matter.Stage == MatterStage.Terminated => CaseFileRefusals.Terminated,
            _ when Input.Blank(("claimNumber", fact.ClaimNumber)) is { } blank => blank,
            _ when fact.AmountRupiah <= 0 => RestitutionRefusals.AmountMissing,
            _ => fact with { AfterDemand = matter.DemandOn < envelope.Day },
        };
    }
}
