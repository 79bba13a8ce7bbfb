using Coordination.Domain.Kernel;

namespace Coordination.Domain.Reference;

/// <summary>Agencies of these kinds may issue this command on one of these bases, from a day on.</summary>
/// <param name="Bases">Citations; the first one in force is what applies when the sender names none.</param>
/// <param name="ByHead">
/// Within the agency it is for the head of the unit to say, in the task force for its coordinator, or for the agency's own system, which tells what the
/// head said.
/// </param>
public sealed record AuthorityRow(
    string Command, IReadOnlyList<AgencyKind> Kinds, IReadOnlyList<string> Bases, DateOnly From, DateOnly? Until = null, bool ByHead = false)
{
    /// <summary>Whether it is for an officer of this role.</summary>
    public bool IsFor(OfficerRole role) => !ByHead || role is OfficerRole.UnitHead or OfficerRole.Coordinator or OfficerRole.SystemClient;

    public bool InForceOn(DateOnly day) => From <= day && (Until is not { } until || day <= until);
}

/// <summary>
/// Which kind of agency may do what, by which law: immigration detects trafficking but does not investigate it, a police report is the
/// police's alone. What is not written here is not allowed. A change of law is a new row with a day, not an edit.
/// </summary>
public static class AuthorityMatrix
{
    private static readonly DateOnly Start = new(2024, 1, 1);

    private static readonly AgencyKind[] Everyone = [.. Enum.GetValues<AgencyKind>().Where(kind => kind != AgencyKind.System)];
    private static readonly AgencyKind[] System = [AgencyKind.System];
    private static readonly AgencyKind[] Immigration = [AgencyKind.Immigration];
    private static readonly AgencyKind[] Police = [AgencyKind.Police];

    private static readonly AgencyKind[] Investigators = [AgencyKind.Police, AgencyKind.Immigration];
    private static readonly AgencyKind[] Prosecutors = [AgencyKind.Prosecution];
    private static readonly AgencyKind[] Courts = [AgencyKind.Court];

    private static readonly AgencyKind[] Field =
        [AgencyKind.Immigration, AgencyKind.Police, AgencyKind.MigrantProtection, AgencyKind.Military, AgencyKind.CoastGuard];

    private static readonly AgencyKind[] Protectors =
    [
        AgencyKind.MigrantProtection, AgencyKind.SocialAffairs, AgencyKind.WomenAndChildren, AgencyKind.LocalGovernment,
        AgencyKind.WitnessProtection, AgencyKind.CivilSociety, AgencyKind.ForeignAffairs,
    ];

    /// <summary>Collection of early information reaches down to regency and village (Permenimipas 2/2025 Ps 53).</summary>
    private static readonly AgencyKind[] Collectors =
        [.. Field, AgencyKind.Intelligence, AgencyKind.FinancialIntelligence, AgencyKind.LocalGovernment, AgencyKind.Village, AgencyKind.TaskForce];

    /// <summary>Who may say what a person is: those who meet victims and those who care for them (UU 21/2007 Ps 45-46, Permen PPPA 8/2021).</summary>
    private static readonly AgencyKind[] Identifiers =
        [.. Field, .. Protectors, AgencyKind.International, AgencyKind.Prosecution, AgencyKind.TaskForce];

    /// <summary>Those who bring services, hospitals and the women and children's desk of the police among them.</summary>
    private static readonly AgencyKind[] Helpers = [.. Protectors, AgencyKind.International, AgencyKind.Ministry, AgencyKind.Police];

    private static readonly string[] Passport = ["PERMENKUMHAM-8-2014:22", "UU-6-2011", "UU-63-2024", "PERMENKUMHAM-18-2022", "UU-21-2007"];
    private static readonly string[] Border = ["UU-6-2011:16", "UU-63-2024", "PERMENKUMHAM-9-2024", "UU-21-2007", "UU-18-2017"];
    private static readonly string[] Transfer =
        ["UU-6-2011:107", "UU-21-2007", "UU-20-2025", "UU-8-1981", "UU-1-2023", "UU-63-2024", "MOU-POLRI-IMIPAS-2025"];
    private static readonly string[] Shield =
        ["UU-6-2011:86", "UU-21-2007:51", "UU-18-2017", "UU-35-2014", "PP-9-2008", "PERMENPPPA-8-2021"];
    private static readonly string[] Answer = ["UU-21-2007", .. Transfer, .. Shield];
    private static readonly string[] Exchange =
    [
        "PERMENIMIPAS-2-2025:53", "PERMENKUMHAM-8-2022", "PERMENKUMHAM-50-2016", "PERPRES-69-2008", "PERPRES-49-2023", "UU-6-2011:69",
        "UU-21-2007", "MOU-POLRI-IMIPAS-2025",
    ];

    private static readonly string[] Joint =
        ["PERPRES-69-2008", "PERPRES-49-2023", "PERMENIMIPAS-2-2025:53", "UU-21-2007:58", "UU-6-2011", "UU-18-2017"];
    /// <summary>Foreigner supervision teams and their operations; the team of an office is chaired by immigration (UU 6/2011 Ps 69).</summary>
    private static readonly string[] Operation =
        ["PERMENIMIPAS-2-2025:30", "UU-6-2011:69", "PERMENKUMHAM-50-2016", "UU-21-2007:58", "PERPRES-69-2008", "PERPRES-49-2023", "MOU-POLRI-IMIPAS-2025"];

    private static readonly string[] Services = ["UU-21-2007:52", "UU-18-2017", "PP-9-2008", "PERMENPPPA-8-2021", "UU-35-2014"];
    private static readonly string[] Identification = ["UU-21-2007:51", "PP-9-2008", "PERMENPPPA-8-2021", "UU-6-2011:86", "UU-18-2017", "UU-35-2014"];
    private static readonly string[] AdministrativeAction = ["UU-6-2011:75", "UU-63-2024", "PERMENIMIPAS-2-2025"];
    private static readonly string[] Protection = ["UU-31-2014", "UU-21-2007:44", "UU-20-2025"];
    private static readonly string[] Investigation = ["UU-20-2025", "UU-8-1981", "UU-21-2007", "UU-1-2023"];
    private static readonly string[] Trial = ["UU-20-2025", "UU-8-1981", "UU-21-2007:48", "UU-1-2023"];
    private static readonly string[] Restitution = ["UU-21-2007:48", "UU-20-2025", "UU-8-1981"];
    private static readonly string[] DataProtection = ["UU-27-2022", "UU-21-2007:44", "UU-43-2009"];
    private static readonly string[] Hold = ["UU-27-2022:44", "UU-20-2025", "UU-8-1981", "UU-21-2007", "UU-1-2023"];
    private static readonly string[] Watch =
        ["UU-6-2011", "UU-63-2024", "PERMENIMIPAS-13-2025", "UU-21-2007", "UU-18-2017", "MOU-POLRI-IMIPAS-2025"];

    /// <summary>Who takes down what the public tells.</summary>
    private static readonly AgencyKind[] Listeners =
    [
        AgencyKind.Village, AgencyKind.LocalGovernment, AgencyKind.CivilSociety, AgencyKind.MigrantProtection, AgencyKind.Immigration,
        AgencyKind.Police, AgencyKind.TaskForce,
    ];

    private static readonly string[] Checks = ["PERMENIMIPAS-2-2025:13", "UU-6-2011:66", "UU-63-2024"];
    private static readonly string[] Registers = ["UU-24-2013", "UU-18-2017", "UU-21-2007", "UU-6-2011"];
    private static readonly string[] Public = ["UU-21-2007:60", "UU-18-2017", "PERMENIMIPAS-2-2025:53", "PERPRES-69-2008", "UU-6-2011"];
    private static readonly string[] Villages = ["UU-18-2017:42", "UU-21-2007:57", "UU-6-2011", "PERMENIMIPAS-2-2025", "PERPRES-69-2008"];

    private static readonly string[] Networks =
        ["UU-21-2007:58", "UU-18-2017", "PERMENIMIPAS-2-2025:53", "UU-6-2011", "PERPRES-69-2008", "PERPRES-49-2023", "MOU-POLRI-IMIPAS-2025"];

    private static readonly string[] Placement = ["UU-18-2017", "PERMENP2MI-4-2025", "PERMENP2MI-23-2025", "PERMENP2MI-31-2025"];
    private static readonly string[] Money = ["UU-8-2010", "UU-21-2007", "UU-20-2025", "UU-8-1981"];
    private static readonly string[] Offers = ["UU-18-2017", "UU-21-2007"];
    private static readonly string[] ExitBan = ["UU-63-2024:97", "UU-6-2011:91", "PERMENIMIPAS-13-2025", "UU-21-2007", "UU-20-2025"];
    private static readonly string[] EntryBan = ["UU-63-2024:102", "UU-6-2011:98", "PERMENIMIPAS-13-2025", "UU-21-2007", "UU-20-2025"];
    private static readonly string[] Warning =
        ["MOU-POLRI-IMIPAS-2025", "UU-21-2007", "UU-6-2011:89", "UU-63-2024", "PERMENKUMHAM-9-2024", "PERMENIMIPAS-2-2025"];

    /// <summary>
    /// Of those whom the law lets ask for a ban, the members of the task force; the ministers of finance, KPK and BNN are none.
    /// </summary>
    private static readonly AgencyKind[] BanRequesters = [AgencyKind.Immigration, AgencyKind.Police, AgencyKind.Prosecution];

    private static readonly AgencyKind[] Inspectors = [AgencyKind.MigrantProtection, AgencyKind.LocalGovernment, AgencyKind.Ministry];

    public static IReadOnlyList<AuthorityRow> Rows { get; } =
    [
        .. Of(Immigration, Passport, "ReceivePassportApplication", "ConductPassportInterview", "DeferPassportIssuance",
            "ReferDeferredApplicant", "LiftPassportDeferral"),
        // The head of the office refuses, and says that a deferral was wrong; an officer defers.
        .. Of(Immigration, Passport, "RefusePassportApplication").Select(row => row with { ByHead = true }),
        .. Of(Immigration, Border, "OverturnDepartureDeferral").Select(row => row with { ByHead = true }),
        .. Of(Immigration, Passport, "VerifyApplicantDocument", "SuspectDocumentForgery", "IssuePassport"),
        .. Of(Immigration, Checks, "OrderFieldCheck", "ReportFieldCheck"),
        .. Of([AgencyKind.Ministry, AgencyKind.LocalGovernment, AgencyKind.MigrantProtection], Registers,
            "VerifyApplicantDocument", "SuspectDocumentForgery"),
        .. Of([.. Protectors, AgencyKind.Ministry], ["UU-18-2017", "UU-21-2007"], "AcceptApplicantReferral"),
        .. Of(System, Passport, "NoteReapplication"),
        .. Of(Immigration, Border, "ReferTraveller", "InspectTraveller", "DeferDeparture", "RecordDeparture"),
        .. Of(Immigration, [.. Passport, .. Border], "WithdrawPassport"),
        .. Of([AgencyKind.MigrantProtection, AgencyKind.SocialAffairs, AgencyKind.LocalGovernment], [.. Services, .. Border], "FacilitateOriginReturn"),
        .. Of([.. Field, .. Protectors], [.. Border, .. Services], "ScreenVictimIndicators"),
        .. Of([.. Field, .. Protectors, AgencyKind.Prosecution, AgencyKind.TaskForce], [.. Transfer, .. Shield],
            "ProposeHandoff", "DispatchHandoff"),
        .. Of([.. Field, AgencyKind.ForeignAffairs, AgencyKind.LocalGovernment, AgencyKind.Village], [.. Shield, .. Border],
            "HandToProtection"),
        .. Of([.. Field, AgencyKind.LocalGovernment, AgencyKind.ForeignAffairs], [.. Transfer], "HandToPolice"),
        .. Of(Everyone, Answer, "ReceiveHandoff", "AcceptHandoff", "ReturnHandoff", "SupplementHandoff", "DeclineHandoff", "WithdrawHandoff"),
        .. Of(Collectors, Exchange, "FileIntelligence", "GradeIntelligence"),
        .. Of(Everyone, Exchange, "ShareIntelligence", "AcknowledgeIntelligence", "WidenSharing", "NarrowSharing", "AcknowledgeRecall",
            "AskConsent", "GiveConsent", "RefuseConsent"),
        .. Of(Everyone, Joint, "OpenCase", "LinkCaseSource", "AddCaseSubject", "AssessCaseIndicators", "AddCaseMember",
            "RemoveCaseMember", "CloseCase", "ReopenCase"),
        .. Of(Protectors, Services, "AdmitToShelter"),
        .. Of(Listeners, Public, "ReceiveTip", "VerifyTip", "FindTipUnsubstantiated", "ConvertTip", "InformReporter"),
        .. Of([AgencyKind.TaskForce, AgencyKind.Immigration, AgencyKind.Police, AgencyKind.MigrantProtection], Public, "TriageTip", "AssignTip"),
        .. Of(Everyone, Villages, "HoldOutreachSession"),
        .. Of(Immigration, Villages, "DesignateVillage", "AssignOfficerToVillage"),
        .. Of([AgencyKind.Immigration, AgencyKind.MigrantProtection, AgencyKind.LocalGovernment], Villages, "RegisterCommunityPartner"),
        .. Of([AgencyKind.Immigration, AgencyKind.MigrantProtection, AgencyKind.Police], Villages, "RequestVillageVerification"),
        .. Of([AgencyKind.Village, AgencyKind.LocalGovernment], Villages, "AnswerVillageVerification"),
        .. Of(Everyone, Identification, "ReferVictim"),
        .. Of(Identifiers, Identification, "ScreenVictim", "DetermineVictimStatus", "ReviseVictimStatus"),
        .. Of(Immigration, Shield, "GrantReflectionPeriod"),
        .. Of(Immigration, AdministrativeAction, "ProposeAdministrativeAction", "ImposeAdministrativeAction", "SuspendAdministrativeAction",
            "LiftAdministrativeAction"),
        .. Of(Helpers, Services, "GiveServiceConsent", "DeclineServiceConsent", "WithdrawServiceConsent", "AssessHealth", "ExamineMedicoLegally",
            "CompleteTreatment", "LinkServiceToMatter"),
        .. Of([.. Protectors, AgencyKind.International], Services, "DischargeFromShelter", "AssessPsychosocially", "AgreeServicePlan",
            "HoldCounsellingSession", "SupportFamily", "AssignLegalAid", "AgreeReintegrationPlan", "GiveLivelihoodGrant", "CompleteTraining",
            "VisitForFollowUp", "CloseReintegration"),
        .. Of([.. Helpers, AgencyKind.Prosecution], Protection, "RequestWitnessProtection"),
        .. Of([AgencyKind.WitnessProtection], Protection, "GrantWitnessProtection"),
        .. Of([.. Protectors, AgencyKind.International, AgencyKind.Immigration, AgencyKind.Police], [.. Services, "UU-6-2011:88"], "PlanRepatriation",
            "AssignEscort", "NoteArrivalAtOrigin", "HandToLocalGovernment"),
        .. Of([AgencyKind.LocalGovernment, AgencyKind.Village], Services, "AcknowledgeAsLocalGovernment"),
        .. Of([.. Field, .. Protectors, AgencyKind.International, AgencyKind.Village, AgencyKind.TaskForce], Identification, "DetectReVictimisation"),
        .. Of(Police, Investigation, "RegisterPoliceReport", "NotifyProsecutor"),
        .. Of(Immigration, [.. Investigation, .. Transfer], "NotifyProsecutor"),
        .. Of(Investigators, [.. Investigation, .. Transfer], "StartInvestigation", "IndicateExploitation", "HoldCoordination",
            "ReclassifyOffence", "SubmitCaseFile", "ResubmitCaseFile", "TransferSuspectAndEvidence", "TerminateInvestigation", "NotifyTermination"),
        .. Of(Prosecutors, Investigation, "ReturnCaseFile", "DeclareCaseFileComplete", "FileIndictment"),
        .. Of(Courts, Trial, "RenderVerdict", "OrderRestitution"),
        .. Of([AgencyKind.WitnessProtection], Restitution, "AssessRestitution"),
        .. Of([AgencyKind.Prosecution, AgencyKind.WitnessProtection, AgencyKind.CivilSociety], Restitution, "ClaimRestitution"),
        .. Of([AgencyKind.Prosecution, AgencyKind.Court, AgencyKind.WitnessProtection], Restitution, "PayRestitution"),
        .. Of(Everyone, Answer, "FollowUpHandoff"),
        .. Of([.. Field, .. Protectors, AgencyKind.Prosecution, AgencyKind.TaskForce], [.. Transfer, .. Investigation],
            "RegisterEvidence", "ChangeCustody", "ReportSealBroken"),
        .. Of([.. Investigators, AgencyKind.Prosecution, AgencyKind.TaskForce], [.. Transfer, .. Joint], "RaiseCompetenceConflict"),
        .. Of([AgencyKind.TaskForce, AgencyKind.Police], Joint, "DecideCompetenceConflict"),
        .. Of([.. Field, AgencyKind.TaskForce], Watch, "ProposeWatchEntry", "ApproveWatchEntry"),
        .. Of([.. Field, AgencyKind.TaskForce], Watch, "ExtendWatchEntry", "RemoveWatchEntry"),
        .. Of(Everyone, Watch, "RecordWatchHit", "ReviewWatchHit"),
        .. Of(System, Watch, "ExpireWatchEntry"),
        .. Of(System, Shield, "RemovePunitiveWatch", "SuspendTravelBan", "WithdrawPunitiveOutcome"),
        .. Of(Everyone, Networks, "OpenBrokerProfile", "LinkAlias", "LinkContactPoint", "LinkArea", "CloseBrokerProfile"),
        .. Of(Collectors, Networks, "MergeBrokerProfiles", "AssertNetworkLink", "ConfirmNetworkLink", "RetractNetworkLink"),
        .. Of([AgencyKind.MigrantProtection], Placement, "RegisterP3MI", "ChangeLicenceStatus", "SanctionP3MI", "LiftSanction", "ExtendSanction"),
        .. Of(Inspectors, Placement, "InspectP3MI", "RaiseFinding", "DemandCorrectiveAction", "CompleteCorrectiveAction"),
        .. Of(Police, Money, "RequestFinancialInquiry"),
        .. Of([AgencyKind.FinancialIntelligence], Money, "AnswerFinancialInquiry"),
        .. Of([AgencyKind.MigrantProtection, AgencyKind.Police], Offers, "ReportIllegalJobAd"),
        .. Of([AgencyKind.Ministry], Offers, "TakeDownJobAd"),
        .. Of(BanRequesters, ExitBan, "RequestUrgentExitBan", "DecideExitBan", "ExtendExitBan", "LiftExitBan"),
        .. Of(Immigration, ExitBan, "EnterExitBan"),
        .. Of(System, ExitBan, "LapseExitBan"),
        .. Of(BanRequesters, EntryBan, "RequestEntryBan", "ExtendEntryBan", "LiftEntryBan"),
        .. Of(Immigration, EntryBan, "EnterEntryBan"),
        .. Of(System, EntryBan, "LapseEntryBan"),
        .. Of(Police, Warning, "IssueNetworkWarning"),
        .. Of(Immigration, Warning, "SendWarningFeedback", "PublishTpiAdvisory", "AcknowledgeTpiAdvisory", "RaiseTpiPosture", "RecordAdvisoryHit",
            "ReportHitOutcome", "ExtendAdvisory"),
        .. Of(System, Warning, "ExpireAdvisory", "NoteWarningAdvised", "NoteWarningOutcome"),
        .. Of(Everyone, Joint, "AcknowledgeAlert", "AssignAlert", "ResolveAlert", "ReopenAlert"),
        .. Of([.. Everyone, AgencyKind.System], Joint, "AppointOfficer", "RegisterClient", "MoveOfficer", "GrantRights", "ProposeRights", "ConfirmRights", "DeclineRights",
            "DisableOfficer", "EnableOfficer", "InviteOfficer", "IssueClientSecret", "RegisterUnit", "CloseUnit", "StaffDesk"),
        .. Of([AgencyKind.TaskForce, AgencyKind.System], Joint, "SuspendAgency", "ReadmitAgency", "FormTaskForce", "DissolveTaskForce"),
        .. Of([.. Everyone, AgencyKind.System], Joint, "AddTaskForceOfficer", "RemoveTaskForceOfficer",
            "BreakTheGlass", "EndBreakGlass", "ReviewBreakGlass"),
        .. Of([AgencyKind.TaskForce], Joint, "ProposeRuleThreshold", "ConfirmRuleThreshold", "DeclineRuleThreshold"),
        .. Of(System, Joint, "RaiseAlert", "EscalateAlert", "NoteRejection"),
        .. Of([.. Everyone, AgencyKind.System], [.. Exchange, .. Services], "AskDeconfliction"),
        .. Of(System, Exchange, "NoticeContact"),
        .. Of(Everyone, Exchange, "AcknowledgeContactNotice"),
        .. Of(Everyone, DataProtection, "ReceiveSubjectRequest", "FulfilSubjectRequest", "RefuseSubjectRequest", "HandRequestToErasure",
            "ApproveRetention", "HandRetentionToErasure", "DeferRetention", "DeclareBreach", "AssessBreach", "NotifyBreach", "CloseBreach"),
        .. Of(System, DataProtection, "ProposeRetention", "NoteAccessAnomaly"),
        .. Of(Everyone, Hold, "PlaceLegalHold", "LiftLegalHold"),
        .. Of([AgencyKind.Immigration, AgencyKind.TaskForce], Operation, "ApproveJointOperation", "RejectJointOperation"),
        // The chair of the team, who is the head of the office or the task force's coordinator, convenes it and signs what it decided.
        .. Of([AgencyKind.Immigration, AgencyKind.TaskForce], Operation, "ConveneTimporaMeeting", "IssueMeetingMinutes")
            .Select(row => row with { ByHead = true }),
        .. Of([.. Field, AgencyKind.TaskForce], Operation, "ProposeJointOperation"),
        .. Of(Everyone, Operation, "CompleteActionItem", "IssueAssignmentOrder", "BriefOperation", "StartOperation", "EncounterPerson", "SecurePerson",
            "IdentifyVictimInField", "SeizeEvidence", "InspectLocation", "ConcludeOperation", "AssignOperationOutcome", "DraftJointOperationReport",
            "CompleteFollowUp", "ConcurWithReport", "DissentFromReport", "FinaliseJointOperationReport", "CancelOperation"),
        .. Of(Collectors, Exchange, "DeclareSurveillance", "EndSurveillance"),
        .. Of(Everyone, DataProtection, "RequestErasure", "ChooseNarratives", "RefuseErasure", "ApproveErasure"),
        .. Of(System, DataProtection, "CarryOutErasure"),
    ];

    /// <summary>The row under which a kind of agency may issue the command on that day; null when there is none.</summary>
    public static AuthorityRow? Find(string command, AgencyKind kind, DateOnly day) =>
        Rows.FirstOrDefault(row => row.Command == command && row.Kinds.Contains(kind) && row.InForceOn(day));

    /// <summary>Codes of the agencies that may issue the command on that day.</summary>
    public static IReadOnlyList<string> AgenciesFor(string command, DateOnly day) =>
        [.. Agencies.All.Where(agency => Find(command, agency.Kind, day) is not null).Select(agency => agency.Code)];

    private static IEnumerable<AuthorityRow> Of(IReadOnlyList<AgencyKind> kinds, IReadOnlyList<string> bases, params string[] commands) =>
        commands.Select(command => new AuthorityRow(command, kinds, bases, Start));
}
