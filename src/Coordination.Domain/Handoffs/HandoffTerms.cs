using System.Text.Json.Serialization;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Handoffs;

public enum HandoffKind
{
    /// <summary>A case part goes to another investigator (pelimpahan).</summary>
    Investigation,

    /// <summary>A person goes into protection (serah terima ke BP3MI/P4MI).</summary>
    Protection,

    /// <summary>A suspected facilitator goes to the police.</summary>
    Police,
}

/// <summary>What the handed-over person is in this matter, as the sender sees it.</summary>
public enum SubjectRole
{
    SuspectedVictim,
    Witness,
    Suspect,
    Other,
}

public enum SubjectSex
{
    Female,
    Male,
    Other,
}

public enum EvidenceKind
{
    Document,
    Device,
    DeviceImage,
    Recording,
    Photo,
    Statement,
    Money,
    Thing,
    Other,
}

/// <summary>A desk of a unit: handoffs go to desks, not to persons, so that leave and shifts lose nothing.</summary>
/// <param name="Desk">Desk code of the unit, such as <c>PPA-PPO</c>.</param>
public sealed record DeskAddress(string Agency, string Unit, string Desk);

/// <summary>One line of the evidence manifest.</summary>
/// <param name="Item">Number of the line in the manifest, such as <c>B-03</c>; unique within the handoff.</param>
/// <param name="Sha256">64 hex digits over the digital item; null for a thing that has none.</param>
/// <param name="Custodian">Unit and store that keep it, never a person's name.</param>
/// <param name="Pending">Announced, not delivered yet.</param>
/// <param name="Quantity">How many, or how much, as counted when it was packed; null where nobody counted.</param>
/// <param name="Measure">What <paramref name="Quantity"/> counts, such as <c>buku</c> or <c>gram</c>; pieces where it is left out.</param>
/// <param name="DocumentNumber">Number of a letter or of minutes; never that of an identity paper, which stays in the vault (UU 21/2007 Ps 44).</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Original">Of a document: the paper itself and not a copy.</param>
public sealed record EvidenceItem(
    string Item,
    [Narrative] string Description,
    EvidenceKind Kind,
    [Narrative] string Custodian,
    string? SealNumber = null,
    string? Sha256 = null,
    bool Pending = false,
    long? Quantity = null,
    [Narrative] string? Measure = null,
    [Narrative] string? DocumentNumber = null,
    PersonRef? Owner = null,
    bool? Original = null)
{
    /// <summary>
    /// A digital item whose hash is not there yet: custody of it cannot be proven, so the receiver is shown it as missing.
    /// </summary>
    [JsonIgnore]
    public bool LacksHash => Sha256 is null && Kind is (EvidenceKind.DeviceImage or EvidenceKind.Recording or EvidenceKind.Photo);
}

/// <summary>The handed-over person as the handover record (BAST) describes it; who it is stays in the vault.</summary>
/// <param name="Age">In whole years.</param>
/// <param name="Needs">What the person needs now: doctor, interpreter, company of a woman.</param>
/// <param name="Companion">Who accompanies a child, by office or kinship, never by name.</param>
public sealed record HandedPerson(
    SubjectSex? Sex = null, int? Age = null, [Narrative] string? Needs = null, [Narrative] string? Companion = null)
{
    /// <summary>As the stated age says; without one it says nothing.</summary>
    [JsonIgnore]
    public bool IsChild => Age < IConcernsChildren.Adult;
}

/// <summary>Somebody who saw the handing over and signs for that.</summary>
/// <param name="Officer">Login or service token; the name behind it stays with the agency.</param>
/// <param name="ServiceToken">Token of NIP or NRP, never the number, which tells the birth date.</param>
public sealed record RecordWitness(string Officer, [Narrative] string? Position = null, string? ServiceToken = null);

/// <summary>What the receiver asks for when it returns a handoff.</summary>
/// <param name="Item">The manifest line it is about; null for something that is not on the manifest.</param>
public sealed record MissingItem([Narrative] string Description, string? Item = null);
