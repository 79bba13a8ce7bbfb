using Coordination.Domain.Kernel;

namespace Coordination.Domain.Handoffs;

public sealed record WithdrawHandoff(HandoffWithdrawn Fact) : HandoffCommand;

public static partial class HandoffDecider
{
    public static Decision<HandoffEvent> Decide(Handoff handoff, WithdrawHandoff command, Envelope envelope) => handoff.Status switch
    {
        HandoffStatus.None => HandoffRefusals.Unknown,
        _ when !IsSender(handoff, envelope.By) => HandoffRefusals.NotSender,
        HandoffStatus.Withdrawn => Unchanged.Value,
        _ when handoff.IsClosed => HandoffRefusals.Closed,
        _ when Input.Blank(("reason", command.Fact.Reason)) is { } blank => blank,
        _ => command.Fact,
    };
}
