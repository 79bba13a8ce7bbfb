using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

/// <param name="PersonStatus">What any agency holds about the person as victim, at this moment.</param>
public sealed record ProposeWatchEntry(WatchEntryProposed Fact, VictimStatus PersonStatus = VictimStatus.NotAssessed) : WatchEntryCommand;

public static partial class WatchEntryDecider
{
    public static Decision<WatchEntryEvent> Decide(WatchEntry entry, ProposeWatchEntry command, Envelope envelope)
    {
        var fact = command.Fact;
        return entry switch
        {
            { Proposal: { } proposal } => Target(proposal) == Target(fact) ? Unchanged.Value : WatchEntryRefusals.Exists,
            _ when Input.Blank(("reason", fact.Reason), ("action", fact.Action)) is { } blank => blank,
            _ when !FitsKind(fact) => WatchEntryRefusals.TargetMismatch,
            _ when fact.Kind == WatchKind.Punitive && VictimShield.Covers(command.PersonStatus) => WatchEntryRefusals.VictimShield,
            _ => fact,
        };
    }

    private static (WatchKind, PersonRef?, ContactRef?, string?) Target(WatchEntryProposed fact) =>
        (fact.Kind, fact.Person, fact.Contact, fact.Entity);

    // A vessel or vehicle has a name to read and a registration to compare: both, or either, are one thing.
    private static bool FitsKind(WatchEntryProposed fact) => fact.Kind == WatchKind.Entity
        ? fact.Person is null && (fact.Contact is not null || !string.IsNullOrWhiteSpace(fact.Entity))
        : fact.Person is not null && fact.Contact is null && fact.Entity is null;
}
