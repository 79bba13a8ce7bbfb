using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

/// <summary>The product's own command, when some agency says that the person is a suspected victim.</summary>
public sealed record RemovePunitiveWatch(PunitiveWatchRemoved Fact) : WatchEntryCommand;

public static partial class WatchEntryDecider
{
    /// <summary>Also before an approval: a proposal that nobody may approve any more is no proposal.</summary>
    public static Decision<WatchEntryEvent> Decide(WatchEntry entry, RemovePunitiveWatch command) => entry switch
    {
        { Proposal: null } => WatchEntryRefusals.NotProposed,
        _ when entry.Proposal.Kind != WatchKind.Punitive || entry.Proposal.Person != command.Fact.Person => WatchEntryRefusals.NotPunitive,
        _ when !VictimShield.Covers(command.Fact.Status) => WatchEntryRefusals.NotShielded,
        { End: not null } => Unchanged.Value,
        _ => command.Fact,
    };
}
