using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

/// <summary>The product's own command, when some agency says that the person is a suspected victim.</summary>
public sealed record SuspendTravelBan(TravelBanSuspended Fact) : TravelBanCommand;

public static partial class TravelBanDecider
{
    /// <summary>Also a request that nobody has entered yet: what may not be entered any more is no request.</summary>
    public static Decision<TravelBanEvent> Decide(TravelBan ban, SuspendTravelBan command) => ban switch
    {
        _ when ban.Direction == BanDirection.None => TravelBanRefusals.Unknown,
        _ when ban.Person != command.Fact.Person => TravelBanRefusals.OtherPerson,
        _ when !VictimShield.Covers(command.Fact.Status) => TravelBanRefusals.NotShielded,
        { IsOver: true } => Unchanged.Value,
        _ => command.Fact,
    };
}
