using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

/// <summary>What helps the person is never barred by the shield.</summary>
public sealed record LiftEntryBan(EntryBanLifted Fact) : TravelBanCommand;

public static partial class TravelBanDecider
{
    public static Decision<TravelBanEvent> Decide(TravelBan ban, LiftEntryBan command, Envelope envelope) => ban switch
    {
        _ when ban.Direction != BanDirection.Entry => TravelBanRefusals.Unknown,
        _ when NotRequester(ban, envelope.By) is { } refusal => refusal,
        { IsLifted: true } => Unchanged.Value,
        _ when Input.Blank(("reason", command.Fact.Reason)) is { } blank => blank,
        _ => command.Fact,
    };
}
