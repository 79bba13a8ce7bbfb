using Coordination.Domain.Kernel;

namespace Coordination.Domain.Alerts.Rules;

/// <summary>What an encounter rule found, before it is addressed.</summary>
/// <param name="Facts">For the sentence.</param>
/// <param name="To">Groups that this very finding is for, beside those of the rule.</param>
/// <param name="Name">Names the finding where several streams lead to the same one: a group of travellers is one alert.</param>
internal sealed record Struck(
    Severity Severity, IReadOnlyDictionary<string, string> Facts, IReadOnlyList<string>? To = null, string? Name = null);

/// <summary>Facts of one event about one person.</summary>
internal sealed record Noted(PersonRef? Person, RuleFacts Facts);

/// <summary>
/// A rule about one application, one encounter or one report: it looks at what its events say together and compares it with nothing else, so any
/// order of their arrival leads to the same finding, once per stream and severity.
/// </summary>
internal sealed class EncounterRule(
    string id, string? code, Severity severity, IReadOnlySet<Type> looksAt, Func<Happening, Noted?> note,
    Func<RuleFacts, Observation, RuleValues, Struck?> judge, params RuleThreshold[] thresholds) : IAlertRule
{
    public string Id => id;

    public int Version { get; init; } = 1;

    public string? Code => code;

    public Severity Severity => severity;

    /// <summary>Only facts of several events need to be kept.</summary>
    public bool Remembers { get; init; }

    public IReadOnlyList<RuleThreshold> Thresholds => thresholds;

    public IReadOnlySet<Type> LooksAt => looksAt;

    /// <summary>One stream tells of several people, and each is a finding of its own.</summary>
    public bool PerPerson { get; init; }

    /// <summary>Groups that the alert is for, beside the unit that wrote it down.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>It is for <see cref="To"/> and for nobody else.</summary>
    public bool Restricted { get; init; }

    public TimeSpan? Window(RuleValues values) => null;

    public IEnumerable<Observation> Observe(Happening happening)
    {
        if (note(happening) is { Facts.IsEmpty: false } noted)
        {
            var person = happening.Subject(noted.Person);
            var key = PerPerson ? $"stream:{happening.Stream}/{person}" : $"stream:{happening.Stream}";
            yield return happening.Observed(key, "noted", person, noted.Facts.ToString()) with { Where = happening.Envelope.Checkpoint() };
        }
    }

    public IEnumerable<Finding> Judge(IReadOnlyList<Observation> known, Observation latest, IReadOnlySet<Guid> spent, RuleValues values)
    {
        // Laid over each other and looked at as it happened, not as it was written down.
        List<Observation> told = [.. known.OrderBy(one => one.At)];
        if (judge(RuleFacts.Over(told), told[^1], values) is not { } struck)
            yield break;
        yield return new(
            struck.Severity.ToString(), struck.Severity, told, Restricted ? To : [.. told.Writers(), .. To, .. struck.To ?? []],
            new Dictionary<string, string>(struck.Facts, StringComparer.Ordinal) { ["pattern"] = id }, told[^1].Where)
        {
            Restricted = Restricted, Name = struck.Name,
        };
    }

    /// <summary>Struck with some of the facts said again.</summary>
    public static Struck Strike(Severity severity, RuleFacts facts, params string[] named) => new(severity, facts.Named(named));
}
