using System.Globalization;

namespace Coordination.Domain.Alerts.Rules;

/// <summary>
/// What a rule took from an event: codes, numbers and days by name, in one text (<c>destination=KH|first=1</c>). Facts of several events of one stream
/// are laid over each other, the later over the earlier.
/// </summary>
public sealed class RuleFacts
{
    private readonly Dictionary<string, string> _facts = new(StringComparer.Ordinal);

    public bool IsEmpty => _facts.Count == 0;

    public string? this[string name] => _facts.GetValueOrDefault(name);

    public static RuleFacts Of(params (string Name, object? Value)[] facts)
    {
        var all = new RuleFacts();
        foreach (var (name, value) in facts)
        {
            if (Text(value) is { } text)
                all._facts[name] = text;
        }
        return all;
    }

    public static RuleFacts Over(IEnumerable<Observation> observations)
    {
        var all = new RuleFacts();
        foreach (var fact in observations.SelectMany(one => (one.Value ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries)))
        {
            if (fact.Split('=', 2) is [var name, var value])
                all._facts[name] = value;
        }
        return all;
    }

    public bool Is(string name) => this[name] == "1";

    public bool IsNot(string name) => this[name] == "0";

    public long? Number(string name) => long.TryParse(this[name], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public DateOnly? Day(string name) => DateOnly.TryParseExact(this[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public DateTimeOffset? Time(string name) =>
        DateTimeOffset.TryParse(this[name], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    public IReadOnlyDictionary<string, string> Named(params string[] names) =>
        names.Where(_facts.ContainsKey).ToDictionary(name => name, name => _facts[name], StringComparer.Ordinal);

    public override string ToString() => string.Join('|', _facts.OrderBy(fact => fact.Key, StringComparer.Ordinal).Select(fact => $"{fact.Key}={fact.Value}"));

    private static string? Text(object? value) => value switch
    {
        null => null,
        bool flag => flag ? "1" : "0",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        string text => text.Length == 0 ? null : text,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
