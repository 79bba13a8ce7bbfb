using System.Diagnostics;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Handoffs;

/// <summary>A wish about a handoff; carries the fact that it asks to record.</summary>
public abstract record HandoffCommand;

public static partial class HandoffDecider
{
    public static StreamKind<Handoff, HandoffEvent, HandoffCommand> Kind { get; } =
        new("handoff", Handoff.None, Handoff.Evolve, Decide, CommandFor, handoff => Persona.Each(handoff.Subject), Readers);

    public static Decision<HandoffEvent> Decide(Handoff handoff, HandoffCommand command, Envelope envelope) => command switch
    {
        ProposeHandoff propose => Decide(handoff, propose, envelope),
        DispatchHandoff dispatch => Decide(handoff, dispatch, envelope),
        HandToProtection hand => Decide(handoff, hand, envelope),
        HandToPolice hand => Decide(handoff, hand, envelope),
        ReceiveHandoff receive => Decide(handoff, receive, envelope),
        AcceptHandoff accept => Decide(handoff, accept, envelope),
        ReturnHandoff giveBack => Decide(handoff, giveBack, envelope),
        SupplementHandoff supplement => Decide(handoff, supplement, envelope),
        DeclineHandoff decline => Decide(handoff, decline, envelope),
        WithdrawHandoff withdraw => Decide(handoff, withdraw, envelope),
        FollowUpHandoff follow => Decide(handoff, follow, envelope),
        _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
    };

    public static HandoffCommand CommandFor(HandoffEvent fact) => fact switch
    {
        HandoffProposed e => new ProposeHandoff(e),
        HandoffDispatched e => new DispatchHandoff(e),
        TravellerHandedToProtection e => new HandToProtection(e),
        FacilitatorHandedToPolice e => new HandToPolice(e),
        HandoffReceived e => new ReceiveHandoff(e),
        HandoffAccepted e => new AcceptHandoff(e),
        HandoffReturned e => new ReturnHandoff(e),
        HandoffSupplemented e => new SupplementHandoff(e),
        HandoffDeclined e => new DeclineHandoff(e),
        HandoffWithdrawn e => new WithdrawHandoff(e),
        HandoffFollowedUp e => new FollowUpHandoff(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };

    /// <summary>Both sides read all of it, and the task force, which watches the clock.</summary>
    private static IEnumerable<string> Readers(Handoff handoff) =>
    [
        Audiences.Agency(handoff.FromAgency), Audiences.Unit(handoff.To.Agency, handoff.To.Unit), Audiences.Agency(Agencies.TaskForce),
    ];

    /// <summary>An officer of the unit, or who is named for its desk, from whatever unit of the agency.</summary>
    private static bool IsReceiver(Handoff handoff, Officer by) => by.SitsAt(handoff.To.Agency, handoff.To.Unit, handoff.To.Desk);

    private static bool IsSender(Handoff handoff, Officer by) => by.Agency == handoff.FromAgency && by.Unit == handoff.FromUnit;

    /// <summary>
    /// Why the receiving desk cannot answer now; null when it can. Who asks comes first: a stranger learns nothing of the state.
    /// </summary>
    private static Refusal? CannotAnswer(Handoff handoff, Officer by) => handoff.Status switch
    {
        HandoffStatus.None => HandoffRefusals.Unknown,
        _ when !IsReceiver(handoff, by) => HandoffRefusals.NotReceiver,
        HandoffStatus.Proposed => HandoffRefusals.NotDispatched,
        HandoffStatus.Returned => HandoffRefusals.WithSender,
        _ when handoff.IsClosed => HandoffRefusals.Closed,
        _ => null,
    };
}
