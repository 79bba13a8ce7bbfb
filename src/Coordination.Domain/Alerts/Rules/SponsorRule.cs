using System.Globalization;
using Coordination.Domain.Screening;

namespace Coordination.Domain.Alerts.Rules;

/// <summary>R02: one sponsor of many applicants, or of fewer who come from several regencies.</summary>
internal sealed class SponsorRule : IAlertRule
{
    public string Id => "R02";

    public int Version => 1;

    public string Code => AlertCodes.Cluster;

    public Severity Severity => Severity.High;

    public IReadOnlyList<RuleThreshold> Thresholds { get; } =
    [
        RuleThreshold.Count("count", 5), RuleThreshold.Days(30), RuleThreshold.Count("spreadCount", 3), RuleThreshold.Count("regencies", 2),
        RuleThreshold.Days(60, "spreadDays"), RuleThreshold.Count("parkAbove", 50),
    ];

    public IReadOnlySet<Type> LooksAt { get; } = new HashSet<Type> { typeof(PassportApplicationReceived) };

    public TimeSpan? Window(RuleValues values) => TimeSpan.FromDays(Math.Max(values["days"], values["spreadDays"]));

    public IEnumerable<Observation> Observe(Happening happening) => ApplicantCounts.Sponsors(happening);

    public IEnumerable<Finding> Judge(IReadOnlyList<Observation> known, Observation latest, IReadOnlySet<Guid> spent, RuleValues values)
    {
        if (Applicants(known) > values["parkAbove"])
            return [];
        var fresh = known.Where(one => !spent.Contains(one.Event)).ToList();
        var many = Largest(fresh, latest, values.Span());
        var spread = Largest(fresh, latest, values.Span("spreadDays"));
        return Applicants(many) >= values["count"] ? [Found(many, latest, values["days"])]
            : Applicants(spread) >= values["spreadCount"] && Regencies(spread) >= values["regencies"] ? [Found(spread, latest, values["spreadDays"])]
            : [];
    }

    private static List<Observation> Largest(List<Observation> fresh, Observation latest, TimeSpan within) => fresh
        .Where(first => first.At <= latest.At && latest.At - first.At <= within)
        .Select(first => fresh.Where(one => one.At >= first.At && one.At - first.At <= within).ToList())
        .MaxBy(Applicants) ?? [];

    private static int Applicants(IEnumerable<Observation> observations) => observations.Select(one => one.Person).Distinct().Count();

    private static int Regencies(IEnumerable<Observation> observations) => observations.Select(one => one.Value).OfType<string>().Distinct(StringComparer.Ordinal).Count();

    private static Finding Found(List<Observation> cluster, Observation latest, int days) => new(
        latest.Event.ToString(), Severity.High, cluster, cluster.Writers(),
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["count"] = Applicants(cluster).ToString(CultureInfo.InvariantCulture), ["regencies"] = Regencies(cluster).ToString(CultureInfo.InvariantCulture),
            ["days"] = days.ToString(CultureInfo.InvariantCulture), ["contact"] = "sponsor", ["pattern"] = "R02",
        },
        latest.Where);
}
