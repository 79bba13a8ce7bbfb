using Coordination.Domain.Intelligence;
using Coordination.Domain.Kernel;
using Coordination.Domain.Prosecution;
using Coordination.Domain.Reference;
using Coordination.Domain.Screening;
using Coordination.Domain.Tips;
using Coordination.Domain.Victims;

namespace Coordination.Domain.Alerts.Rules;

/// <summary>
/// Where an official can be named as facilitator (oknum): by an applicant, a traveller, a reporter, a victim who is screened, a neighbour who is asked
/// in the field, a source of intelligence; by the desk that reads a tip; and by a charge of UU 21/2007 Ps 8, the article on officials.
/// </summary>
internal static class OfficialMentions
{
    private const string ChargeOnOfficials = "UU-21-2007:8";

    public static IReadOnlySet<Type> Types { get; } = LooksAt.Of(
        typeof(PassportInterviewConducted), typeof(SecondaryInspectionConducted), typeof(TipReceived), typeof(TipTriaged), typeof(FieldCheckReported),
        typeof(VictimIndicatorScreened), typeof(VictimScreened), typeof(IntelligenceReportFiled), typeof(PoliceReportRegistered),
        typeof(InvestigationStarted), typeof(OffenceReclassified), typeof(IndictmentFiled));

    public static Noted? In(Happening happening) => happening.Body switch
    {
        TipReceived e when e.Subjects?.Any(subject => subject.Role == TipRole.Official) == true => new(MentionRules.Whom(e), MentionRules.Heard),
        TipTriaged { Category: TipCategory.Official } => Unnamed,
        FieldCheckReported { OfficialNamed: true } e => new(e.Applicant, MentionRules.Heard),
        VictimIndicatorScreened { OfficialNamed: true } e => new(e.Traveller, MentionRules.Heard),
        VictimScreened { OfficialNamed: true } e => new(e.Person, MentionRules.Heard),
        IntelligenceReportFiled { OfficialNamed: true } => Unnamed,
        PoliceReportRegistered e when Charges(e.Articles) => Unnamed,
        InvestigationStarted e when Charges(e.Articles) => Unnamed,
        OffenceReclassified { Articles: { } articles } when Charges(articles) => Unnamed,
        IndictmentFiled e when Charges(e.Articles) => Unnamed,
        _ => MentionRules.Mention(happening, WarningSign.OfficialNamed, TipSign.OfficialNamed),
    };

    // Which of several persons is the official is for the desk to find out; whoever told of one is not.
    private static Noted Unnamed => new(default(PersonRef), MentionRules.Heard);

    private static bool Charges(IEnumerable<string> articles) => articles.Any(article => LegalBases.Normal(article) == ChargeOnOfficials);
}
