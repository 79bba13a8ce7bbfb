using Coordination.Domain.Kernel;
using Coordination.Domain.Screening;

namespace Coordination.Domain.Alerts.Rules;

/// <summary>Rules on what several travellers have in common: R08, R14, the matchmaker of R23, and R19.</summary>
internal static class TravellerCounts
{
    private static readonly IReadOnlySet<Type> Referred = LooksAt.Of(typeof(TravellerReferredToSecondary));

    /// <summary>R08: one card or booking for several people who are no family.</summary>
    public static IAlertRule Booking { get; } = new CountRule(
        "R08", AlertCodes.Cluster, Severity.High, 3, 30, Referred, Payments, one => one.Value);

    /// <summary>R14: several young women on one route with one escort.</summary>
    public static IAlertRule Escorted { get; } = new CountRule("R14", AlertCodes.Cluster, Severity.High, 3, 30, Referred, Escorts, ByPerson);

    /// <summary>R23, first half: one matchmaker or witness of several marriages.</summary>
    public static IAlertRule Matchmaker { get; } = new CountRule(
        "R23", AlertCodes.Cluster, Severity.High, 3, 180,
        LooksAt.Of(typeof(TravellerReferredToSecondary), typeof(SecondaryInspectionConducted), typeof(PassportInterviewConducted)), Matches, ByPerson);

    /// <summary>R19: one document number on two people, however long ago.</summary>
    public static IAlertRule Document { get; } = new CountRule(
        "R19", AlertCodes.Document, Severity.Critical, 2, null,
        LooksAt.Of(
            typeof(PassportApplicationReceived), typeof(ApplicantDocumentVerified), typeof(DocumentForgerySuspected), typeof(PassportIssued),
            typeof(TravellerReferredToSecondary), typeof(DepartureRecorded), typeof(PassportWithdrawn)),
        Documents, ByPerson)
    {
        Version = 2, Parked = null, ToEach = one => one.Value,
    };

    private static IEnumerable<Observation> Payments(Happening happening)
    {
        if (happening.Body is not TravellerReferredToSecondary { Journey: { } journey } e || happening.Subject(e.Traveller) is not { } traveller)
            yield break;
        var household = e.FamilyCard?.ToString() ?? traveller.ToString();
        if (journey.Booking is { } booking)
            yield return happening.Observed($"booking:{booking}", "booking", traveller, household);
        if (journey.PaymentCard is { } card)
            yield return happening.Observed($"card:{card}", "card", traveller, household);
    }

    private static IEnumerable<Observation> Escorts(Happening happening) =>
        happening.Body is TravellerReferredToSecondary { Sex: Sex.Female, Age: >= 18 and <= 25 } e && (e.Escort ?? e.Party?.Leader) is { } escort
            ? [happening.Observed($"escort:{escort}/{happening.Envelope.Checkpoint()}/{e.Destination}", "escort", happening.Subject(e.Traveller))]
            : [];

    private static IEnumerable<Observation> Matches(Happening happening)
    {
        var (marriage, person) = happening.Body switch
        {
            TravellerReferredToSecondary e => (e.Marriage, e.Traveller),
            SecondaryInspectionConducted e => (e.Marriage, e.Traveller),
            PassportInterviewConducted e => (e.Marriage, e.Applicant),
            _ => (null, null),
        };
        return marriage is null ? [] : marriage.Persons().OfType<PersonRef>().Distinct()
            .Select(match => happening.Observed($"match:{match}", "match", happening.Subject(person)));
    }

    private static IEnumerable<Observation> Documents(Happening happening)
    {
        (PersonRef? Person, IEnumerable<ShownDocument> Documents) shown = happening.Body switch
        {
            PassportApplicationReceived e => (e.Applicant, e.Documents ?? []),
            ApplicantDocumentVerified e => (e.Applicant, [new(e.Document, e.DocumentNumber, e.Issuer)]),
            DocumentForgerySuspected e => (e.Applicant, [new(e.Document, e.DocumentNumber, e.Issuer)]),
            PassportIssued e => (e.Applicant, [new(DocumentType.Passport, e.PassportNumber)]),
            TravellerReferredToSecondary e => (e.Traveller, [new(DocumentType.Passport, e.PassportNumber)]),
            DepartureRecorded e => (e.Traveller, [new(DocumentType.Passport, e.PassportNumber)]),
            PassportWithdrawn e => (e.Traveller, [new(DocumentType.Passport, e.PassportNumber)]),
            _ => (null, []),
        };
        // A family card is for the whole family: its number on several people is what it is for.
        return shown.Documents.Where(document => document is { Number: not null, Type: not DocumentType.FamilyCard }).DistinctBy(document => document.Number)
            .Select(document => happening.Observed(
                $"document:{document.Number}", "document", happening.Subject(shown.Person), DocumentIssuers.Of(document.Type, document.Issuer)));
    }

    private static string? ByPerson(Observation one) => one.Person == default ? null : one.Person.ToString();
}
