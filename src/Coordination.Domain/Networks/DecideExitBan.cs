using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Networks;

public sealed record DecideExitBan(ExitBanDecided Fact) : PunitiveBanCommand;

public static partial class TravelBanDecider
{
    public static Decision<TravelBanEvent> Decide(TravelBan ban, DecideExitBan command, Envelope envelope)
    {
        var fact = command.Fact;
        return ban switch
        {
            _ when ban.Direction != BanDirection.None && Barred(ban, BanDirection.Exit, command) is { } refusal => refusal,
            _ when VictimShield.Covers(command.PersonStatus) => TravelBanRefusals.VictimShield,
            _ when ban.Requester is not null && NotRequester(ban, envelope.By) is { } refusal => refusal,
            _ when ban.Person is { } person && person != fact.Person => TravelBanRefusals.OtherPerson,
            { Until: not null } => ban.DecreeNumber == fact.DecreeNumber ? Unchanged.Value : TravelBanRefusals.DecidedOtherwise,
            _ when envelope.OccurredAt >= ban.DecisionDue => TravelBanRefusals.DecisionTooLate,
            _ when Input.Blank(("decreeNumber", fact.DecreeNumber), ("reason", fact.Reason)) is { } blank => blank,
            _ when fact.Until < fact.From || fact.Until < envelope.Day => TravelBanRefusals.PeriodReversed,
            _ when fact.Until > fact.From.AddMonths(ServiceLevels.ExitBanMonths) => TravelBanRefusals.ExitTooLong,
            _ => fact,
        };
    }
}
