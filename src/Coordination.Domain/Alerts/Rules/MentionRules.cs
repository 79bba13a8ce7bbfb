using Coordination.Domain.Kernel;
using Coordination.Domain.Operations;
using Coordination.Domain.Screening;
using Coordination.Domain.Tips;
using Coordination.Domain.Victims;

namespace Coordination.Domain.Alerts.Rules;

/// <summary>
/// Rules on what somebody said or an officer saw: R38, R40, signs of a victim, and the notices of a refusal and of a deferral.
/// </summary>
internal static class MentionRules
{
    private static readonly IReadOnlySet<Type> Said =
        LooksAt.Of(typeof(PassportInterviewConducted), typeof(SecondaryInspectionConducted), typeof(TipReceived));

    /// <summary>R38: somebody is held for money.</summary>
    public static IAlertRule Ransom { get; } = new EncounterRule(
        "R38", AlertCodes.Ransom, Severity.Critical, Said, happening => Mention(happening, WarningSign.RansomMentioned, TipSign.RansomMentioned),
        (facts, _, _) => EncounterRule.Strike(Severity.Critical, facts))
    {
        To = [.. RuleAddressees.Victims, Audiences.Agency("KEMLU")],
    };

    /// <summary>
    /// R40: an official is named as facilitator, by whoever was listened to, or charged as one. For the internal-affairs desk alone: whoever wrote it
    /// down may work beside him.
    /// </summary>
    public static IAlertRule Official { get; } = new EncounterRule(
        "R40", AlertCodes.Official, Severity.Critical, OfficialMentions.Types, OfficialMentions.In,
        (facts, _, _) => EncounterRule.Strike(Severity.Critical, facts))
    {
        Version = 2, To = [RuleAddressees.InternalAffairs], Restricted = true,
    };

    /// <summary>A-VICT: as many signs as the threshold says, or the officer's own finding, whatever the sum.</summary>
    public static IAlertRule Victim { get; } = new EncounterRule(
        AlertCodes.Victim, AlertCodes.Victim, Severity.High,
        LooksAt.Of(typeof(VictimIndicatorScreened), typeof(VictimIdentifiedInField), typeof(VictimScreened)),
        happening => happening.Body switch
        {
            VictimIndicatorScreened e => new(e.Traveller, RuleFacts.Of(("indicators", e.Indicators.Count), ("found", e.Result != ScreeningResult.NoIndication))),
            VictimIdentifiedInField e => new(e.Person, RuleFacts.Of(("indicators", e.Signs.Count), ("found", true))),
            VictimScreened e => new(e.Person, RuleFacts.Of(("indicators", e.Indicators.Count), ("found", e.Indicated is true))),
            _ => null,
        },
        (facts, _, values) => facts.Is("found") || facts.Number("indicators") >= values["indicators"]
            ? EncounterRule.Strike(Severity.High, facts, "indicators") : null,
        RuleThreshold.Count("indicators", 3))
    {
        Version = 2, PerPerson = true, To = RuleAddressees.Victims,
    };

    /// <summary>A-REFUSE: every immigration office hears of a refusal. Low: it is a notice, and the digest shows it.</summary>
    public static IAlertRule Refusal { get; } = new EncounterRule(
        AlertCodes.Refusal, AlertCodes.Refusal, Severity.Low, LooksAt.Of(typeof(PassportApplicationRefused)),
        happening => happening.Body is PassportApplicationRefused e ? new(e.Applicant, RuleFacts.Of(("unit", happening.Envelope.By.Unit))) : null,
        (facts, _, _) => EncounterRule.Strike(Severity.Low, facts, "unit"))
    {
        To = [Audiences.Agency("IMIGRASI")],
    };

    /// <summary>
    /// A-DEFER: whoever protects migrants where the applicant comes from, and the government there, hear of a deferral while there is time
    /// to advise. Low: a notice, as of a refusal; one for each day on which the application was deferred.
    /// </summary>
    public static IAlertRule Deferral { get; } = new EncounterRule(
        AlertCodes.Deferral, AlertCodes.Deferral, Severity.Low,
        LooksAt.Of(typeof(PassportApplicationReceived), typeof(PassportIssuanceDeferred)),
        happening => happening.Body switch
        {
            PassportApplicationReceived e => new(e.Applicant, RuleFacts.Of(("home", e.Domicile))),
            PassportIssuanceDeferred e => new(
                e.Applicant, RuleFacts.Of(("unit", happening.Envelope.By.Unit), ("deferred", happening.Envelope.Day))),
            _ => null,
        },
        (facts, latest, _) => facts["deferred"] is { } day
            ? new(Severity.Low, facts.Named("unit"), RuleAddressees.Home(facts["home"]), $"{latest.Key}/{day}")
            : null)
    {
        Remembers = true,
    };

    internal static Noted? Mention(Happening happening, WarningSign flag, TipSign sign) => happening.Body switch
    {
        PassportInterviewConducted e when e.RedFlags.Contains(flag) => new(e.Applicant, Heard),
        SecondaryInspectionConducted e when e.RedFlags.Contains(flag) => new(e.Traveller, Heard),
        TipReceived e when e.Signs?.Contains(sign) == true => new(Whom(e), Heard),
        _ => null,
    };

    internal static RuleFacts Heard { get; } = RuleFacts.Of(("said", true));

    // Never the reporter: a source is nobody's subject.
    internal static PersonRef? Whom(TipReceived tip) =>
        (tip.Subjects ?? []).Where(subject => subject.Role is TipRole.PossibleVictim or TipRole.Missing).Select(subject => (PersonRef?)subject.Person).FirstOrDefault()
            ?? default(PersonRef);
}
