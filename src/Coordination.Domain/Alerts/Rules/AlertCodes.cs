namespace Coordination.Domain.Alerts.Rules;

/// <summary>Codes that officers know alerts by.</summary>
public static class AlertCodes
{
    public const string Cluster = "A-CLUSTER";
    public const string Repeat = "A-REPEAT";
    public const string Reapply = "A-REAPPLY";
    public const string HandoffLate = "A-HANDOFF-LATE";
    public const string Competence = "A-COMPETENCE";
    public const string Evidence = "A-EVIDENCE";
    public const string CaseFile = "A-CASE-FILE";
    public const string Termination = "A-SP3";
    public const string Restitution = "A-RESTITUTION";
    public const string IntelligenceUnacknowledged = "A-INTEL-UNACK";
    public const string Breach = "A-BREACH";
    public const string SubjectRequest = "A-PDP-REQUEST";
    public const string Access = "A-ACCESS";
    public const string BreakGlass = "A-BREAK-GLASS";
    public const string BreakGlassReview = "A-BREAK-GLASS-REVIEW";

    /// <summary>A minor in any event of risk.</summary>
    public const string Child = "A-CHILD";

    /// <summary>A forged, reused or contradicted document.</summary>
    public const string Document = "A-DOC";

    /// <summary>Signs of a victim.</summary>
    public const string Victim = "A-VICT";

    public const string Watch = "A-WATCH";

    /// <summary>A victim of before is at risk again: to protect, never to punish.</summary>
    public const string Revictimisation = "A-REVICT";

    /// <summary>A passport was refused: notice to every immigration office.</summary>
    public const string Refusal = "A-REFUSE";

    /// <summary>A passport was deferred: notice to who protects migrants and to the government of the applicant's home.</summary>
    public const string Deferral = "A-DEFER";

    /// <summary>A recruiter, boat or house that comes up again and again.</summary>
    public const string Broker = "A-BROKER";

    /// <summary>Somebody is held for money.</summary>
    public const string Ransom = "A-RANSOM";

    /// <summary>An official was named as facilitator: for the internal-affairs desk and nobody else.</summary>
    public const string Official = "A-OFFICIAL";

    /// <summary>A watch entry is about to end, or nobody has said what a hit came to.</summary>
    public const string WatchReview = "A-WATCH-REVIEW";

    /// <summary>A claimed link that nobody confirms.</summary>
    public const string NetworkLink = "A-NETWORK-LINK";

    public const string FinancialInquiry = "A-FINANCIAL-INQUIRY";
    public const string JobAd = "A-JOB-AD";

    /// <summary>A hit of an advisory without an outcome, or an advisory about to end.</summary>
    public const string Advisory = "A-ADVISORY";

    /// <summary>A warning that no advisory follows, or of which the police hear nothing.</summary>
    public const string WarningFeedback = "A-WARNING-FEEDBACK";

    public const string PlacementAgency = "A-P3MI";
    public const string PunitiveAct = "A-TAK";
    public const string ReturnLoop = "A-RETURN-LOOP";
    public const string ProsecutorNotice = "A-SPDP";
    public const string BanExpiry = "A-BAN-EXPIRY";
    public const string AdvisoryUnacknowledged = "A-ADVISORY-UNACK";
    public const string Orphan = "A-ORPHAN";
    public const string Conflict = "A-CONFLICT";

    /// <summary>No answer to an application within the days that the service promises.</summary>
    public const string PassportLate = "A-PASSPORT-LATE";

    /// <summary>The day on which a deferral was to be looked at again.</summary>
    public const string PassportReview = "A-PASSPORT-REVIEW";

    /// <summary>A deferred applicant was referred, and nobody took it up.</summary>
    public const string ReferralLate = "A-REFERRAL-LATE";

    public const string FieldCheckLate = "A-FIELD-CHECK";

    /// <summary>A tip not looked into, or a reporter who heard nothing.</summary>
    public const string TipLate = "A-TIP-LATE";

    public const string VillageLate = "A-VILLAGE-LATE";
    public const string OperationLate = "A-OPS-LATE";
    public const string MeetingLate = "A-MEETING-LATE";

    /// <summary>A possible victim waits for a screening or a decision.</summary>
    public const string VictimLate = "A-VICTIM-LATE";

    /// <summary>A service that was agreed to does not come, or somebody does not come to it.</summary>
    public const string ServiceLate = "A-SERVICE-LATE";

    /// <summary>A reflection period ends.</summary>
    public const string Reflection = "A-REFLECTION";
}
