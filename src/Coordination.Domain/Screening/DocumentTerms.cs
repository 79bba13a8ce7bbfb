namespace Coordination.Domain.Screening;

/// <summary>Documents that applicants and travellers show (reference data 5.7).</summary>
public enum DocumentType
{
    Passport,
    ElectronicPassport,

    /// <summary>SPLP.</summary>
    TravelDocument,

    /// <summary>KTP-el.</summary>
    IdentityCard,

    /// <summary>KK.</summary>
    FamilyCard,
    BirthCertificate,
    MarriageBook,
    Visa,
    Ticket,
    EmploymentContract,
    PlacementAgreement,
    JobOrder,

    /// <summary>SIP3MI.</summary>
    PlacementLicence,

    /// <summary>Rekomendasi Disnaker.</summary>
    ManpowerRecommendation,
    FamilyPermission,

    /// <summary>PPIU, by Kemenag.</summary>
    PilgrimageLicence,
    SchoolCertificate,
    Other,
}

/// <summary>What the issuer or its register says.</summary>
public enum DocumentResult
{
    Genuine,

    /// <summary>The register has no such document, or the issuer no such licence.</summary>
    NotFound,

    /// <summary>There is one, and it says other things.</summary>
    Mismatch,
    NoLongerValid,
}

public enum ForgerySign
{
    Altered,
    Counterfeit,
    NumberOfAnother,
    IssuerDenies,
    DataContradictRegistry,
    ObtainedByFalseData,
}

/// <summary>When an Indonesian may be checked in the field (Permenimipas 2/2025 Ps 13).</summary>
public enum FieldCheckReason
{
    StatementDoubted,
    DocumentDoubted,
    CitizenshipDoubted,
}

public enum FieldCheckFinding
{
    Confirmed,
    Contradicted,
    NotFound,
    Inconclusive,
}

/// <summary>How a traveller came past the border control.</summary>
public enum DepartureClearance
{
    Given,
    AfterInspection,
    DeferralOverturned,

    /// <summary>R12: nobody let the traveller go.</summary>
    None,
    Unknown,
}

/// <summary>Why a passport is withdrawn from its holder (penarikan; Permenkumham 8/2014).</summary>
public enum WithdrawalGround
{
    DepartureDeferred,
    ObtainedByFalseData,
    UsedForCrime,
    HeldByAnother,
    ExitBan,
    Other,
}
