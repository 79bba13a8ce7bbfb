using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

public sealed record GiveLivelihoodGrant(LivelihoodGrantGiven Fact) : ProtectionCommand;

public static partial class ProtectionDecider
{
    public static Decision<ProtectionEvent> Decide(Protection protection, GiveLivelihoodGrant command, Envelope envelope) => protection switch
    {
        _ when Unserved(protection, ServiceKind.Reintegration) is { } refusal => refusal,
        { Reintegration: null } => ProtectionRefusals.NoReintegrationPlan,
        _ when command.Fact.Rupiah <= 0 => ProtectionRefusals.AmountOutOfRange,
        _ when Input.Blank(("receiptNumber", command.Fact.ReceiptNumber), ("purpose", command.Fact.Purpose)) is { } blank => blank,
        _ when IsToldAgain(protection, command.Fact, envelope) => Unchanged.Value,
        _ => command.Fact,
    };
}
