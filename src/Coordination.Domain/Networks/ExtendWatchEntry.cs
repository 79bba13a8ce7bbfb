using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

/// <param name="PersonStatus">What any agency holds about the person as victim, at this moment.</param>
public sealed record ExtendWatchEntry(WatchEntryExtended Fact, VictimStatus PersonStatus = VictimStatus.NotAssessed) : WatchEntryCommand;

public static partial class WatchEntryDecider
{
    /// <summary>As an approval: by somebody else than the proposer, and not against a suspected victim.</summary>
    public static Decision<WatchEntryEvent> Decide(WatchEntry entry, ExtendWatchEntry command, Envelope envelope) => entry switch
    {
        { Proposal: null } or { ProposedBy: null } => WatchEntryRefusals.NotProposed,
        _ when !Keeps(entry, envelope.By) => WatchEntryRefusals.OtherAgency,
        _ when envelope.By.Id == entry.ProposedBy.Id => WatchEntryRefusals.SecondPersonNeeded,
        { End: not null } => WatchEntryRefusals.Ended,
        _ when !entry.WasActiveAt(envelope) => WatchEntryRefusals.NotActive,
        _ when command.Fact.ValidUntil == entry.ValidUntil => Unchanged.Value,
        _ when Input.Blank(("reason", command.Fact.Reason)) is { } blank => blank,
        _ when IsShielded(entry, command.PersonStatus) => WatchEntryRefusals.VictimShield,
        _ when command.Fact.ValidUntil < entry.ValidUntil => WatchEntryRefusals.NotLonger,
        _ when BadValidity(entry, command.Fact.ValidUntil, envelope.Day) is { } refusal => refusal,
        _ => command.Fact with { Kind = entry.Proposal.Kind, Person = entry.Proposal.Person, Contact = entry.Proposal.Contact },
    };
}
