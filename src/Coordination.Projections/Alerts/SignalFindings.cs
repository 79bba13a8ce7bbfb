using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Rules;
using Coordination.EventStore;

namespace Coordination.Projections.Alerts;

/// <summary>Runs the rules over a page: one look-up of what is known of its keys, then event by event in memory.</summary>
internal static class SignalFindings
{
    private static readonly HashSet<Type> Judged = [.. AlertRules.InForce.SelectMany(rule => rule.LooksAt)];

    /// <summary>Events that the rules look at, and those that change how they judge.</summary>
    public static IReadOnlyList<Type> Types { get; } = [.. Judged, typeof(RuleThresholdChanged)];

    public static async Task Add(IReadOnlyList<Recorded> page, ProjectionSession session, CancellationToken ct)
    {
        var changes = AddThresholds(page, session);
        var made = page.Where(recorded => Judged.Contains(recorded.Type.ClrType)).SelectMany(recorded => RuleRun.Observe(AlertRules.InForce, recorded)).ToList();
        if (made.Count == 0)
            return;
        // Thresholds of earlier pages are rows by now, those of this one are not.
        var (book, waiting) = (new RuleBook(), new Queue<ThresholdChange>([.. await RuleThresholds.Load(session.Connection, ct), .. changes]));
        var kept = made.Where(one => one.Rule.Remembers).ToList();
        var most = waiting.Select(change => change.Values.GetValueOrDefault(RuleThreshold.ParkedFrom)).Append(RuleThreshold.Parking.Default).Max();
        var memory = await RuleMemory.Load([.. kept.Select(one => one.Key).Distinct()], most, session.Connection, ct);
        var found = new List<Judged>();
        foreach (var one in made)
        {
            while (waiting.TryPeek(out var change) && change.Position < one.Position)
                book.Add(waiting.Dequeue());
            found.AddRange(RuleRun.Judge(one, one.Rule.Remembers ? memory[one.Key] : new KeyMemory(), book.ValuesFor(one)));
        }

        RuleMemory.Add(kept, session);
        SignalRows.Add([.. Rows(found)], session);
        RiskReasons.Add(found, session);
    }

    private static List<ThresholdChange> AddThresholds(IReadOnlyList<Recorded> page, ProjectionSession session)
    {
        var changes = new List<ThresholdChange>();
        foreach (var recorded in page.Where(recorded => recorded.Type.ClrType == typeof(RuleThresholdChanged)))
        {
            if (RuleThresholds.Of(recorded) is not { } change)
                continue;
            RuleThresholds.Add(recorded, change, session);
            changes.Add(change);
        }

        return changes;
    }

    private static IEnumerable<SignalRow> Rows(IEnumerable<Judged> found) =>
        from one in found
        let signal = FoundSignal.Of(one)
        where signal is not null
        select new SignalRow(signal, one.Made.Observation.Key);
}
