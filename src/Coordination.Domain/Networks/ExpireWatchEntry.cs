using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

/// <summary>The product's own command.</summary>
public sealed record ExpireWatchEntry(WatchEntryExpired Fact) : WatchEntryCommand;

public static partial class WatchEntryDecider
{
    /// <summary>An entry that was extended while its end was being written goes on.</summary>
    public static Decision<WatchEntryEvent> Decide(WatchEntry entry, ExpireWatchEntry command, Envelope envelope) => entry switch
    {
        { EndsAt: null } => WatchEntryRefusals.NotProposed,
        { End: not null } => Unchanged.Value,
        _ when entry.ValidUntil != command.Fact.ValidUntil || envelope.RecordedAt < entry.EndsAt => WatchEntryRefusals.StillRuns,
        _ => command.Fact,
    };
}
