using Coordination.Domain.Networks;
using Coordination.Host.Commands;
using Coordination.Host.Security;

namespace Coordination.Host.Networks;

/// <summary>Exit and entry bans over HTTP.</summary>
internal static class TravelBansModule
{
    public static void Map(RouteGroupBuilder api)
    {
        var bans = api.MapGroup("travel-bans").WithTags("Travel bans").RequireAuthorization(Permissions.Work);
        bans.MapNewFact<UrgentExitBanRequested>("urgent-exit", "requestUrgentExitBan", "Ask the checkpoints straight to stop a person; the law gives 20 days for the decision.");
        bans.MapNewFact<ExitBanDecided>("exit", "decideExitBan", "Decide an exit ban without an urgent request before it.");
        bans.MapNewFact<EntryBanRequested>("entry", "requestEntryBan", "Ask for an entry ban.");
        bans.MapFact<ExitBanEntered>("PUT", "{id:guid}/exit-entry", "enterExitBan", "Say that it stands in the border's list.");
        bans.MapFact<ExitBanDecided>("PUT", "{id:guid}/decision", "decideUrgentExitBan", "Decide formally after an urgent request.");
        bans.MapFact<ExitBanExtended>("POST", "{id:guid}/exit-extension", "extendExitBan", "Extend it once, at least three days before its last day.");
        bans.MapFact<ExitBanLifted>("PUT", "{id:guid}/exit-lifting", "liftExitBan", "Lift it before its time.");
        bans.MapFact<EntryBanEntered>("PUT", "{id:guid}/entry-entry", "enterEntryBan", "Say that it stands in the border's list.");
        bans.MapFact<EntryBanExtended>("POST", "{id:guid}/entry-extension", "extendEntryBan", "Extend it by at most ten years.");
        bans.MapFact<EntryBanLifted>("PUT", "{id:guid}/entry-lifting", "liftEntryBan", "Lift it before its time.");
    }
}
