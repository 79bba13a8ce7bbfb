using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

/// <param name="PersonStatus">What any agency holds about the person as victim, at this moment.</param>
public sealed record ApproveWatchEntry(WatchEntryApproved Fact, VictimStatus PersonStatus = VictimStatus.NotAssessed) : WatchEntryCommand;

public static partial class WatchEntryDecider
{
    /// <summary>Two pairs of eyes, and the shield again: the person may have become a victim since the proposal.</summary>
    public static Decision<WatchEntryEvent> Decide(WatchEntry entry, ApproveWatchEntry command, Envelope envelope) => entry switch
    {
        { Proposal: null } or { ProposedBy: null } => WatchEntryRefusals.NotProposed,
        _ when !Keeps(entry, envelope.By) => WatchEntryRefusals.OtherAgency,
        _ when envelope.By.Id == entry.ProposedBy.Id => WatchEntryRefusals.SecondPersonNeeded,
        { End: not null } => WatchEntryRefusals.Ended,
        { ValidUntil: not null } => Unchanged.Value,
        _ when IsShielded(entry, command.PersonStatus) => WatchEntryRefusals.VictimShield,
        _ when BadValidity(entry, command.Fact.ValidUntil, envelope.Day) is { } refusal => refusal,
        _ => command.Fact with { Kind = entry.Proposal.Kind, Person = entry.Proposal.Person, Contact = entry.Proposal.Contact },
    };
}
