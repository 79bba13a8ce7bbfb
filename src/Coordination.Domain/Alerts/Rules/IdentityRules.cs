using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;
using Coordination.Domain.Screening;

namespace Coordination.Domain.Alerts.Rules;

/// <summary>Rules on who somebody is: R17, R18, R20, R21, and a document that looks forged.</summary>
internal static class IdentityRules
{
    private const int MonthsOfYear = 12;
    private const int MidYear = 6;

    /// <summary>R17: sources differ on the date of birth, or the person looks like a minor. Doubt counts for the child.</summary>
    public static IAlertRule Age { get; } = new EncounterRule(
        "R17", AlertCodes.Child, Severity.Critical,
        LooksAt.Of(
            typeof(PassportApplicationReceived), typeof(PassportInterviewConducted), typeof(ApplicantDocumentVerified), typeof(TravellerReferredToSecondary),
            typeof(SecondaryInspectionConducted)),
        OfBirths, JudgeAge, RuleThreshold.Count("years", 2))
    {
        Remembers = true, To = RuleAddressees.Children,
    };

    /// <summary>R18: the registry does not know the number, or knows another name. The similarity is computed where the names are, never here.</summary>
    public static IAlertRule Registry { get; } = new EncounterRule(
        "R18", AlertCodes.Document, Severity.High, LooksAt.Of(typeof(PassportApplicationReceived), typeof(ApplicantDocumentVerified)),
        happening => happening.Body switch
        {
            PassportApplicationReceived e => new(e.Applicant, RuleFacts.Of(("found", e.NikFound), ("similarity", e.NameSimilarity))),
            ApplicantDocumentVerified e => new(e.Applicant, RuleFacts.Of(("found", e.NikFound), ("similarity", e.NameSimilarity))),
            _ => null,
        },
        (facts, _, values) => facts.IsNot("found") || facts.Number("similarity") < values["percent"]
            ? EncounterRule.Strike(Severity.High, facts, "found", "similarity") : null,
        RuleThreshold.Count("percent", 80))
    {
        Version = 2, To = [DocumentIssuers.Registry],
    };

    /// <summary>R20: a passport said to be lost at one office, and another applied for at the next.</summary>
    public static IAlertRule LostPassport { get; } = new EncounterRule(
        "R20", null, Severity.Medium, LooksAt.Of(typeof(PassportApplicationReceived)),
        happening => happening.Body is PassportApplicationReceived { Lost: { ReportedTo: { } office } lost } e
            && !Units.SameOffice(happening.Envelope.By.Agency, office, happening.Envelope.By.Unit)
                ? new(e.Applicant, RuleFacts.Of(("days", happening.Envelope.Day.DayNumber - lost.ReportedOn.DayNumber), ("unit", office))) : null,
        (facts, _, values) => facts.Number("days") <= values["days"] ? EncounterRule.Strike(Severity.Medium, facts, "days", "unit") : null,
        RuleThreshold.Days(90));

    /// <summary>R21: somebody who came back as a deportee applies again: to be protected, not punished.</summary>
    public static IAlertRule Deportee { get; } = new EncounterRule(
        "R21", null, Severity.Medium, LooksAt.Of(typeof(PassportApplicationReceived)),
        happening => happening.Body is PassportApplicationReceived { DeportedOn: { } deported } e
            ? new(e.Applicant, RuleFacts.Of(("days", happening.Envelope.Day.DayNumber - deported.DayNumber))) : null,
        (facts, _, values) => facts.Number("days") <= values["days"] ? EncounterRule.Strike(Severity.Medium, facts, "days") : null,
        RuleThreshold.Days(180));

    /// <summary>A document that looks forged: the catalogue of alerts has it without a number in the catalogue of rules. Its issuer hears of it.</summary>
    public static IAlertRule Forgery { get; } = new EncounterRule(
        AlertCodes.Document, AlertCodes.Document, Severity.High, LooksAt.Of(typeof(DocumentForgerySuspected)),
        happening => happening.Body is DocumentForgerySuspected e
            ? new(e.Applicant, RuleFacts.Of(("document", e.Document), ("issuer", Agencies.Find(e.Issuer)?.Code))) : null,
        (facts, _, _) => EncounterRule.Strike(Severity.High, facts, "document") with
        {
            To = facts["issuer"] is { } issuer ? [Audiences.Agency(issuer)] : [],
        });

    private static Noted? OfBirths(Happening happening)
    {
        (IReadOnlyList<StatedBirth>? Births, bool? LooksMinor, PersonRef? Person) said = happening.Body switch
        {
            PassportApplicationReceived e => (e.Births, e.LooksMinor, e.Applicant),
            PassportInterviewConducted e => (null, e.LooksMinor, e.Applicant),
            ApplicantDocumentVerified e => (e.Births, null, e.Applicant),
            TravellerReferredToSecondary e => (e.Births, e.LooksMinor, e.Traveller),
            SecondaryInspectionConducted e => (null, e.LooksMinor, e.Traveller),
            _ => default,
        };
        var facts = (said.Births ?? []).Select(birth => ($"birth.{birth.Source}", (object?)((birth.Year * MonthsOfYear) + (birth.Month ?? MidYear))));
        return new(said.Person, RuleFacts.Of([.. facts, ("minor", said.LooksMinor is true ? true : null)]));
    }

    private static Struck? JudgeAge(RuleFacts facts, Observation latest, RuleValues values)
    {
        if (facts.Is("minor"))
            return EncounterRule.Strike(Severity.Critical, facts, "minor");
        var months = Enum.GetNames<BirthSource>().Select(source => facts.Number($"birth.{source}")).OfType<long>().ToList();
        return months.Count > 1 && months.Max() - months.Min() > values["years"] * MonthsOfYear
            ? new(Severity.Critical, RuleFacts.Of(("years", (months.Max() - months.Min()) / MonthsOfYear)).Named("years")) : null;
    }
}
