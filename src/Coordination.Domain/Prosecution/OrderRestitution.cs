using Coordination.Domain.Kernel;

namespace Coordination.Domain.Prosecution;

public sealed record OrderRestitution(RestitutionOrdered Fact) : ProsecutionCommand;

public static partial class ProsecutionDecider
{
    public static Decision<ProsecutionEvent> Decide(Matter matter, OrderRestitution command, Envelope envelope)
    {
        var fact = command.Fact;
        return matter.RestitutionOf(fact.Victim) switch
        {
            _ when matter.Court is null => CaseFileRefusals.NotIndicted,
            _ when matter.Court != envelope.By.Unit => CaseFileRefusals.OtherCourt,
            { DecisionNumber: { } number } => number == fact.DecisionNumber ? Unchanged.Value : RestitutionRefusals.AlreadyOrdered,
            _ when matter.Stage != MatterStage.Judged => RestitutionRefusals.NotJudged,
            { ClaimNumber: null } => RestitutionRefusals.NotClaimed,
            _ when Input.Blank(("decisionNumber", fact.DecisionNumber)) is { } blank => blank,
            _ when fact.AmountRupiah <= 0 => RestitutionRefusals.AmountMissing,
            _ => fact,
        };
    }
}
