using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;
using Coordination.Domain.Screening;

namespace Coordination.Domain.Alerts.Rules;

/// <summary>
/// A-REAPPLY: an applicant deferred or refused at one immigration office applies at another. A deferral that was lifted before does not
/// count.
/// </summary>
public sealed class ReapplicationRule : IAlertRule
{
    public const string Deferred = "deferred";
    public const string Refused = "refused";
    public const string Received = "received";
    private const string Lifted = "lifted";

    // The catalogue of alerts has it without a number in the catalogue of rules.
    public string Id => AlertCodes.Reapply;

    public int Version => 1;

    public string Code => AlertCodes.Reapply;

    public Severity Severity => Severity.High;

    /// <summary>How long an answer is remembered: ten years, in effect for ever.</summary>
    public IReadOnlyList<RuleThreshold> Thresholds { get; } = [RuleThreshold.Days(3650)];

    public IReadOnlySet<Type> LooksAt { get; } = new HashSet<Type>
    {
        typeof(PassportApplicationReceived), typeof(PassportIssuanceDeferred), typeof(PassportApplicationRefused),
        typeof(PassportDeferralLifted),
    };

    public TimeSpan? Window(RuleValues values) => null;

    public IEnumerable<Observation> Observe(Happening happening)
    {
        var kind = happening.Body switch
        {
            PassportApplicationReceived => Received,
            PassportIssuanceDeferred => Deferred,
            PassportApplicationRefused => Refused,
            PassportDeferralLifted => Lifted,
            _ => null,
        };
        if (kind is not null && happening.Subject((happening.Body as PassportApplicationEvent)?.Applicant) is { } person)
            yield return happening.Observed($"person:{person}", kind, person);
    }

    public IEnumerable<Finding> Judge(IReadOnlyList<Observation> known, Observation latest, IReadOnlySet<Guid> spent, RuleValues values)
    {
        // The latest record may be the second application, or the answer before it that was recorded late.
        var applications = latest.Kind switch
        {
            Received => [latest],
            Deferred or Refused => known.Where(one => one.Kind == Received && one.At >= latest.At && one.Stream != latest.Stream),
            _ => [],
        };
        return applications.Select(application => Judge(known, application, values.Span())).OfType<Finding>().Take(1);
    }

    private static Finding? Judge(IReadOnlyList<Observation> known, Observation application, TimeSpan within)
    {
        var answer = known
            .Where(one => one.Kind is Deferred or Refused && one.Stream != application.Stream && one.At <= application.At)
            .Where(one => one.Agency != application.Agency || !Units.SameOffice(one.Agency, one.Unit, application.Unit))
            .Where(one => application.At - one.At <= within)
            .Where(one => one.Kind == Refused || !known.Any(other => other.Kind == Lifted && other.Stream == one.Stream
                && other.At <= application.At))
            .MaxBy(one => one.At);
        return answer is null ? null : new(
            application.Stream.ToString(),
            Severity.High,
            [answer, application],
            [Audiences.Unit(answer.Agency, answer.Unit), Audiences.Unit(application.Agency, application.Unit)],
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["answer"] = answer.Kind, ["earlierUnit"] = answer.Unit, ["unit"] = application.Unit,
            },
            application.Where);
    }
}
