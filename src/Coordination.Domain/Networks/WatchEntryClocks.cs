using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Clocks;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Networks;

/// <summary>An entry is looked at again before it ends, and every hit is.</summary>
public static class WatchEntryClocks
{
    public static StreamClock Clock { get; } = new StreamClock<WatchEntry>(WatchEntryDecider.Kind, 1, Running);

    private static IEnumerable<Deadline> Running(WatchEntry entry) =>
        entry.ProposedBy is { } owner ? [.. EndOf(entry, owner), .. HitsOf(entry, owner)] : [];

    // An entry that lives shorter than that is looked at by whoever has just approved it.
    private static IEnumerable<Deadline> EndOf(WatchEntry entry, Officer owner)
    {
        if (entry is not { End: null, ValidUntil: { } last, RunsSince: { } since })
            yield break;
        var due = Envelope.StartOf(last.AddDays(-ServiceLevels.WatchEntryReviewDays));
        if (due > since)
            yield return Of(
                entry, $"notice/review/{last:yyyy-MM-dd}", Severity.Medium, since, due, [Audiences.Unit(owner.Agency, owner.Unit)],
                ("step", "review"), ("due", DeadlineFacts.Say(Envelope.EndOf(last))));
    }

    private static IEnumerable<Deadline> HitsOf(WatchEntry entry, Officer owner) =>
        from hit in entry.Hits
        where hit.Outcome is null
        let due = hit.At + ServiceLevels.WatchHitReview
        select Of(
            entry, $"hit/{hit.Number}", Severity.High, hit.At, due,
            [Audiences.Unit(hit.Agency, hit.Unit), Audiences.Unit(owner.Agency, owner.Unit)],
            ("step", "hit"), ("unit", hit.Unit), ("number", hit.Number), ("due", DeadlineFacts.Say(due))) with { Place = hit.Place };

    private static Deadline Of(
        WatchEntry entry, string step, Severity severity, DateTimeOffset since, DateTimeOffset due, string[] recipients,
        params (string Name, string Value)[] facts) =>
        new(AlertCodes.WatchReview, step, severity, since, due, [.. recipients.Distinct(StringComparer.Ordinal)], DeadlineFacts.Of(facts))
        {
            Subjects = entry.Proposal?.Person is { } person ? [person] : [], Case = entry.Proposal?.Case,
        };
}
