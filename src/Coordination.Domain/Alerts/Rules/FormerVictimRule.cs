using System.Globalization;
using Coordination.Domain.Kernel;
using Coordination.Domain.Screening;
using Coordination.Domain.Victims;

namespace Coordination.Domain.Alerts.Rules;

/// <summary>
/// R22: somebody who was found to be a victim applies for a passport or departs again. To protect, never to punish, so only those who protect hear of it:
/// the counter that met the person learns nothing of what happened to it. The last word of each agency counts, so a status that was taken back
/// raises nothing.
/// </summary>
public sealed class FormerVictimRule : IAlertRule
{
    private const string Found = "found";
    private const string Met = "met";

    public string Id => "R22";

    public int Version => 1;

    public string Code => AlertCodes.Revictimisation;

    public Severity Severity => Severity.High;

    public IReadOnlyList<RuleThreshold> Thresholds { get; } = [RuleThreshold.Days(3 * 365)];

    public IReadOnlySet<Type> LooksAt { get; } = new HashSet<Type>
    {
        typeof(VictimStatusDetermined), typeof(VictimStatusRevised), typeof(PassportApplicationReceived), typeof(TravellerReferredToSecondary),
        typeof(DepartureRecorded),
    };

    public TimeSpan? Window(RuleValues values) => values.Span();

    public IEnumerable<Observation> Observe(Happening happening)
    {
        var (kind, said, status) = happening.Body switch
        {
            VictimStatusDetermined e => (Found, e.Person, (VictimStatus?)e.Status),
            VictimStatusRevised e => (Found, e.Person, e.Status),
            PassportApplicationReceived e => (Met, e.Applicant, null),
            TravellerReferredToSecondary e => (Met, e.Traveller, null),
            DepartureRecorded e => (Met, e.Traveller, null),
            _ => ("", null, null),
        };
        if (kind.Length > 0 && happening.Subject(said) is { } person)
            yield return happening.Observed($"person:{person}", kind, person, status?.ToString()) with { Where = happening.Envelope.Checkpoint() };
    }

    public IEnumerable<Finding> Judge(IReadOnlyList<Observation> known, Observation latest, IReadOnlySet<Guid> spent, RuleValues values)
    {
        // The latest record may be the meeting, or a finding before it that was recorded late.
        var met = latest.Kind == Met ? [latest] : known.Where(one => one.Kind == Met && one.At >= latest.At);
        return met.DistinctBy(one => one.Stream).Select(one => Judge(known, one, values)).OfType<Finding>();
    }

    private static Finding? Judge(IReadOnlyList<Observation> known, Observation met, RuleValues values)
    {
        var words = known
            .Where(one => one.Kind == Found && one.At <= met.At && met.At - one.At <= values.Span() && one.Stream != met.Stream)
            .GroupBy(one => one.Agency, StringComparer.Ordinal)
            .Select(agency => agency.MaxBy(one => one.At)!)
            .Where(word => word.Value is nameof(VictimStatus.Confirmed) or nameof(VictimStatus.Dual))
            .ToList();
        if (words.Count == 0)
            return null;
        return new(
            met.Stream.ToString(), Severity.High, [.. words, met], RuleAddressees.Protection,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["pattern"] = "R22",
                ["days"] = (met.Day.DayNumber - words.Max(word => word.Day.DayNumber)).ToString(CultureInfo.InvariantCulture),
            },
            met.Where)
        {
            Restricted = true,
        };
    }
}
