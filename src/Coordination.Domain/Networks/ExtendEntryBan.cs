using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

public sealed record ExtendEntryBan(EntryBanExtended Fact) : PunitiveBanCommand;

public static partial class TravelBanDecider
{
    public static Decision<TravelBanEvent> Decide(TravelBan ban, ExtendEntryBan command, Envelope envelope)
    {
        var fact = command.Fact;
        return ban switch
        {
            _ when Barred(ban, BanDirection.Entry, command) is { } refusal => refusal,
            _ when NotRequester(ban, envelope.By) is { } refusal => refusal,
            { EntryNumber: null } => TravelBanRefusals.NotEntered,
            _ when (ban.ExtensionNumber, ban.Until) == (fact.DecreeNumber, fact.Until) => Unchanged.Value,
            _ when ban.Until < envelope.Day => TravelBanRefusals.Over,
            _ when Input.Blank(("decreeNumber", fact.DecreeNumber), ("reason", fact.Reason)) is { } blank => blank,
            _ when fact.Until <= ban.Until => TravelBanRefusals.NotLonger,
            _ when BadEntryPeriod(fact.Until, envelope.Day) is { } refusal => refusal,
            _ => fact,
        };
    }
}
