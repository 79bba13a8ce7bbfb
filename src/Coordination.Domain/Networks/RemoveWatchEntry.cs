using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

public sealed record RemoveWatchEntry(WatchEntryRemoved Fact) : WatchEntryCommand;

public static partial class WatchEntryDecider
{
    /// <summary>One person is enough to stop looking, also before anybody approved.</summary>
    public static Decision<WatchEntryEvent> Decide(WatchEntry entry, RemoveWatchEntry command, Envelope envelope) => entry switch
    {
        { Proposal: null } => WatchEntryRefusals.NotProposed,
        _ when !Keeps(entry, envelope.By) => WatchEntryRefusals.OtherAgency,
        { End: not null } => Unchanged.Value,
        _ when Input.Blank(("reason", command.Fact.Reason)) is { } blank => blank,
        _ => command.Fact with { Person = entry.Proposal.Person, Contact = entry.Proposal.Contact },
    };
}
