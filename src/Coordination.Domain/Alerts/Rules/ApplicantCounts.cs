using Coordination.Domain.Reference;
using Coordination.Domain.Screening;

namespace Coordination.Domain.Alerts.Rules;

/// <summary>Rules on what several applicants have in common: R01, R03, R04, R06 and the sponsor of R02.</summary>
internal static class ApplicantCounts
{
    private static readonly IReadOnlySet<Type> Received = LooksAt.Of(typeof(PassportApplicationReceived));

    private static readonly IReadOnlySet<Type> Interviews = LooksAt.Of(typeof(PassportInterviewConducted));

    /// <summary>R01: the same telephone or e-mail on several applicants.</summary>
    public static IAlertRule Contact { get; } = new CountRule("R01", AlertCodes.Cluster, Severity.High, 3, 30, Received, Contacts, ByPerson);

    /// <summary>R03: one address of several people who are no family: different family cards, or none shown.</summary>
    public static IAlertRule Address { get; } = new CountRule(
        "R03", AlertCodes.Cluster, Severity.Medium, 4, 30, Received,
        happening => happening.Body is PassportApplicationReceived { Address: { } address } e && happening.Subject(e.Applicant) is { } applicant
            ? [happening.Observed($"address:{address}", "address", applicant, e.FamilyCard?.ToString() ?? applicant.ToString())]
            : [],
        one => one.Value);

    /// <summary>R04: one escort at several interviews.</summary>
    public static IAlertRule Escort { get; } = new CountRule(
        "R04", AlertCodes.Cluster, Severity.High, 3, 30, LooksAt.Of(typeof(PassportInterviewConducted), typeof(PassportApplicationReceived)), Escorts,
        one => one.Stream.ToString());

    /// <summary>
    /// R06: nearly the same answers of several applicants. Digests that agree in one band of places may be alike, and are compared whole; their answers
    /// are nowhere in the log's keys.
    /// </summary>
    public static IAlertRule Answers { get; } = new CountRule("R06", AlertCodes.Cluster, Severity.High, 3, 14, Interviews, Digests, ByPerson)
    {
        ManyKeys = true, Belongs = (one, latest) => AnswerDigest.Alike(one.Value, latest.Value),
    };

    /// <summary>R02, as the whole rule judges it: see <see cref="SponsorRule"/>.</summary>
    internal static IEnumerable<Observation> Sponsors(Happening happening)
    {
        if (happening.Body is not PassportApplicationReceived e || happening.Subject(e.Applicant) is not { } applicant)
            yield break;
        var regency = Places.RegencyOf(e.Domicile ?? happening.Envelope.Place ?? "");
        if (e.Sponsor is { } sponsor)
            yield return happening.Observed($"sponsor:{sponsor}", "sponsor", applicant, regency);
        if (e.SponsorContact is { } contact)
            yield return happening.Observed($"sponsorContact:{contact}", "sponsor", applicant, regency);
    }

    private static IEnumerable<Observation> Contacts(Happening happening)
    {
        if (happening.Body is not PassportApplicationReceived e || happening.Subject(e.Applicant) is not { } applicant)
            yield break;
        if (e.Phone is { } phone)
            yield return happening.Observed($"phone:{phone}", "phone", applicant);
        if (e.Email is { } email)
            yield return happening.Observed($"email:{email}", "email", applicant);
    }

    private static IEnumerable<Observation> Escorts(Happening happening) => happening.Body switch
    {
        PassportInterviewConducted { Escort: { } escort } e => [happening.Observed($"escort:{escort}", "escort", happening.Subject(e.Applicant))],
        // Where the office did not say who the escort was, whoever came along may have been.
        PassportInterviewConducted { Companions: { } companions } e => companions
            .Select(companion => happening.Observed($"escort:{companion}", "escort", happening.Subject(e.Applicant))),
        PassportApplicationReceived { FeePayer: { } payer } e => [happening.Observed($"payer:{payer}", "payer", happening.Subject(e.Applicant))],
        _ => [],
    };

    private static IEnumerable<Observation> Digests(Happening happening) => happening.Body is PassportInterviewConducted { AnswerDigest: { } digest } e
        ? AnswerDigest.Bands(digest).Select(band => happening.Observed($"answers:{band}", "answers", happening.Subject(e.Applicant), AnswerDigest.Text(digest)))
        : [];

    private static string? ByPerson(Observation one) => one.Person == default ? null : one.Person.ToString();
}
