using System.Globalization;

namespace Coordination.Domain.Alerts.Rules;

/// <summary>
/// A rule that counts how many different ones share something within a time: applicants with one telephone, regencies with one broker. Evidence of an
/// earlier cluster makes no second one: a fourth applicant alone is no news, three new ones are.
/// </summary>
internal sealed class CountRule(
    string id, string code, Severity severity, int count, int? days, IReadOnlySet<Type> looksAt, Func<Happening, IEnumerable<Observation>> observe,
    Func<Observation, string?> counted) : IAlertRule
{
    public const string Count = "count";
    private const string ParkAbove = "parkAbove";

    public string Id => id;

    public int Version { get; init; } = 1;

    public string Code => code;

    public Severity Severity => severity;

    /// <summary>A value that more than this many share is a village office or a travel bureau: parked, not matched. None where anything counts.</summary>
    public int? Parked { get; init; } = 50;

    public IReadOnlyList<RuleThreshold> Thresholds =>
    [
        RuleThreshold.Count(Count, count), .. days is { } within ? [RuleThreshold.Days(within)] : Array.Empty<RuleThreshold>(),
        .. Parked is { } most ? [RuleThreshold.Count(ParkAbove, most)] : Array.Empty<RuleThreshold>(),
    ];

    public IReadOnlySet<Type> LooksAt => looksAt;

    /// <summary>Groups that the alert is for, beside the units that wrote the evidence.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>The group that it is for as well because of this one; null for none.</summary>
    public Func<Observation, string?> ToEach { get; init; } = _ => null;

    /// <summary>What else must hold of a cluster that is large enough.</summary>
    public Func<IReadOnlyList<Observation>, bool> Also { get; init; } = _ => true;

    /// <summary>Whether another observation of the same key belongs with the latest; all do where nothing else is said.</summary>
    public Func<Observation, Observation, bool> Belongs { get; init; } = (_, _) => true;

    /// <summary>Several keys lead to the same cluster, which is then named by its first event.</summary>
    public bool ManyKeys { get; init; }

    public TimeSpan? Window(RuleValues values) => days is null ? null : values.Span();

    public IEnumerable<Observation> Observe(Happening happening) => observe(happening);

    public IEnumerable<Finding> Judge(IReadOnlyList<Observation> known, Observation latest, IReadOnlySet<Guid> spent, RuleValues values)
    {
        if (Parked is not null && Distinct(known) > values[ParkAbove])
            return [];
        var fresh = known.Where(one => !spent.Contains(one.Event) && Belongs(one, latest)).ToList();
        // One applicant who comes five hundred times: nothing to look for, and looking costs the square of it.
        if (Distinct(fresh) < values[Count])
            return [];
        var cluster = Clusters(fresh, latest, Window(values)).MaxBy(Distinct);
        return cluster is not null && Distinct(cluster) >= values[Count] && Also(cluster) ? [Found(cluster, latest, values)] : [];
    }

    // From each that can be the first one on, so that the order of arrival does not matter.
    internal static IEnumerable<List<Observation>> Clusters(List<Observation> fresh, Observation latest, TimeSpan? window) => window is not { } within
        ? fresh.Count > 0 ? [fresh] : []
        : fresh.Where(first => first.At <= latest.At && latest.At - first.At <= within)
            .Select(first => fresh.Where(one => one.At >= first.At && one.At - first.At <= within).ToList());

    private Finding Found(List<Observation> cluster, Observation latest, RuleValues values)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["count"] = Distinct(cluster).ToString(CultureInfo.InvariantCulture), ["contact"] = latest.Kind, ["pattern"] = id,
        };
        if (days is not null)
            facts["days"] = values["days"].ToString(CultureInfo.InvariantCulture);
        var first = cluster.MinBy(one => (one.At, one.Event))!;
        return new((ManyKeys ? first : latest).Event.ToString(), severity, cluster,
            [.. cluster.Writers(), .. To, .. cluster.Select(ToEach).OfType<string>().Distinct(StringComparer.Ordinal)], facts, latest.Where)
        {
            Name = ManyKeys ? id : null,
        };
    }

    private int Distinct(IEnumerable<Observation> observations) =>
        observations.Select(counted).Where(value => value is not null).Distinct(StringComparer.Ordinal).Count();
}
