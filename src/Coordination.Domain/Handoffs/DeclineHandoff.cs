using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Handoffs;

public sealed record DeclineHandoff(HandoffDeclined Fact) : HandoffCommand;

public static partial class HandoffDecider
{
    public static Decision<HandoffEvent> Decide(Handoff handoff, DeclineHandoff command, Envelope envelope) => handoff.Status switch
    {
        HandoffStatus.Declined when IsReceiver(handoff, envelope.By) => Unchanged.Value,
        _ when CannotAnswer(handoff, envelope.By) is { } refusal => refusal,
        _ when Input.Blank(("reason", command.Fact.Reason)) is { } blank => blank,
        _ when command.Fact.CompetentAgency is { } agency && Agencies.Missing(agency) is { } unknown => unknown,
        _ => command.Fact,
    };
}
