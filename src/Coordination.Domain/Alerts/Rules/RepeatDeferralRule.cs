using System.Globalization;
using Coordination.Domain.Kernel;
using Coordination.Domain.Screening;

namespace Coordination.Domain.Alerts.Rules;

/// <summary>
/// R11: a traveller whose departure was deferred tries again. It fires when the traveller is sent to the second line, before the second
/// decision. A deferral that was overturned does not count: the traveller had been free to go.
/// </summary>
public sealed class RepeatDeferralRule : IAlertRule
{
    private const string Referred = "referred";
    private const string Deferred = "deferred";
    private const string Overturned = "overturned";
    private const string OtherPlace = "days";
    private const string SamePlace = "samePlaceDays";

    public string Id => "R11";

    public int Version => 1;

    public string Code => AlertCodes.Repeat;

    public Severity Severity => Severity.Critical;

    /// <summary>At another checkpoint within the days after the deferral: critical. At the same one: high.</summary>
    public IReadOnlyList<RuleThreshold> Thresholds { get; } = [RuleThreshold.Days(14), RuleThreshold.Days(30, SamePlace)];

    public IReadOnlySet<Type> LooksAt { get; } =
        new HashSet<Type> { typeof(TravellerReferredToSecondary), typeof(DepartureDeferred), typeof(DepartureDeferralOverturned) };

    public TimeSpan? Window(RuleValues values) => TimeSpan.FromDays(Math.Max(values[OtherPlace], values[SamePlace]));

    public IEnumerable<Observation> Observe(Happening happening)
    {
        var (kind, traveller) = happening.Body switch
        {
            TravellerReferredToSecondary e => (Referred, e.Traveller),
            DepartureDeferred e => (Deferred, e.Traveller),
            DepartureDeferralOverturned e => (Overturned, e.Traveller),
            _ => ("", null),
        };
        if (kind.Length > 0 && happening.Subject(traveller) is { } person)
            yield return happening.Observed($"person:{person}", kind, person) with { Where = happening.Envelope.Checkpoint() };
    }

    public IEnumerable<Finding> Judge(IReadOnlyList<Observation> known, Observation latest, IReadOnlySet<Guid> spent, RuleValues values)
    {
        if (latest.Kind == Overturned)
            return [];
        // The latest record may be the second attempt, or the deferral before it that was recorded late.
        var attempts = known.Where(one => one.Kind != Overturned
            && (one == latest || (latest.Kind == Deferred && one.At >= latest.At && one.Stream != latest.Stream)));
        return attempts.Select(attempt => Judge(known, attempt, values)).OfType<Finding>().OrderByDescending(finding => finding.Severity).Take(1);
    }

    private static Finding? Judge(IReadOnlyList<Observation> known, Observation attempt, RuleValues values)
    {
        var overturned = known.Where(one => one.Kind == Overturned).Select(one => one.Stream).ToHashSet();
        var earlier = known
            .Where(one => one.Kind == Deferred && one.Stream != attempt.Stream && one.At <= attempt.At && !overturned.Contains(one.Stream))
            .Where(one => attempt.At - one.At <= values.Span(one.Where == attempt.Where ? SamePlace : OtherPlace))
            .ToList();
        if (earlier.Count == 0)
            return null;
        var critical = earlier.Any(one => one.Where != attempt.Where);
        var named = earlier.Where(one => one.Where != attempt.Where == critical).MaxBy(one => one.At)!;
        return Found(earlier, named, attempt, critical ? Severity.Critical : Severity.High);
    }

    private static Finding Found(List<Observation> earlier, Observation named, Observation attempt, Severity severity) => new(
        // One finding per attempt, not one per event of the attempt; a graver one, learned of later, is another.
        $"{attempt.Stream}/{severity}",
        severity,
        [.. earlier, attempt],
        [.. earlier.Append(attempt).Writers(), Audiences.Agency("BP3MI")],
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["earlierPlace"] = named.Where,
            ["place"] = attempt.Where,
            ["days"] = (attempt.Day.DayNumber - named.Day.DayNumber).ToString(CultureInfo.InvariantCulture),
        },
        attempt.Where);
}
