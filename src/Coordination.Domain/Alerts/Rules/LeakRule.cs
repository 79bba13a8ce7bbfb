using System.Globalization;
using Coordination.Domain.Kernel;
using Coordination.Domain.Screening;
using Coordination.Domain.Tips;

namespace Coordination.Domain.Alerts.Rules;

/// <summary>
/// R12: somebody whose passport or departure was deferred left all the same, with nobody's clearance: the border feed saw it, or a tip says so.
/// A deferral that was lifted, overturned or ended by a passport does not count.
/// </summary>
internal sealed class LeakRule : IAlertRule
{
    private const string Deferred = "deferred";
    private const string Cleared = "cleared";
    private const string Departed = "departed";
    private static readonly TimeSpan WesternIndonesia = TimeSpan.FromHours(7);

    public string Id => "R12";

    public int Version => 1;

    public string Code => AlertCodes.Repeat;

    public Severity Severity => Severity.Critical;

    public IReadOnlyList<RuleThreshold> Thresholds { get; } = [RuleThreshold.Days(30)];

    public IReadOnlySet<Type> LooksAt { get; } = new HashSet<Type>
    {
        typeof(PassportIssuanceDeferred), typeof(PassportDeferralLifted), typeof(PassportIssued), typeof(DepartureDeferred), typeof(DepartureDeferralOverturned),
        typeof(DepartureRecorded), typeof(TipReceived),
    };

    public TimeSpan? Window(RuleValues values) => values.Span();

    public IEnumerable<Observation> Observe(Happening happening)
    {
        if (happening.Body is TipReceived { Departure: { } departure, Subjects: { } subjects })
        {
            var on = departure.On is { } day ? new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), WesternIndonesia) : happening.Envelope.OccurredAt;
            return subjects.Where(subject => subject.Role == TipRole.Departed).Select(subject => happening
                .Observed($"person:{subject.Person}", Departed, subject.Person) with { At = on, Where = departure.From ?? happening.Envelope.Checkpoint() });
        }

        var (kind, said) = happening.Body switch
        {
            PassportIssuanceDeferred e => (Deferred, e.Applicant),
            DepartureDeferred e => (Deferred, e.Traveller),
            PassportDeferralLifted e => (Cleared, e.Applicant),
            PassportIssued e => (Cleared, e.Applicant),
            DepartureDeferralOverturned e => (Cleared, e.Traveller),
            DepartureRecorded { Clearance: DepartureClearance.None or DepartureClearance.Unknown } e => (Departed, e.Traveller),
            _ => ("", null),
        };
        return kind.Length > 0 && happening.Subject(said) is { } person
            ? [happening.Observed($"person:{person}", kind, person) with { Where = happening.Envelope.Checkpoint() }]
            : [];
    }

    public IEnumerable<Finding> Judge(IReadOnlyList<Observation> known, Observation latest, IReadOnlySet<Guid> spent, RuleValues values)
    {
        var departures = latest.Kind switch
        {
            Departed => [latest],
            Deferred => known.Where(one => one.Kind == Departed && one.At >= latest.At),
            _ => [],
        };
        return departures.Select(departure => Judge(known, departure, values.Span())).OfType<Finding>();
    }

    private static Finding? Judge(IReadOnlyList<Observation> known, Observation departure, TimeSpan within)
    {
        var deferral = known
            .Where(one => one.Kind == Deferred && one.At <= departure.At && departure.At - one.At <= within)
            .Where(one => !known.Any(other => other.Kind == Cleared && other.Stream == one.Stream && other.At <= departure.At))
            .MaxBy(one => one.At);
        return deferral is null ? null : new(
            $"{departure.Stream}/left", Severity.Critical, [deferral, departure],
            [.. new[] { deferral, departure }.Writers(), Audiences.Agency("BP3MI"), Audiences.Agency("IMIGRASI")],
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["earlierPlace"] = deferral.Where, ["place"] = departure.Where, ["pattern"] = "R12",
                ["days"] = (departure.Day.DayNumber - deferral.Day.DayNumber).ToString(CultureInfo.InvariantCulture),
            },
            departure.Where);
    }
}
