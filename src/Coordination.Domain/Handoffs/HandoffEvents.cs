using Coordination.Domain.Kernel;

namespace Coordination.Domain.Handoffs;

/// <summary>Stream <c>handoff</c>: one subject, from one unit to one desk. Stored forever: add a V2, never edit.</summary>
public abstract record HandoffEvent;

/// <param name="Offence">Suspected offence in words of the law, for <see cref="HandoffKind.Investigation"/> and <see
/// cref="HandoffKind.Police"/>.</param>
/// <param name="Detained">The subject is held: the receiver then has 24 hours to decide.</param>
/// <param name="Sources">Streams that this handoff rests on: an encounter, a report, an application.</param>
/// <param name="ParentHandoffId">The handoff that this one was forked from, or that it takes further after it was declined.</param>
[EventName("handoff_proposed")]
public sealed record HandoffProposed(
    HandoffKind Kind,
    PersonRef Subject,
    SubjectRole Role,
    DeskAddress To,
    [Narrative] string Summary,
    [Narrative] string? Offence = null,
    bool Detained = false,
    CaseId? Case = null,
    IReadOnlyList<Guid>? Sources = null,
    HandoffId? ParentHandoffId = null) : HandoffEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => [Subject];
}

/// <param name="LetterNumber">Number of the transfer letter (surat pelimpahan).</param>
/// <param name="RecordNumber">Number of the handover record (BAST).</param>
/// <param name="Health">Condition of body and mind when handed over.</param>
/// <param name="ServiceToken">Token of NIP or NRP of the officer who hands over, never the number, which tells the birth date.</param>
[EventName("handoff_dispatched")]
public sealed record HandoffDispatched(
    string LetterNumber,
    IReadOnlyList<EvidenceItem> Manifest,
    string? RecordNumber = null,
    [Narrative] string? Health = null,
    HandedPerson? Person = null,
    IReadOnlyList<RecordWitness>? Witnesses = null,
    string? ServiceToken = null) : HandoffEvent, IConcernsPersons, IConcernsChildren
{
    public IEnumerable<PersonRef> Persons() => Persona.Each(Manifest.Select(item => item.Owner));

    public bool ConcernsChild() => Person is { IsChild: true };
}

/// <summary>Proposed and dispatched in one: a traveller is brought to BP3MI or P4MI (serah terima), which answers within four hours.</summary>
/// <param name="RecordNumber">Number of the handover record (BAST).</param>
/// <param name="Health">Condition of body and mind when handed over.</param>
/// <param name="ServiceToken">Token of NIP or NRP of the officer who hands over, never the number, which tells the birth date.</param>
[EventName("traveller_handed_to_protection")]
public sealed record TravellerHandedToProtection(
    PersonRef Subject,
    DeskAddress To,
    string RecordNumber,
    [Narrative] string Summary,
    bool IsChild = false,
    [Narrative] string? Health = null,
    [Narrative] string? Belongings = null,
    IReadOnlyList<EvidenceItem>? Manifest = null,
    CaseId? Case = null,
    IReadOnlyList<Guid>? Sources = null,
    HandoffId? ParentHandoffId = null,
    HandedPerson? Person = null,
    IReadOnlyList<RecordWitness>? Witnesses = null,
    string? ServiceToken = null) : HandoffEvent, IConcernsPersons, IConcernsChildren
{
    public IEnumerable<PersonRef> Persons() => Persona.Each([Subject, .. (Manifest ?? []).Select(item => item.Owner)]);

    public bool ConcernsChild() => IsChild || Person is { IsChild: true };
}

/// <summary>Proposed and dispatched in one: a suspected recruiter is brought to the police, who answer within 24 hours.</summary>
/// <param name="RecordNumber">Number of the handover record (BAST).</param>
/// <param name="Health">Condition of body and mind when handed over.</param>
/// <param name="ServiceToken">Token of NIP or NRP of the officer who hands over, never the number, which tells the birth date.</param>
[EventName("facilitator_handed_to_police")]
public sealed record FacilitatorHandedToPolice(
    PersonRef Subject,
    DeskAddress To,
    string RecordNumber,
    [Narrative] string Summary,
    [Narrative] string Offence,
    IReadOnlyList<EvidenceItem> Manifest,
    bool Detained = false,
    CaseId? Case = null,
    IReadOnlyList<Guid>? Sources = null,
    HandoffId? ParentHandoffId = null,
    [Narrative] string? Health = null,
    HandedPerson? Person = null,
    IReadOnlyList<RecordWitness>? Witnesses = null,
    string? ServiceToken = null) : HandoffEvent, IConcernsPersons, IConcernsChildren
{
    public IEnumerable<PersonRef> Persons() => Persona.Each([Subject, .. Manifest.Select(item => item.Owner)]);

    public bool ConcernsChild() => Person is { IsChild: true };
}

/// <param name="Version">Version of the file that arrived: 1 as dispatched, one more with each supplement. Said by the product.</param>
/// <param name="ReceiptHash">SHA-256 over the file that arrived (<see cref="Handoff.ReceiptHash"/>). Who names one is refused when it is another.</param>
/// <param name="ServiceToken">Token of NIP or NRP of the officer who takes over, never the number, which tells the birth date.</param>
[EventName("handoff_received")]
public sealed record HandoffReceived(
    [Narrative] string? Note = null, int? Version = null, string? ReceiptHash = null, string? ServiceToken = null) : HandoffEvent;

/// <param name="RegisterNumber">The receiver's own number of the matter, such as that of the police report (LP).</param>
/// <param name="DespiteOpenItems">Manifest lines still open that the receiver knowingly accepts without.</param>
/// <param name="Version">Version of the file that is accepted; said by the product.</param>
/// <param name="ReceiptHash">SHA-256 over the file that is accepted. Who names one is refused when it is another.</param>
/// <param name="ServiceToken">Token of NIP or NRP of the officer who takes over, never the number, which tells the birth date.</param>
[EventName("handoff_accepted")]
public sealed record HandoffAccepted(
    string? RegisterNumber = null,
    [Narrative] string? Note = null,
    IReadOnlyList<string>? DespiteOpenItems = null,
    int? Version = null,
    string? ReceiptHash = null,
    string? ServiceToken = null) : HandoffEvent;

/// <param name="Missing">At least one: a return without a list sends the sender searching.</param>
[EventName("handoff_returned")]
public sealed record HandoffReturned(IReadOnlyList<MissingItem> Missing, [Narrative] string Reason) : HandoffEvent;

/// <param name="Items">New lines, and delivered ones under their old number.</param>
[EventName("handoff_supplemented")]
public sealed record HandoffSupplemented(IReadOnlyList<EvidenceItem> Items, [Narrative] string? Note = null) : HandoffEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => Persona.Each(Items.Select(item => item.Owner));
}

/// <summary>The receiver is not competent (bukan kewenangan).</summary>
/// <param name="CompetentAgency">Code of the agency that the receiver believes competent.</param>
[EventName("handoff_declined")]
public sealed record HandoffDeclined([Narrative] string Reason, string? CompetentAgency = null) : HandoffEvent;

[EventName("handoff_withdrawn")]
public sealed record HandoffWithdrawn([Narrative] string Reason) : HandoffEvent;

/// <summary>A declined handoff goes on: a coordination meeting is asked who is competent, or it was sent to another desk.</summary>
/// <param name="Conflict">Stream of the conflict of competence.</param>
/// <param name="Handoff">The handoff that takes it further.</param>
[EventName("handoff_followed_up")]
public sealed record HandoffFollowedUp(Guid? Conflict = null, HandoffId? Handoff = null) : HandoffEvent;
