using Coordination.Domain.Kernel;

namespace Coordination.Domain.Operations;

/// <summary>
/// What happens in the field. Often written down later than it happened, without a network, and by several agencies at once: the order of the story
/// is that of the occurred-at times.
/// </summary>
public abstract record FieldEvent : OperationEvent;

/// <param name="Nationality">Country code; <c>ID</c> for Indonesians.</param>
/// <param name="IsChild">Under 18, or may be: doubt counts for the child.</param>
/// <param name="Sponsor">Who sponsors a foreigner's stay, where that is known.</param>
/// <param name="Lodging">House where the person is lodged, vaulted: the same house is recognised without anyone reading where it stands.</param>
/// <param name="RecordNumber">Number of the examination record (BAP), an annex of the report.</param>
[EventName("person_encountered")]
public sealed record PersonEncountered(
    PersonRef Person,
    string Nationality,
    PersonSex Sex,
    AgeBand Age,
    bool IsChild = false,
    DocumentShown Document = DocumentShown.None,
    StayPermit Permit = StayPermit.Unknown,
    IReadOnlyList<FieldFinding>? Findings = null,
    string? Site = null,
    [Narrative] string? Note = null,
    PersonRef? Sponsor = null,
    ContactRef? Lodging = null,
    string? RecordNumber = null) : FieldEvent, IConcernsPersons, IConcernsChildren
{
    public IEnumerable<PersonRef> Persons() => Persona.Each(Person, Sponsor);

    public bool ConcernsChild() => IsChild || Age == AgeBand.Under18;
}

[EventName("person_secured")]
public sealed record PersonSecured(PersonRef Person, [Narrative] string Reason, [Narrative] string? Custody = null) : FieldEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => [Person];
}

/// <summary>From here on the person is a suspected victim for every agency (UU 6/2011 Ps 86).</summary>
/// <param name="IsChild">Under 18, or may be: no means needs to be shown then.</param>
/// <param name="Needs">What the person needs now: doctor, interpreter, companion.</param>
[EventName("victim_identified_in_field")]
public sealed record VictimIdentifiedInField(
    PersonRef Person,
    IReadOnlyList<VictimSign> Signs,
    bool IsChild = false,
    [Narrative] string? Needs = null,
    [Narrative] string? Note = null) : FieldEvent, IConcernsPersons, IConcernsChildren
{
    public IEnumerable<PersonRef> Persons() => [Person];

    public bool ConcernsChild() => IsChild || Signs.Contains(VictimSign.Minor);
}

/// <param name="Item">Number of the item within the operation, such as <c>B-03</c>.</param>
/// <param name="Sha256">64 hex digits over a digital item.</param>
/// <param name="Storage">Unit and store that keep it.</param>
/// <param name="From">Whom it was taken from, if from somebody.</param>
/// <param name="Number">R36 and R37: number of a telephone, account or document, registration of a vehicle or vessel; vaulted.</param>
[EventName("evidence_seized")]
public sealed record EvidenceSeized(
    string Item,
    SeizedKind Kind,
    [Narrative] string Description,
    int Quantity,
    [Narrative] string Storage,
    string? SealNumber = null,
    string? Sha256 = null,
    PersonRef? From = null,
    ContactRef? Number = null) : FieldEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => Persona.Each(From);
}

/// <param name="Site">Number of the location within the operation, such as <c>L-01</c>.</param>
/// <param name="Place">Kemendagri or checkpoint code.</param>
/// <param name="MediaSha256">Photographs and recordings of the place, by hash; the files stay with who took them. Annexes of the report.</param>
[EventName("location_inspected")]
public sealed record LocationInspected(
    string Site, string Place, [Narrative] string Description, IReadOnlyList<FieldFinding>? Findings = null,
    IReadOnlyList<string>? MediaSha256 = null) : FieldEvent;
