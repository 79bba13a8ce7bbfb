using System.Text.Json.Serialization;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Operations;

/// <summary>A unit of an agency: who leads, takes over or has to act.</summary>
public sealed record UnitAddress(string Agency, string Unit);

/// <summary>
/// What an operation or a surveillance is aimed at. Areas by code and persons by reference, so that two targets can be compared without anybody
/// reading either.
/// </summary>
/// <param name="Places">Kemendagri or checkpoint codes to any depth; at least one.</param>
/// <param name="Entities">Registrations of companies, vessels and vehicles; never names of persons.</param>
public sealed record OperationTarget(
    IReadOnlyList<string> Places,
    DateTimeOffset From,
    DateTimeOffset Until,
    IReadOnlyList<PersonRef>? Persons = null,
    IReadOnlyList<ContactRef>? Contacts = null,
    IReadOnlyList<string>? Entities = null)
{
    /// <summary>The place whose clocks count.</summary>
    [JsonIgnore]
    public string? MainPlace => Places is [var first, ..] ? first : null;
}

/// <summary>Somebody an agency assigned.</summary>
/// <param name="Officer">Login or service token; the name behind it stays with the agency.</param>
/// <param name="ServiceToken">Token of NIP or NRP, never the number, which tells the birth date.</param>
public sealed record TeamMember(string Officer, [Narrative] string Position, OperationRole Role, string? ServiceToken = null);

/// <summary>Something to do, who does it and until when.</summary>
/// <param name="Number">Number within its list, from 1.</param>
/// <param name="Pic">Unit that answers for it.</param>
public sealed record ActionItem(int Number, [Narrative] string Action, UnitAddress Pic, DateOnly Due);

public enum OperationRole
{
    Leader,
    Intelligence,
    Enforcement,
    VictimOfficer,
    Interpreter,
    Documentation,
    Support,
}

public enum PersonSex
{
    Unknown,
    Male,
    Female,
}

public enum AgeBand
{
    Unknown,
    Under18,
    From18To24,
    From25To39,
    From40To59,
    From60,
}

public enum DocumentShown
{
    None,
    Passport,
    TravelDocument,
    IdentityCard,
    Other,
}

public enum StayPermit
{
    /// <summary>An Indonesian citizen needs none.</summary>
    NotNeeded,
    Visit,
    LimitedStay,
    PermanentStay,
    None,
    Unknown,
}

/// <summary>Results in the words of real joint operations of the immigration offices.</summary>
public enum FieldFinding
{
    PermitMisuse,
    NoDocuments,
    Overstay,
    AddressMismatch,
    FictitiousSponsor,
    SuspectedFacilitator,
    Other,
}

public enum VictimSign
{
    DocumentsHeldByOthers,
    DebtBondage,
    MovementControlled,
    Violence,
    DeceivedAboutWork,
    WagesWithheld,
    Minor,
    Other,
}

public enum SeizedKind
{
    Document,
    TravelDocument,
    Telephone,
    Computer,
    Recording,
    Money,
    Vehicle,
    Vessel,
    Other,
}

/// <summary>What becomes of a person (tindak lanjut).</summary>
public enum OperationOutcome
{
    /// <summary>TAK: administrative immigration action.</summary>
    AdministrativeAction,

    /// <summary>Judicial enforcement by the immigration investigators.</summary>
    ProJustitia,

    /// <summary>Handed to the police.</summary>
    Police,

    /// <summary>Brought into protection.</summary>
    Protection,

    Release,
}
