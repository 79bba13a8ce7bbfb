using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Networks;

public sealed record ExtendExitBan(ExitBanExtended Fact) : PunitiveBanCommand;

public static partial class TravelBanDecider
{
    public static Decision<TravelBanEvent> Decide(TravelBan ban, ExtendExitBan command, Envelope envelope)
    {
        var fact = command.Fact;
        return ban switch
        {
            _ when Barred(ban, BanDirection.Exit, command) is { } refusal => refusal,
            _ when NotRequester(ban, envelope.By) is { } refusal => refusal,
            { Until: null } => TravelBanRefusals.NotDecided,
            { IsExtended: true } => (ban.ExtensionNumber, ban.Until) == (fact.DecreeNumber, fact.Until) ? Unchanged.Value : TravelBanRefusals.AlreadyExtended,
            _ when Input.Blank(("decreeNumber", fact.DecreeNumber), ("reason", fact.Reason)) is { } blank => blank,
            _ when envelope.Day > ban.ExtendBy => TravelBanRefusals.ExtensionTooLate,
            _ when fact.Until <= ban.Until => TravelBanRefusals.NotLonger,
            _ when fact.Until > ban.Until.Value.AddMonths(ServiceLevels.ExitBanMonths) => TravelBanRefusals.ExitTooLong,
            _ => fact,
        };
    }
}
