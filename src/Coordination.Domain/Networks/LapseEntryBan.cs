using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

/// <summary>The product's own command.</summary>
public sealed record LapseEntryBan(EntryBanLapsed Fact) : TravelBanCommand;

public static partial class TravelBanDecider
{
    public static Decision<TravelBanEvent> Decide(TravelBan ban, LapseEntryBan command, Envelope envelope) => ban switch
    {
        _ when ban.Direction != BanDirection.Entry => TravelBanRefusals.Unknown,
        { IsOver: true } => Unchanged.Value,
        _ when ban.Lapse is not { } lapse || ban.Until != command.Fact.Until || envelope.RecordedAt < lapse.Due => TravelBanRefusals.StillRuns,
        _ => command.Fact,
    };
}
