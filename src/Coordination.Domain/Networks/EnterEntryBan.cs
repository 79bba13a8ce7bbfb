using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

public sealed record EnterEntryBan(EntryBanEntered Fact) : PunitiveBanCommand;

public static partial class TravelBanDecider
{
    public static Decision<TravelBanEvent> Decide(TravelBan ban, EnterEntryBan command, Envelope envelope) => ban switch
    {
        _ when Barred(ban, BanDirection.Entry, command) is { } refusal => refusal,
        { EntryNumber: { } number } => number == command.Fact.EntryNumber ? Unchanged.Value : TravelBanRefusals.EnteredOtherwise,
        _ when Input.Blank(("entryNumber", command.Fact.EntryNumber)) is { } blank => blank,
        _ when BadEntryPeriod(command.Fact.Until, envelope.Day) is { } refusal => refusal,
        _ => command.Fact,
    };
}
