using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

/// <summary>A meeting with what an entry is about.</summary>
/// <param name="Outcome">Null while nobody has said what came of it.</param>
public sealed record EntryHit(
    string Number, string Agency, string Unit, string? Place, PersonRef? Person, DateTimeOffset At, WatchOutcome? Outcome = null);

/// <summary>How an entry ended.</summary>
public enum WatchEnd
{
    Expired,
    Removed,

    /// <summary>The person turned out to be a suspected victim.</summary>
    Shielded,
}

/// <summary>One person or thing to look out for, once a second person has agreed.</summary>
public sealed record WatchEntry
{
    public static WatchEntry None { get; } = new();

    public WatchEntryProposed? Proposal { get; private init; }

    /// <summary>Who proposed it: the one person who cannot approve it.</summary>
    public Officer? ProposedBy { get; private init; }

    public DateOnly? ValidUntil { get; private init; }

    public IReadOnlyList<EntryHit> Hits { get; private init; } = [];

    public WatchEnd? End { get; private init; }

    public DateTimeOffset? EndedAt { get; private init; }

    /// <summary>Since when it runs: the approval, or the last extension.</summary>
    public DateTimeOffset? RunsSince { get; private init; }

    /// <summary>An entry counts to the end of its last day in WIB, by which its days are counted.</summary>
    public DateTimeOffset? EndsAt => ValidUntil is { } last ? Envelope.EndOf(last) : null;

    public bool IsActiveOn(DateOnly day) => End is null && day <= ValidUntil;

    /// <summary>A hit is often told hours later, from a place without a line: what counts is the moment of the meeting.</summary>
    public bool WasActiveAt(Envelope meeting) => meeting.Day <= ValidUntil && !(EndedAt <= meeting.OccurredAt);

    public EntryHit? FindHit(string number) => Hits.FirstOrDefault(hit => hit.Number == number);

    public static WatchEntry Evolve(WatchEntry entry, WatchEntryEvent happened, Envelope envelope) => happened switch
    {
        WatchEntryProposed e => entry with { Proposal = e, ProposedBy = envelope.By },
        WatchEntryApproved e => entry with { ValidUntil = e.ValidUntil, RunsSince = envelope.OccurredAt },
        WatchHit e => entry with
        {
            Hits = [.. entry.Hits, new(e.HitNumber, envelope.By.Agency, envelope.By.Unit, envelope.Place, e.Person, envelope.OccurredAt)],
        },
        WatchReviewed e => entry with
        {
            Hits = [.. entry.Hits.Select(hit => hit.Number == e.HitNumber ? hit with { Outcome = e.Outcome } : hit)],
        },
        WatchEntryExtended e => entry with { ValidUntil = e.ValidUntil, RunsSince = envelope.OccurredAt },
        WatchEntryExpired => entry.Ended(WatchEnd.Expired, envelope),
        WatchEntryRemoved => entry.Ended(WatchEnd.Removed, envelope),
        PunitiveWatchRemoved => entry.Ended(WatchEnd.Shielded, envelope),
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of a watch entry."),
    };

    private WatchEntry Ended(WatchEnd end, Envelope envelope) => this with { End = end, EndedAt = envelope.OccurredAt };
}
