using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

/// <summary>What helps the person is never barred by the shield.</summary>
public sealed record LiftExitBan(ExitBanLifted Fact) : TravelBanCommand;

public static partial class TravelBanDecider
{
    public static Decision<TravelBanEvent> Decide(TravelBan ban, LiftExitBan command, Envelope envelope) => ban switch
    {
        _ when ban.Direction != BanDirection.Exit => TravelBanRefusals.Unknown,
        _ when NotRequester(ban, envelope.By) is { } refusal => refusal,
        { IsLifted: true } => Unchanged.Value,
        { IsOver: true } => TravelBanRefusals.Over,
        _ when Input.Blank(("reason", command.Fact.Reason)) is { } blank => blank,
        _ => command.Fact,
    };
}
