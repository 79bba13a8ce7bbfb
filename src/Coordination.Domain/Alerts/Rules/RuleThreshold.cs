namespace Coordination.Domain.Alerts.Rules;

/// <summary>A number that a rule is judged by, with the range that makes sense.</summary>
public sealed record RuleThreshold(string Name, int Default, int Least, int Most)
{
    /// <summary>From this many observations of one value on it is over-common (an agency's own counter, say): parked, recorded and no longer judged.</summary>
    public const string ParkedFrom = "parkedFrom";

    /// <summary>What the gravest finding of a rule adds to a risk score.</summary>
    public const string Weight = "weight";

    public static RuleThreshold Parking { get; } = new(ParkedFrom, 500, 10, 2000);

    public static RuleThreshold WeightOf(IAlertRule rule) => new(Weight, RiskWeights.Of(rule.Severity), 0, 200);

    public static RuleThreshold Days(int days, string name = "days") => new(name, days, 1, 3650);

    public static RuleThreshold Count(string name, int count) => new(name, count, 1, 1000);
}

/// <summary>The numbers that one judgement goes by: those in force at its place and day, over those that the rule was written with.</summary>
public sealed class RuleValues(IAlertRule rule, IReadOnlyDictionary<string, int>? set = null)
{
    /// <exception cref="KeyNotFoundException">The rule has no such threshold: an error of the rule, never of a caller.</exception>
    public int this[string name] => set is not null && set.TryGetValue(name, out var value) ? value : Declared(name).Default;

    public TimeSpan Span(string name = "days") => TimeSpan.FromDays(this[name]);

    public int ParkedFrom => this[RuleThreshold.ParkedFrom];

    /// <summary>The same with some of them given otherwise, as a back-test does.</summary>
    public RuleValues With(IReadOnlyDictionary<string, int> other)
    {
        var all = new Dictionary<string, int>(set ?? new Dictionary<string, int>(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var (name, value) in other)
            all[name] = value;
        return new(rule, all);
    }

    public IReadOnlyDictionary<string, int> All() => AllOf(rule).ToDictionary(one => one.Name, one => this[one.Name], StringComparer.Ordinal);

    /// <summary>What a rule is judged by: its own thresholds, and the parking of whatever remembers.</summary>
    public static IEnumerable<RuleThreshold> AllOf(IAlertRule rule) => rule.Remembers ? rule.Thresholds.Append(RuleThreshold.Parking) : rule.Thresholds;

    private RuleThreshold Declared(string name) =>
        AllOf(rule).FirstOrDefault(one => one.Name == name) ?? throw new KeyNotFoundException($"{rule.Id} has no threshold {name}.");
}
