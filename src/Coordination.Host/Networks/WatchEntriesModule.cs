using Coordination.Domain.Networks;
using Coordination.Host.Commands;
using Coordination.Host.Security;

namespace Coordination.Host.Networks;

/// <summary>The watch-list over HTTP.</summary>
internal static class WatchEntriesModule
{
    public static void Map(RouteGroupBuilder api)
    {
        var entries = api.MapGroup("watch-entries").WithTags("Watch entries").RequireAuthorization(Permissions.Work);
        entries.MapNewFact<WatchEntryProposed>("", "proposeWatchEntry", "Propose to look out for a person or a thing.");
        entries.MapFact<WatchEntryApproved>("PUT", "{id:guid}/approval", "approveWatchEntry", "Agree as the second person, and say until when.");
        entries.MapFact<WatchHit>("POST", "{id:guid}/hits", "recordWatchHit", "Record that it was met.");
        entries.MapFact<WatchReviewed>("POST", "{id:guid}/reviews", "reviewWatchHit", "Say what a hit came to: Confirmed, False or Benign.");
        entries.MapFact<WatchEntryExtended>("POST", "{id:guid}/extension", "extendWatchEntry", "Let it run longer, as the second person.");
        entries.MapFact<WatchEntryRemoved>("PUT", "{id:guid}/removal", "removeWatchEntry", "Stop looking out, with the reason.");
    }
}
