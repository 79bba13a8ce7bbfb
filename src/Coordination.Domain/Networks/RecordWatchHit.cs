using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

public sealed record RecordWatchHit(WatchHit Fact) : WatchEntryCommand;

public static partial class WatchEntryDecider
{
    public static Decision<WatchEntryEvent> Decide(WatchEntry entry, RecordWatchHit command, Envelope envelope) => entry switch
    {
        { Proposal: null } => WatchEntryRefusals.NotProposed,
        _ when Input.Blank(("hitNumber", command.Fact.HitNumber)) is { } blank => blank,
        _ when entry.FindHit(command.Fact.HitNumber) is { } known => known.Unit == envelope.By.Unit && known.Agency == envelope.By.Agency
            ? Unchanged.Value
            : WatchEntryRefusals.HitExists,
        _ when !entry.WasActiveAt(envelope) => WatchEntryRefusals.NotActive,
        _ => command.Fact,
    };
}
