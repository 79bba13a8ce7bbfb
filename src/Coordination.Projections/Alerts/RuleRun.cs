using Coordination.Domain.Alerts.Rules;
using Coordination.EventStore;

namespace Coordination.Projections.Alerts;

/// <summary>An observation with the rule that made it and its place in the log.</summary>
/// <param name="Ordinal">Counts what one event says under one key.</param>
internal sealed record Made(IAlertRule Rule, Observation Observation, long Position, DateTimeOffset RecordedAt, int Ordinal)
{
    public (string Rule, string Key) Key => (Rule.Id, Observation.Key);
}

/// <summary>What a judgement came to.</summary>
internal sealed record Judged(Made Made, Finding Finding);

/// <summary>What is known of one key: observations in log order, and the events that earlier findings named.</summary>
internal sealed class KeyMemory
{
    public List<Observation> Known { get; } = [];

    public HashSet<Guid> Spent { get; } = [];
}

/// <summary>The rules over events, in memory: the same for the live log, a rebuild and a back-test.</summary>
internal static class RuleRun
{
    public static IEnumerable<Made> Observe(IEnumerable<IAlertRule> rules, Recorded recorded)
    {
        var asked = rules.Where(rule => rule.LooksAt.Contains(recorded.Type.ClrType)).ToList();
        if (asked.Count == 0)
            yield break;
        var happened = Happened.Of(recorded);
        var happening = new Happening(recorded.Id, recorded.Stream, recorded.Body, happened.Envelope, happened.Persons);
        foreach (var rule in asked)
        {
            foreach (var ofKey in rule.Observe(happening).Distinct().GroupBy(observation => observation.Key, StringComparer.Ordinal))
            {
                var ordinal = 0;
                foreach (var observation in ofKey)
                    yield return new(rule, observation, recorded.Position, recorded.Timestamp, ordinal++);
            }
        }
    }

    /// <summary>Adds an observation to what is known of its key, and judges it unless the value is over-common by now.</summary>
    public static List<Judged> Judge(Made made, KeyMemory memory, RuleValues values)
    {
        memory.Known.Add(made.Observation);
        if (made.Rule.Remembers && memory.Known.Count > values.ParkedFrom)
            return [];
        var (latest, known) = (made.Observation, memory.Known);
        if (made.Rule.Window(values) is { } window)
            known = [.. known.Where(one => (one.At - latest.At).Duration() <= window)];
        var found = made.Rule.Judge(known, latest, memory.Spent, values).Select(finding => new Judged(made, finding)).ToList();
        foreach (var one in found)
            memory.Spent.UnionWith(one.Finding.Evidence.Select(evidence => evidence.Event));
        return found;
    }

    /// <summary>The thresholds for an observation.</summary>
    public static RuleValues ValuesFor(this RuleBook book, Made made) =>
        book.For(made.Rule, RuleBook.PlaceOf(made.Observation), made.Observation.Day);
}
