using Coordination.Domain.Kernel;

namespace Coordination.Domain.Screening;

/// <summary>
/// Stream <c>departure_screening</c>: one traveller, one encounter at a checkpoint (TPI). Stored forever: add a V2, never edit.
/// Later facts may leave the traveller out; the decision then fills it in from the encounter.
/// </summary>
public abstract record DepartureScreeningEvent : IConcernsPersons
{
    public abstract PersonRef? Traveller { get; init; }

    public virtual IEnumerable<PersonRef> Persons() => Persona.Each(Traveller);
}

/// <param name="Carrier">Flight or ship, such as <c>MV Fiktif Laut 3</c>.</param>
/// <param name="Destination">ISO 3166 alpha-2 code.</param>
/// <param name="Ticket">R07.</param>
/// <param name="PassportIssuedOn">R09.</param>
/// <param name="PassportIssuedBy">Unit code of the kanim that issued the passport; R09 asks whether it lies in the province of the domicile.</param>
/// <param name="Phone">R37.</param>
/// <param name="Domicile">R09 and R10: Kemendagri code of the traveller's domicile.</param>
/// <param name="FirstTrip">R10: no crossing of the border is known before this one.</param>
/// <param name="Purpose">R13, R15, R23 and R24.</param>
/// <param name="Sex">R14.</param>
/// <param name="Age">R14 and R16: completed years on this day.</param>
/// <param name="Journey">R07, R08, R13 and R16.</param>
/// <param name="Party">R13 and R14.</param>
/// <param name="Escort">R14.</param>
/// <param name="Host">R15 and R24.</param>
/// <param name="Marriage">R23.</param>
/// <param name="PassportNumber">R19, vaulted.</param>
/// <param name="FamilyCard">R08: number of the family card (KK), vaulted; persons with different ones are unrelated.</param>
/// <param name="Births">R17, with <paramref name="LooksMinor"/>.</param>
/// <param name="Hits">Watch entries and advisories that the counter saw, by id of their streams.</param>
/// <param name="Vehicle">R37: registration of the boat or vehicle that brings or takes the traveller, vaulted.</param>
[EventName("traveller_referred_to_secondary")]
public sealed record TravellerReferredToSecondary(
    PersonRef? Traveller,
    IReadOnlyList<ReferralReason> Reasons,
    TransportMode Mode,
    string Destination,
    string? Carrier = null,
    TicketType Ticket = TicketType.Unknown,
    DateOnly? PassportIssuedOn = null,
    string? PassportIssuedBy = null,
    ContactRef? Phone = null,
    [Narrative] string? Note = null,
    string? Domicile = null,
    bool? FirstTrip = null,
    TravelPurpose? Purpose = null,
    Sex? Sex = null,
    int? Age = null,
    Journey? Journey = null,
    TravelParty? Party = null,
    PersonRef? Escort = null,
    HostAbroad? Host = null,
    MarriageTies? Marriage = null,
    ContactRef? PassportNumber = null,
    ContactRef? FamilyCard = null,
    IReadOnlyList<StatedBirth>? Births = null,
    bool? LooksMinor = null,
    IReadOnlyList<Guid>? Hits = null,
    ContactRef? Vehicle = null) : DepartureScreeningEvent, IConcernsChildren
{
    public override IEnumerable<PersonRef> Persons() =>
        Persona.Each([Traveller, Escort, Party?.Leader, .. Marriage?.Persons() ?? []]);

    public bool ConcernsChild() => Age < IConcernsChildren.Adult;
}

/// <param name="RedFlags">R34: debt mentioned, documents held by others. R38: ransom mentioned. R40: an official named as facilitator.</param>
/// <param name="SponsorPhone">Given voluntarily; R36 and R37.</param>
/// <param name="JobAdvert">R36: address of the advertisement that the traveller answered.</param>
/// <param name="Host">R15 and R24.</param>
/// <param name="Marriage">R23.</param>
/// <param name="LooksMinor">R17.</param>
/// <param name="AdvertText">R36: wording of the advertisement that the traveller answered.</param>
/// <param name="AdvertTextDigest">R36: made of the wording at the edge, never sent, as the digest of answers is.</param>
[EventName("secondary_inspection_conducted")]
public sealed record SecondaryInspectionConducted(
    [Narrative] string Summary,
    IReadOnlyList<WarningSign> RedFlags,
    ContactRef? SponsorPhone = null,
    IReadOnlyList<PersonRef>? Companions = null,
    [Narrative] string? Funds = null,
    PersonRef? Traveller = null,
    ContactRef? JobAdvert = null,
    HostAbroad? Host = null,
    MarriageTies? Marriage = null,
    bool? LooksMinor = null,
    [Narrative] string? AdvertText = null,
    [MadeByProduct] IReadOnlyList<string>? AdvertTextDigest = null) : DepartureScreeningEvent
{
    public override IEnumerable<PersonRef> Persons() =>
        Persona.Each([Traveller, .. Persona.Optional(Companions), .. Marriage?.Persons() ?? []]);
}

/// <param name="Score">Sum of the short form; the result is the officer's, whatever the sum.</param>
/// <param name="OfficialNamed">R40: the traveller named an official as facilitator (oknum). The internal-affairs desk alone is told.</param>
[EventName("victim_indicator_screened")]
public sealed record VictimIndicatorScreened(
    IReadOnlyList<VictimIndicator> Indicators,
    bool IsChild,
    ScreeningResult Result,
    [Narrative] string? Note = null,
    PersonRef? Traveller = null,
    int? Score = null,
    bool? OfficialNamed = null) : DepartureScreeningEvent, IConcernsChildren
{
    public bool ConcernsChild() => IsChild || Indicators.Contains(VictimIndicator.MinorWithoutGuardian);
}

/// <param name="RecordNumber">Number of the examination record (BAP).</param>
/// <param name="ValidUntil">Last day on which the deferral holds; without a day it holds until overturned.</param>
[EventName("departure_deferred")]
public sealed record DepartureDeferred(
    IReadOnlyList<DeferralReason> Reasons,
    string RecordNumber,
    bool PassportHeld = false,
    DateOnly? ValidUntil = null,
    [Narrative] string? Note = null,
    PersonRef? Traveller = null) : DepartureScreeningEvent;

[EventName("departure_deferral_overturned")]
public sealed record DepartureDeferralOverturned(
    [Narrative] string Reason,
    PersonRef? Traveller = null) : DepartureScreeningEvent;

/// <summary>R12: the border feed saw the traveller leave, let go or not. A departure despite a deferral that holds is recorded like any other.</summary>
/// <param name="Checkpoint">Code of the checkpoint, such as <c>TPI-SEKUPANG</c>.</param>
/// <param name="Destination">ISO 3166 alpha-2 code.</param>
/// <param name="ClearanceNumber">Number of the stamp or of the decision that let the traveller go.</param>
/// <param name="PassportNumber">R19, vaulted.</param>
/// <param name="Vehicle">R37: registration of the boat or vehicle, vaulted.</param>
[EventName("departure_recorded")]
public sealed record DepartureRecorded(
    PersonRef? Traveller,
    string Checkpoint,
    TransportMode Mode,
    string Destination,
    DepartureClearance Clearance,
    string? ClearanceNumber = null,
    string? Carrier = null,
    ContactRef? PassportNumber = null,
    ContactRef? Vehicle = null) : DepartureScreeningEvent;

/// <param name="ReceiptNumber">Number of the receipt that the holder was given.</param>
/// <param name="PassportNumber">R19, vaulted.</param>
/// <param name="Application">Stream of the application that the passport came from, where it is known.</param>
[EventName("passport_withdrawn")]
public sealed record PassportWithdrawn(
    string ReceiptNumber,
    WithdrawalGround Ground,
    ContactRef? PassportNumber = null,
    Guid? Application = null,
    [Narrative] string? Reason = null,
    PersonRef? Traveller = null) : DepartureScreeningEvent;

/// <summary>The way home of a traveller whose departure was deferred; the local government at its end reads it.</summary>
/// <param name="Route">Kemendagri or checkpoint codes, in order.</param>
/// <param name="Cost">In whole rupiah.</param>
/// <param name="ToUnit">Unit of the local government that receives the traveller.</param>
/// <param name="Handoff">The handoff that brought the traveller into protection.</param>
[EventName("origin_return_facilitated")]
public sealed record OriginReturnFacilitated(
    IReadOnlyList<string> Route,
    string ToAgency,
    string ToUnit,
    long? Cost = null,
    DateOnly? DepartsOn = null,
    bool Escorted = false,
    HandoffId? Handoff = null,
    CaseId? Case = null,
    [Narrative] string? Note = null,
    PersonRef? Traveller = null) : DepartureScreeningEvent;
