using System.Diagnostics;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Networks;

/// <summary>A wish about a watch entry; carries the fact that it asks to record.</summary>
public abstract record WatchEntryCommand;

public static partial class WatchEntryDecider
{
    public static StreamKind<WatchEntry, WatchEntryEvent, WatchEntryCommand> Kind { get; } =
        new("watch_entry", WatchEntry.None, WatchEntry.Evolve, Decide, CommandFor, entry => Persona.Each(entry.Proposal?.Person), Readers, lapses: Lapses);

    public static Decision<WatchEntryEvent> Decide(WatchEntry entry, WatchEntryCommand command, Envelope envelope) => command switch
    {
        ProposeWatchEntry c => Decide(entry, c, envelope),
        ApproveWatchEntry c => Decide(entry, c, envelope),
        RecordWatchHit c => Decide(entry, c, envelope),
        ReviewWatchHit c => Decide(entry, c, envelope),
        ExtendWatchEntry c => Decide(entry, c, envelope),
        ExpireWatchEntry c => Decide(entry, c, envelope),
        RemoveWatchEntry c => Decide(entry, c, envelope),
        RemovePunitiveWatch c => Decide(entry, c),
        _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
    };

    public static WatchEntryCommand CommandFor(WatchEntryEvent fact) => fact switch
    {
        WatchEntryProposed e => new ProposeWatchEntry(e),
        WatchEntryApproved e => new ApproveWatchEntry(e),
        WatchHit e => new RecordWatchHit(e),
        WatchReviewed e => new ReviewWatchHit(e),
        WatchEntryExtended e => new ExtendWatchEntry(e),
        WatchEntryExpired e => new ExpireWatchEntry(e),
        WatchEntryRemoved e => new RemoveWatchEntry(e),
        PunitiveWatchRemoved e => new RemovePunitiveWatch(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };

    /// <summary>Whoever met it hears what the entry came to, and its agency hears of every hit.</summary>
    private static IEnumerable<string> Readers(WatchEntry entry) =>
    [
        .. entry.ProposedBy is { } owner ? [Audiences.Agency(owner.Agency)] : Array.Empty<string>(),
        .. entry.Hits.Select(hit => Audiences.Unit(hit.Agency, hit.Unit)),
    ];

    private static IEnumerable<Lapse> Lapses(WatchEntry entry) =>
        entry is { End: null, ValidUntil: { } last, EndsAt: { } due } ? [new Lapse(due, new WatchEntryExpired(last))] : [];

    private static bool Keeps(WatchEntry entry, Officer by) => by.Agency == entry.ProposedBy?.Agency || by.Agency == Agencies.TaskForce;

    private static bool IsShielded(WatchEntry entry, VictimStatus status) =>
        entry.Proposal?.Kind == WatchKind.Punitive && VictimShield.Covers(status);

    private static Refusal? BadValidity(WatchEntry entry, DateOnly until, DateOnly today) => until switch
    {
        _ when until < today => WatchEntryRefusals.ValidityInPast,
        _ when until > today.AddMonths(Months(entry.Proposal!.Kind)) => WatchEntryRefusals.ValidityTooLong,
        _ => null,
    };

    private static int Months(WatchKind kind) =>
        kind == WatchKind.Protective ? ServiceLevels.ProtectiveWatchEntryMonths : ServiceLevels.WatchEntryMonths;
}
