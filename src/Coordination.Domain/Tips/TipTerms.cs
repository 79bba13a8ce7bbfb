namespace Coordination.Domain.Tips;

public enum TipChannel
{
    InPerson,
    Telephone,
    MessagingApp,
    Web,
    Letter,

    /// <summary>Mimbar gereja.</summary>
    Pulpit,
    Village,
    Partner,
    OutreachSession,
    SocialMedia,
    Other,
}

public enum TipUrgency
{
    Routine,
    Urgent,
    DangerToLife,
}

public enum TipRole
{
    Recruiter,
    PossibleVictim,

    /// <summary>Said to have left the country.</summary>
    Departed,
    Missing,
    Harbourer,
    Transporter,
    Official,
    Other,
}

public enum TipSign
{
    JobOffer,
    DebtStated,
    DocumentsHeld,
    RansomMentioned,
    OfficialNamed,
    ChildConcerned,
    InformalCrossing,
    NightWork,
    PeopleLodged,
    MarriageArranged,
}

public enum TipCategory
{
    Recruitment,
    Departure,
    Lodging,
    Exploitation,
    MissingPerson,
    DocumentFraud,
    ForeignerWorking,
    Official,
    Other,
}

public enum TipPriority
{
    Low,
    Normal,
    High,
    Immediate,
}

public enum TipBasis
{
    FieldVisit,
    Interview,
    Records,
    Partner,
    OnlineSearch,
    OtherAgency,
}

public enum TipConversion
{
    Intelligence,
    Complaint,
    Case,
    BrokerProfile,
    WatchEntry,
}

/// <summary>The whole of what a reporter may be told.</summary>
public enum FeedbackText
{
    Received,
    BeingLookedInto,
    PassedOn,
    ActedOn,
    NotConfirmed,
}
