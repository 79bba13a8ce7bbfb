using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

/// <summary>The product's own command.</summary>
public sealed record LapseExitBan(ExitBanLapsed Fact) : TravelBanCommand;

public static partial class TravelBanDecider
{
    public static Decision<TravelBanEvent> Decide(TravelBan ban, LapseExitBan command, Envelope envelope) => ban switch
    {
        _ when ban.Direction != BanDirection.Exit => TravelBanRefusals.Unknown,
        { IsOver: true } => Unchanged.Value,
        _ when ban.Lapse is not { } lapse || lapse.Ground != command.Fact.Ground || envelope.RecordedAt < lapse.Due => TravelBanRefusals.StillRuns,
        _ => command.Fact,
    };
}
