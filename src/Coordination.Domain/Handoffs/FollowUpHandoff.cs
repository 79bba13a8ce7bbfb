using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Handoffs;

public sealed record FollowUpHandoff(HandoffFollowedUp Fact) : HandoffCommand;

public static partial class HandoffDecider
{
    public static Decision<HandoffEvent> Decide(Handoff handoff, FollowUpHandoff command, Envelope envelope) => handoff.Status switch
    {
        HandoffStatus.None => HandoffRefusals.Unknown,
        _ when !IsSender(handoff, envelope.By) && !IsReceiver(handoff, envelope.By) && envelope.By.Agency != Agencies.TaskForce =>
            HandoffRefusals.NotSender,
        not HandoffStatus.Declined => HandoffRefusals.NotDeclined,
        _ when handoff.FollowUp is { } last => last == command.Fact ? Unchanged.Value : HandoffRefusals.FollowedUp,
        _ when command.Fact is { Conflict: null, Handoff: null } => HandoffRefusals.FollowUpEmpty,
        _ => command.Fact,
    };
}
