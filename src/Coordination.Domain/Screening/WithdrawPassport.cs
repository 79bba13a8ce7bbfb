using Coordination.Domain.Kernel;

namespace Coordination.Domain.Screening;

public sealed record WithdrawPassport(PassportWithdrawn Fact) : DepartureScreeningCommand;

public static partial class DepartureScreeningDecider
{
    public static Decision<DepartureScreeningEvent> Decide(DepartureScreening encounter, WithdrawPassport command, Envelope envelope)
    {
        var fact = command.Fact with { Traveller = command.Fact.Traveller ?? encounter.Traveller };
        return encounter switch
        {
            _ when Problem(encounter, fact, envelope.By) is { } problem => problem,
            _ when Input.Blank(("receiptNumber", fact.ReceiptNumber)) is { } blank => blank,
            { Withdrawal: { } withdrawal } =>
                withdrawal.ReceiptNumber == fact.ReceiptNumber ? Unchanged.Value : DepartureScreeningRefusals.AlreadyWithdrawn,
            _ => fact,
        };
    }
}
