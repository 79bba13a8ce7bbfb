using Coordination.Domain.Kernel;

namespace Coordination.Domain.Prosecution;

public static class RestitutionRefusals
{
    public static readonly Refusal AmountMissing =
        new("restitution.amount_missing", "Restitution is a positive amount in whole rupiah.", RefusalKind.Invalid);

    public static readonly Refusal NotAssessed = new("restitution.not_assessed", "Nothing was assessed for this victim yet.");

    public static readonly Refusal AlreadyClaimed = new("restitution.already_claimed", "It was claimed under another number.");

    public static readonly Refusal AfterVerdict = new("restitution.after_verdict", "The verdict was rendered; the claim had to come before.");

    public static readonly Refusal NotJudged = new("restitution.not_judged", "There is no verdict yet.");

    public static readonly Refusal NotClaimed = new("restitution.not_claimed", "Nothing was claimed for this victim.");

    public static readonly Refusal AlreadyOrdered = new("restitution.already_ordered", "It was ordered under another number.");

    public static readonly Refusal NotOrdered = new("restitution.not_ordered", "Nothing was ordered for this victim.");

    public static readonly Refusal PaidTooMuch =
        new("restitution.paid_too_much", "The payments would be more than what was ordered.", RefusalKind.Invalid);
}
