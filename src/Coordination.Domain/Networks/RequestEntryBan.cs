using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Networks;

public sealed record RequestEntryBan(EntryBanRequested Fact) : PunitiveBanCommand;

public static partial class TravelBanDecider
{
    public static Decision<TravelBanEvent> Decide(TravelBan ban, RequestEntryBan command, Envelope envelope) => ban switch
    {
        { Direction: not BanDirection.None } => (ban.RequestNumber, ban.Person) == (command.Fact.RequestNumber, command.Fact.Person)
            ? Unchanged.Value
            : TravelBanRefusals.Exists,
        _ when VictimShield.Covers(command.PersonStatus) => TravelBanRefusals.VictimShield,
        _ when Input.Blank(("requestNumber", command.Fact.RequestNumber), ("reason", command.Fact.Reason)) is { } blank => blank,
        _ when BadEntryPeriod(command.Fact.Until, envelope.Day) is { } refusal => refusal,
        _ => command.Fact,
    };

    private static Refusal? BadEntryPeriod(DateOnly until, DateOnly today) => until switch
    {
        _ when until < today => TravelBanRefusals.PeriodReversed,
        _ when until > today.AddYears(ServiceLevels.EntryBanYears) => TravelBanRefusals.EntryTooLong,
        _ => null,
    };
}
