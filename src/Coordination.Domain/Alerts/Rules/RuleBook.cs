using System.Collections.Immutable;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Alerts.Rules;

/// <summary>Thresholds that two officers changed, as they stand in the log.</summary>
/// <param name="Territory">Kemendagri or checkpoint code; null for the whole country.</param>
/// <param name="From">First day that they hold for.</param>
/// <param name="Position">Place in the log: who judges an event knows the changes recorded before it and no later one.</param>
public sealed record ThresholdChange(string Rule, string? Territory, DateOnly From, IReadOnlyDictionary<string, int> Values, long Position);

/// <summary>The thresholds in force, up to one place in the log.</summary>
public sealed class RuleBook
{
    private ImmutableList<ThresholdChange> _changes = [];

    public IReadOnlyList<ThresholdChange> Changes => _changes;

    public void Add(ThresholdChange change) => _changes = _changes.Add(change);

    /// <summary>What holds at a place on a day: the nearest territory over the wider one, the later day over the earlier, the later record over both.</summary>
    public RuleValues For(IAlertRule rule, string? place, DateOnly day) => new(rule, SetOf(rule.Id, place, day));

    /// <summary>All that may be set under an id, with what holds at a place on a day.</summary>
    /// <exception cref="InvalidOperationException">Nothing may be set under it.</exception>
    public IReadOnlyDictionary<string, int> InForce(string id, string? place, DateOnly day)
    {
        var set = SetOf(id, place, day);
        var settable = AlertRules.SettableOf(id) ?? throw new InvalidOperationException($"Nothing may be set of {id}.");
        return settable.ToDictionary(one => one.Name, one => set?.GetValueOrDefault(one.Name, one.Default) ?? one.Default, StringComparer.Ordinal);
    }

    /// <summary>The place that an observation's thresholds hang on: where it happened, or the seat of the unit.</summary>
    public static string? PlaceOf(Observation observation) =>
        Units.Find(observation.Agency, observation.Where) is { } unit ? unit.Place : observation.Where;

    private Dictionary<string, int>? SetOf(string id, string? place, DateOnly day)
    {
        var own = _changes.Where(change => change.Rule == id && change.From <= day).OrderBy(change => change.From).ThenBy(change => change.Position).ToList();
        if (own.Count == 0)
            return null;
        var values = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var territory in Narrowing(place))
        {
            foreach (var (name, value) in own.Where(change => change.Territory == territory).SelectMany(change => change.Values))
                values[name] = value;
        }
        return values;
    }

    private static IEnumerable<string?> Narrowing(string? place) =>
        place is null ? [null] : Places.Around(place).Reverse().Select(area => (string?)area).Prepend(null);
}
