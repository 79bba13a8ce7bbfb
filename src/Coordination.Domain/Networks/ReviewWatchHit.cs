using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

public sealed record ReviewWatchHit(WatchReviewed Fact) : WatchEntryCommand;

public static partial class WatchEntryDecider
{
    /// <summary>Whoever met it says what it came to, or whoever keeps the entry; also after the entry has ended.</summary>
    public static Decision<WatchEntryEvent> Decide(WatchEntry entry, ReviewWatchHit command, Envelope envelope)
    {
        var hit = entry.FindHit(command.Fact.HitNumber);
        return entry switch
        {
            { Proposal: null } => WatchEntryRefusals.NotProposed,
            _ when hit is null => WatchEntryRefusals.UnknownHit,
            _ when !Keeps(entry, envelope.By) && (hit.Agency, hit.Unit) != (envelope.By.Agency, envelope.By.Unit) => WatchEntryRefusals.NotReviewer,
            _ when hit.Outcome is { } outcome => outcome == command.Fact.Outcome ? Unchanged.Value : WatchEntryRefusals.Reviewed,
            _ when Input.Blank(("feedback", command.Fact.Feedback)) is { } blank => blank,
            _ => command.Fact,
        };
    }
}
