using Coordination.Domain.Kernel;

namespace Coordination.Domain.Prosecution;

public sealed record PayRestitution(RestitutionPaid Fact) : ProsecutionCommand;

public static partial class ProsecutionDecider
{
    public static Decision<ProsecutionEvent> Decide(Matter matter, PayRestitution command, Envelope envelope)
    {
        var fact = command.Fact;
        return matter.RestitutionOf(fact.Victim) switch
        {
            { DecisionNumber: null } => RestitutionRefusals.NotOrdered,
            { Receipts: var receipts } when receipts.Contains(fact.ReceiptNumber, StringComparer.Ordinal) => Unchanged.Value,
            _ when Input.Blank(("receiptNumber", fact.ReceiptNumber)) is { } blank => blank,
            _ when fact.AmountRupiah <= 0 => RestitutionRefusals.AmountMissing,
            var stand when stand.Paid + fact.AmountRupiah > stand.Ordered => RestitutionRefusals.PaidTooMuch,
            _ => fact,
        };
    }
}
