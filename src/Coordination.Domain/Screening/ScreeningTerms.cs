namespace Coordination.Domain.Screening;

public enum ApplicationChannel
{
    MPaspor,
    WalkIn,
    Outreach,
    Other,
}

public enum TravelPurpose
{
    Tourism,
    Work,
    Umrah,
    Hajj,
    Study,
    Internship,
    FamilyVisit,
    Marriage,
    MedicalCare,
    SeaCrew,
    Business,
    Unstated,
}

/// <summary>Observations of an officer; never religion, never ethnicity (rules of the product).</summary>
public enum WarningSign
{
    AnswersRehearsed,
    DestinationUnclear,
    EmployerUnknown,
    SponsorUnverified,
    EscortAnswersForApplicant,
    DocumentsInconsistent,
    DocumentsHeldByOthers,
    DebtMentioned,
    JobOfferTooGood,
    AgeDoubtful,
    TicketPaidByOther,
    ThirdCountryTransit,
    RansomMentioned,

    /// <summary>An official is said to help the recruiter (oknum).</summary>
    OfficialNamed,
}

public enum DeferralReason
{
    SuspectedNonProceduralWork,
    PurposeNotCredible,
    DocumentsIncomplete,
    DocumentsDoubtful,
    IdentityDoubtful,
    AgeDoubtful,
    NoPlacementDocuments,
    RepeatAfterDeferral,
    SuspectedVictim,
    SuspectedFacilitator,
    Other,
}

/// <summary>What another kanim answered before.</summary>
public enum EarlierAnswer
{
    Deferred,
    Refused,
}

/// <summary>Why the counter sent a traveller to the second line.</summary>
public enum ReferralReason
{
    ProfileDoubtful,
    RecentPassportFromElsewhere,
    OneWayTicket,
    FarFromDomicile,
    GroupTravel,
    EarlierDeferral,
    WatchHit,
    AdvisoryHit,
    AgeDoubtful,
    DocumentsDoubtful,
    Other,
}

public enum TicketType
{
    OneWay,
    Return,
    OpenReturn,
    Unknown,
}

public enum TransportMode
{
    Air,
    Sea,
    Land,
}

/// <summary>Short form of victim indicators asked at a border.</summary>
public enum VictimIndicator
{
    DocumentsHeldByOthers,
    DebtToRecruiter,
    MovementControlled,
    ThreatsReported,
    DeceivedAboutWork,
    PaidByOther,
    CannotNameEmployer,
    CoachedAnswers,
    SignsOfViolence,
    MinorWithoutGuardian,
    UnderstoodNoContract,
}

public enum ScreeningResult
{
    NoIndication,
    Indication,
    StrongIndication,
}
