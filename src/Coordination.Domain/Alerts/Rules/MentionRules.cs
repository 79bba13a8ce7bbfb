using Coordination.Domain.Kernel;
using Coordination.Domain.Operations;
using Coordination.Domain.Screening;
using Coordination.Domain.Tips;
using Coordination.Domain.Victims;

namespace Coordination.Domain.Alerts.Rules;

/// <summary>Rules on what somebody said or an officer saw: R38, R40, signs of a victim, and the notice of a refusal.</summary>
internal static class MentionRules
{
    private static readonly IReadOnlySet<Type> Said =
        LooksAt.Of(typeof(PassportInterviewConducted), typeof(SecondaryInspectionConducted), typeof(TipReceived));

    /// <summary>R38: somebody is held for money.</summary>
    public static IAlertRule Ransom { get; } = new EncounterRule(
        "R38", AlertCodes.Ransom, Severity.Critical, Said, happening => Mention(happening, WarningSign.RansomMentioned, TipSign.RansomMentioned, null),
        (facts, _, _) => EncounterRule.Strike(Severity.Critical, facts))
    {
        To = [.. RuleAddressees.Victims, Audiences.Agency("KEMLU")],
    };

    /// <summary>R40: an official is named as facilitator. For the internal-affairs desk alone: whoever wrote it down may work beside him.</summary>
    public static IAlertRule Official { get; } = new EncounterRule(
        "R40", AlertCodes.Official, Severity.Critical, Said, happening => Mention(happening, WarningSign.OfficialNamed, TipSign.OfficialNamed, TipRole.Official),
        (facts, _, _) => EncounterRule.Strike(Severity.Critical, facts))
    {
        To = [RuleAddressees.InternalAffairs], Restricted = true,
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

    private static Noted? Mention(Happening happening, WarningSign flag, TipSign sign, TipRole? role) => happening.Body switch
    {
        PassportInterviewConducted e when e.RedFlags.Contains(flag) => new(e.Applicant, Heard),
        SecondaryInspectionConducted e when e.RedFlags.Contains(flag) => new(e.Traveller, Heard),
        TipReceived e when e.Signs?.Contains(sign) == true || (role is { } named && e.Subjects?.Any(subject => subject.Role == named) == true) =>
            new(Whom(e), Heard),
        _ => null,
    };

    private static readonly RuleFacts Heard = RuleFacts.Of(("said", true));

    // Never the reporter: a source is nobody's subject.
    private static PersonRef? Whom(TipReceived tip) =>
        (tip.Subjects ?? []).Where(subject => subject.Role is TipRole.PossibleVictim or TipRole.Missing).Select(subject => (PersonRef?)subject.Person).FirstOrDefault()
            ?? default(PersonRef);
}
