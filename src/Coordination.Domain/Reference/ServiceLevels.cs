namespace Coordination.Domain.Reference;

/// <summary>How long each step may take. Defaults of the product unless a source is named.</summary>
public static class ServiceLevels
{
    /// <summary>A proposed handoff is dispatched within a day of the decision.</summary>
    public static readonly TimeSpan HandoffDispatch = TimeSpan.FromHours(24);

    public static readonly TimeSpan HandoffReceipt = TimeSpan.FromHours(4);

    public static readonly TimeSpan HandoffDecision = TimeSpan.FromDays(3);

    /// <summary>When the subject is detained.</summary>
    public static readonly TimeSpan HandoffDecisionWithPerson = TimeSpan.FromHours(24);

    /// <summary>From the handing over of a traveller into protection until the answer.</summary>
    public static readonly TimeSpan ProtectionAnswer = TimeSpan.FromHours(4);

    /// <summary>From the handing over of a facilitator to the police until the answer.</summary>
    public static readonly TimeSpan PoliceAnswer = TimeSpan.FromHours(24);

    /// <summary>As after P-19 in the practice of civil-servant investigators.</summary>
    public static readonly TimeSpan HandoffSupplement = TimeSpan.FromDays(14);

    /// <summary>How long before the end of a statutory or agreed period those who are waited for are told.</summary>
    public static readonly TimeSpan HandoffNotice = TimeSpan.FromDays(3);

    /// <summary>Until a declined handoff has a conference or another desk.</summary>
    public static readonly TimeSpan DeclinedHandoff = TimeSpan.FromDays(2);

    /// <summary>Until the coordination meeting has decided who is competent.</summary>
    public static readonly TimeSpan CompetenceDecision = TimeSpan.FromDays(2);

    /// <summary>Until immigration and police sit together after signs of exploitation (gelar perkara bersama).</summary>
    public static readonly TimeSpan JointConference = TimeSpan.FromDays(2);

    /// <summary>From indictment until the claims for restitution are there, where the day of the demand is not known.</summary>
    public static readonly TimeSpan RestitutionClaim = TimeSpan.FromDays(14);

    /// <summary>Before the demand, for victims without a claim: the claim goes with it (UU 21/2007 Ps 48).</summary>
    public static readonly TimeSpan RestitutionClaimNotice = TimeSpan.FromDays(7);

    /// <summary>Returns of one file that are more than a mistake.</summary>
    public const int ReturnLoops = 2;

    public static readonly TimeSpan IntelligenceAcknowledgement = TimeSpan.FromHours(24);

    /// <summary>For Rahasia and above.</summary>
    public static readonly TimeSpan SecretIntelligenceAcknowledgement = TimeSpan.FromHours(4);

    /// <summary>Until a unit that read a recalled item has said what became of it.</summary>
    public static readonly TimeSpan RecallAcknowledgement = TimeSpan.FromDays(3);

    /// <summary>A request for consent that nobody answered by then must be made again.</summary>
    public static readonly TimeSpan ConsentAnswer = TimeSpan.FromDays(7);

    /// <summary>From the collecting of intelligence to its report.</summary>
    public static readonly TimeSpan IntelligenceFiling = TimeSpan.FromHours(24);

    /// <summary>From an application at the office, or in its app, until the product has it.</summary>
    public static readonly TimeSpan ApplicationImport = TimeSpan.FromMinutes(15);

    public const int DocumentVerificationWorkingDays = 1;

    /// <summary>From a deferral until the applicant is sent to who gives safe advice.</summary>
    public const int DeferredReferralWorkingDays = 1;

    /// <summary>From the counter of a checkpoint to the end of the secondary inspection.</summary>
    public static readonly TimeSpan SecondaryInspection = TimeSpan.FromMinutes(45);

    /// <summary>From the counter of a checkpoint until somebody has looked for signs of a victim.</summary>
    public static readonly TimeSpan IndicatorScreening = TimeSpan.FromMinutes(60);

    /// <summary>From a deferral at a checkpoint to the way home.</summary>
    public static readonly TimeSpan OriginReturn = TimeSpan.FromDays(3);

    /// <summary>Passport or reasoned answer after the interview (service standard of the immigration offices).</summary>
    public const int PassportAnswerWorkingDays = 4;

    /// <summary>Until the unit that a deferred applicant was referred to takes it up.</summary>
    public const int ReferralWorkingDays = 3;

    public const int FieldCheckWorkingDays = 3;

    /// <summary>Until a tip that tells of danger to life has an owner.</summary>
    public static readonly TimeSpan TipInDanger = TimeSpan.FromHours(1);

    public static readonly TimeSpan TipOwner = TimeSpan.FromHours(24);

    public static readonly TimeSpan TipVerification = TimeSpan.FromDays(7);

    /// <summary>Until the reporter hears of the outcome.</summary>
    public static readonly TimeSpan TipFeedback = TimeSpan.FromDays(7);

    public const int VillageAnswerDays = 2;

    /// <summary>From the proposal of a joint operation to the chair's decision, in working days.</summary>
    public const int OperationApprovalDays = 3;

    /// <summary>An agency without an order hears of it this long before the planned start.</summary>
    public static readonly TimeSpan OrderNotice = TimeSpan.FromHours(24);

    /// <summary>Orders of an urgent operation, in days after its start (Permenimipas 2/2025 Ps 30).</summary>
    public const int UrgentOrderDays = 1;

    /// <summary>How long after the conclusion records of the field are still taken: an island without a network is reached again by then.</summary>
    public static readonly TimeSpan FieldRecord = TimeSpan.FromDays(3);

    /// <summary>Until what was written down in the field, with or without a network, is in the product.</summary>
    public static readonly TimeSpan FieldSync = TimeSpan.FromHours(2);

    /// <summary>From the conclusion until everybody who was met has an outcome.</summary>
    public static readonly TimeSpan OperationOutcome = TimeSpan.FromHours(24);

    /// <summary>From the conclusion to the draft of the report, in working days.</summary>
    public const int OperationDraftDays = 3;

    /// <summary>From the conclusion to the final report, in working days.</summary>
    public const int OperationReportDays = 7;

    /// <summary>An agency that has not answered the draft hears of it this long before the report is due.</summary>
    public static readonly TimeSpan OperationAnswerNotice = TimeSpan.FromDays(2);

    /// <summary>From a meeting to its minutes, in working days.</summary>
    public const int MeetingMinutesDays = 5;

    /// <summary>Two operations nearer than this in time are in each other's way.</summary>
    public static readonly TimeSpan ConflictDistance = TimeSpan.FromHours(48);

    /// <summary>Notice to the prosecutor after the start of an investigation (MK 130/PUU-XIII/2015; UU 20/2025).</summary>
    public const int ProsecutorNoticeDays = 7;

    public const int WatchEntryMonths = 12;

    public const int ProtectiveWatchEntryMonths = 6;

    /// <summary>So long before its end an entry is looked at again.</summary>
    public const int WatchEntryReviewDays = 14;

    /// <summary>What a hit came to is said within a day.</summary>
    public static readonly TimeSpan WatchHitReview = TimeSpan.FromHours(24);

    /// <summary>After that long an analyst looks at an own hypothesis again.</summary>
    public static readonly TimeSpan NetworkLinkReview = TimeSpan.FromDays(30);

    /// <summary>What nobody has confirmed by then is told to those who might act on it.</summary>
    public static readonly TimeSpan NetworkLinkUnconfirmed = TimeSpan.FromDays(60);

    public static readonly TimeSpan FinancialInquiry = TimeSpan.FromDays(14);

    public static readonly TimeSpan JobAdTakedown = TimeSpan.FromDays(2);

    /// <summary>From a finding about a placement company until it is put right, where no other day was set.</summary>
    public const int FindingCorrectionDays = 14;

    /// <summary>So long before its end somebody decides whether a sanction goes on.</summary>
    public const int SanctionNoticeDays = 7;

    /// <summary>An urgent exit ban without a formal decision lapses by law (UU 63/2024; the procedure is of Permenimipas 13/2025).</summary>
    public const int UrgentExitBanDays = 20;

    /// <summary>An exit ban, and its one extension, each (UU 63/2024 Ps 97).</summary>
    public const int ExitBanMonths = 6;

    /// <summary>An extension arrives so long before the last day, or the ban lapses by law.</summary>
    public const int BanExtensionAheadDays = 3;

    /// <summary>So long before the last day on which an extension can arrive its requester is told.</summary>
    public const int BanExtensionNoticeDays = 3;

    /// <summary>An entry ban, each time (UU 63/2024 Ps 102).</summary>
    public const int EntryBanYears = 10;

    /// <summary>A shift of every checkpoint acknowledges an advisory.</summary>
    public static readonly TimeSpan AdvisoryAcknowledgement = TimeSpan.FromHours(4);

    /// <summary>What a hit of an advisory came to.</summary>
    public static readonly TimeSpan AdvisoryHitOutcome = TimeSpan.FromHours(2);

    /// <summary>So long before its end somebody decides whether an advisory goes on.</summary>
    public static readonly TimeSpan AdvisoryEndNotice = TimeSpan.FromDays(1);

    /// <summary>An advisory follows the warning that it rests on.</summary>
    public static readonly TimeSpan AdvisoryAfterWarning = TimeSpan.FromHours(1);

    /// <summary>The police hear what came of their warning.</summary>
    public static readonly TimeSpan WarningFeedback = TimeSpan.FromHours(24);

    public static readonly TimeSpan WarningFeedbackMissing = TimeSpan.FromHours(48);

    /// <summary>Answer to a person about its data (UU 27/2022: 3 x 24 hours).</summary>
    public static readonly TimeSpan SubjectRequest = TimeSpan.FromHours(72);

    /// <summary>Notice of a breach to the persons and the authority (UU 27/2022 Ps 46).</summary>
    public static readonly TimeSpan BreachNotice = TimeSpan.FromHours(72);
}
