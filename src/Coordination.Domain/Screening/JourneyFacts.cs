using Coordination.Domain.Kernel;

namespace Coordination.Domain.Screening;

/// <summary>As the identity document says; rules on routes ask for it, no decision does.</summary>
public enum Sex
{
    Female,
    Male,
    Other,
}

public enum BirthSource
{
    CivilRegistry,
    Passport,
    School,
    FamilyCard,
    BirthCertificate,
    Stated,
}

/// <summary>
/// R17: a birth date as one source has it, to the month at most. That is enough to compare sources and too little to find a person; the day
/// stays in the vault.
/// </summary>
public sealed record StatedBirth(BirthSource Source, int Year, int? Month = null);

/// <summary>R05: what a person earns and what the journey costs, in whole rupiah.</summary>
/// <param name="MinimumWage">UMK of the domicile that the officer compared with; null where the reference data are to be asked.</param>
/// <param name="TripCost">Tickets, fees and what the recruiter asks, all together.</param>
public sealed record TripMeans(long? MonthlyIncome = null, long? MinimumWage = null, long? TripCost = null);

/// <param name="DepartsAt">R07 and R09: when the flight or ship leaves; null = when the encounter happened.</param>
/// <param name="TicketBoughtAt">R07: a return bought within 48 hours before says no more than a one-way ticket.</param>
/// <param name="ReturnOn">R13: null = no return; else the length of the stay.</param>
/// <param name="HasItinerary">R16: the traveller can show where the journey leads after the hub.</param>
/// <param name="Via">R16: countries of transit, ISO 3166 alpha-2, in order.</param>
/// <param name="Booking">R08: booking reference, vaulted: it opens a traveller's whole record at the carrier.</param>
/// <param name="PaymentCard">R08: card or account that paid for the ticket, vaulted.</param>
public sealed record Journey(
    DateTimeOffset? DepartsAt = null,
    DateTimeOffset? TicketBoughtAt = null,
    DateOnly? ReturnOn = null,
    bool? HasItinerary = null,
    IReadOnlyList<string>? Via = null,
    ContactRef? Booking = null,
    ContactRef? PaymentCard = null);

/// <param name="Size">R13: how many travel together.</param>
/// <param name="GroupCode">R13 and R14: the organiser's or carrier's code of the group, the same on all who belong to it.</param>
/// <param name="OrganiserLicensed">R13: found among the licensed organisers (PPIU) of Kemenag; null = not looked up.</param>
/// <param name="OrganiserLicence">R13: number of the licence that was shown.</param>
/// <param name="Organiser">Name of the travel organiser.</param>
/// <param name="Leader">R14: who leads the group or sent it.</param>
public sealed record TravelParty(
    int Size,
    string? GroupCode = null,
    bool? OrganiserLicensed = null,
    string? OrganiserLicence = null,
    [Narrative] string? Organiser = null,
    PersonRef? Leader = null);

public enum HostKind
{
    Family,
    Employer,
    School,
    InternshipCompany,
    Spouse,
    Lodging,
    Other,
}

/// <summary>Who receives the traveller abroad.</summary>
/// <param name="Verified">R15 and R24: found to exist and to expect the traveller; null = not asked.</param>
/// <param name="InPlacementRecord">R15: the traveller stands in the placement record (SISKOP2MI); null = not looked up.</param>
/// <param name="StartsOn">R24: first day of the course or internship.</param>
public sealed record HostAbroad(HostKind Kind, bool? Verified = null, bool? InPlacementRecord = null, DateOnly? StartsOn = null);

/// <summary>R23: the marriage that a journey is for.</summary>
/// <param name="AgeGapYears">Between the spouses; years, since birth dates stay in the vault.</param>
public sealed record MarriageTies(
    DateOnly? WeddingOn = null,
    int? AgeGapYears = null,
    PersonRef? Matchmaker = null,
    IReadOnlyList<PersonRef>? Witnesses = null)
{
    internal IEnumerable<PersonRef?> Persons() => [Matchmaker, .. Persona.Optional(Witnesses)];
}

/// <summary>R20: a passport reported as lost before this application.</summary>
/// <param name="ReportedTo">Unit code of the immigration office that took the report.</param>
public sealed record LostPassport(DateOnly ReportedOn, string? ReportedTo = null);

/// <summary>R19: a document that an applicant showed.</summary>
/// <param name="Number">Vaulted: the same number on two persons is seen without anyone reading it.</param>
public sealed record ShownDocument(DocumentType Type, ContactRef? Number = null, string? Issuer = null);
