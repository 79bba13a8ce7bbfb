using Coordination.Domain.Intelligence;
using Coordination.Domain.Kernel;
using Coordination.Domain.Screening;
using Coordination.Domain.Tips;

namespace Coordination.Domain.Alerts.Rules;

/// <summary>
/// R27: one recruiter, by person or telephone, in independent sources: tips, interviews and intelligence. The same reporter, applicant or agency twice is
/// one source.
/// </summary>
internal static class RecruiterCount
{
    /// <summary>
    /// Intelligence is for few. What rests on it is counted apart, so that the alert on open sources alone is neither kept back by it nor spent with it.
    /// </summary>
    private const string WithIntelligence = "/intelligence";

    private const string Recruiter = "recruiter";
    private const string Mentioned = "mentioned";
    private const string Reported = "intelligence";

    public static IAlertRule Rule { get; } = new CountRule(
        "R27", AlertCodes.Broker, Severity.High, 2, 30,
        LooksAt.Of(typeof(TipReceived), typeof(PassportInterviewConducted), typeof(IntelligenceReportFiled)), Sources, one => one.Value)
    {
        Version = 2, To = RuleAddressees.ImmigrationAndPolice, Parked = null,
        // A subject of intelligence may be anybody, and a number in tips alone is what R28 counts: somebody must have called it a recruiter's.
        Also = cluster => cluster.Any(one => one.Kind == Recruiter)
            && (!cluster[0].Key.EndsWith(WithIntelligence, StringComparison.Ordinal) || cluster.Any(one => one.Kind == Reported)),
    };

    private static IEnumerable<Observation> Sources(Happening happening) => happening.Body switch
    {
        TipReceived e => InTip(happening, e).SelectMany(Both),
        PassportInterviewConducted { RecruiterPhone: { } phone } e =>
            Both(Seen(happening, $"phone:{phone}", Recruiter, default, (happening.Subject(e.Applicant) ?? default).ToString())),
        IntelligenceReportFiled e => (e.Subjects ?? []).Distinct().Select(person => Seen(happening, $"recruiter:{person}", Reported, person))
            .Concat((e.Contacts ?? []).Distinct().Select(contact => Seen(happening, $"phone:{contact}", Reported, default)))
            .Select(one => one with { Key = one.Key + WithIntelligence }),
        _ => [],
    };

    private static IEnumerable<Observation> InTip(Happening happening, TipReceived tip)
    {
        // Who wants to stay unknown is somebody else each time: better one alert too many than a source that is asked for.
        var source = tip.ReporterContact?.ToString() ?? happening.Stream.ToString();
        return (tip.Subjects ?? []).Where(subject => subject.Role == TipRole.Recruiter)
            .Select(subject => Seen(happening, $"recruiter:{subject.Person}", Recruiter, subject.Person, source))
            .Concat((tip.Phones ?? []).Distinct().Select(phone => Seen(happening, $"phone:{phone}", Mentioned, default, source)));
    }

    private static IEnumerable<Observation> Both(Observation one) => [one, one with { Key = one.Key + WithIntelligence }];

    private static Observation Seen(Happening happening, string key, string kind, PersonRef person, string? source = null) =>
        happening.Observed(key, kind, person, source ?? happening.Envelope.By.Agency);
}
