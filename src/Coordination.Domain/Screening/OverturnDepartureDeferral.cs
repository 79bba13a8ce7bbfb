using Coordination.Domain.Kernel;

namespace Coordination.Domain.Screening;

public sealed record OverturnDepartureDeferral(DepartureDeferralOverturned Fact) : DepartureScreeningCommand;

public static partial class DepartureScreeningDecider
{
    public static Decision<DepartureScreeningEvent> Decide(
        DepartureScreening encounter, OverturnDepartureDeferral command, Envelope envelope) => encounter switch
    {
        { Deferral: null } => DepartureScreeningRefusals.NotDeferred,
        _ when Problem(encounter, command.Fact, envelope.By) is { } problem => problem,
        { IsOverturned: true } => Unchanged.Value,
        _ when !encounter.HoldsOn(envelope.Day) => DepartureScreeningRefusals.Lapsed,
        _ when Input.Blank(("reason", command.Fact.Reason)) is { } blank => blank,
        _ => command.Fact with { Traveller = encounter.Traveller },
    };
}
