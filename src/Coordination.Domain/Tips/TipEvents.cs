using Coordination.Domain.Kernel;

namespace Coordination.Domain.Tips;

/// <summary>
/// Stream <c>tip</c>: what somebody told, from the telling to the answer to the teller (UU 21/2007 Ps 60-63: the public takes part). Stored forever:
/// add a V2, never edit.
/// </summary>
public abstract record TipEvent;

/// <param name="Channel">How it came in.</param>
/// <param name="Anonymous">The reporter wants to stay unknown: then no contact is taken down, and the tracking code is the only way back.</param>
/// <param name="Urgency">Danger to life must find an owner within the hour.</param>
/// <param name="TrackingCode">What the reporter asks for the outcome with. Given by the product when a sender leaves it out; always filled in the log.</param>
/// <param name="Village">Kemendagri code of where it happens, to the village where known; R28 counts its regencies.</param>
/// <param name="ReporterContact">
/// How to reach a reporter who may be asked again. A reporter is never among the persons of a tip: whoever looks for all that is known of somebody must
/// not find what that person told.
/// </param>
/// <param name="Subjects">R12, R22 and R27: whom it is about, and as what.</param>
/// <param name="Phones">R28, R36 and R37: numbers that recruiters use.</param>
/// <param name="Accounts">R37: bank accounts and social-media names of recruiters.</param>
/// <param name="Vehicles">R29 and R37: number plates, boat names.</param>
/// <param name="Address">R30, R32 and R37: a house where people are lodged or kept.</param>
/// <param name="OutsidersLodged">R30: how many strangers stay there.</param>
/// <param name="Signs">R32: night work. R34: debt, documents held. R38: ransom. R40: an official named. A-CHILD: a child concerned.</param>
/// <param name="JobAdvert">R36: address of an advertisement.</param>
/// <param name="Departure">R12: subjects of the role <see cref="TipRole.Departed"/> are said to have left.</param>
/// <param name="Destination">ISO 3166 alpha-2 code.</param>
/// <param name="MediaSha256">Pictures and recordings that the reporter sent, by hash; the files stay with who took the report.</param>
/// <param name="AdvertText">R36: wording of the advertisement that the reporter saw.</param>
/// <param name="AdvertTextDigest">R36: made of the wording at the edge, never sent, as the digest of answers is.</param>
[EventName("tip_received")]
public sealed record TipReceived(
    TipChannel Channel,
    bool Anonymous,
    TipUrgency Urgency,
    [Narrative] string Summary,
    string TrackingCode = "",
    string? Village = null,
    ContactRef? ReporterContact = null,
    IReadOnlyList<TipSubject>? Subjects = null,
    IReadOnlyList<ContactRef>? Phones = null,
    IReadOnlyList<ContactRef>? Accounts = null,
    IReadOnlyList<ContactRef>? Vehicles = null,
    ContactRef? Address = null,
    int? OutsidersLodged = null,
    IReadOnlyList<TipSign>? Signs = null,
    ContactRef? JobAdvert = null,
    ReportedDeparture? Departure = null,
    string? Destination = null,
    IReadOnlyList<string>? MediaSha256 = null,
    [Narrative] string? AdvertText = null,
    [MadeByProduct] IReadOnlyList<string>? AdvertTextDigest = null) : TipEvent, IConcernsPersons, IConcernsChildren
{
    public IEnumerable<PersonRef> Persons() => (Subjects ?? []).Select(subject => subject.Person).Distinct();

    public bool ConcernsChild() => Signs?.Contains(TipSign.ChildConcerned) is true;
}

/// <summary>What the desk makes of it before anybody has looked.</summary>
/// <param name="Same">An earlier tip that tells the same.</param>
[EventName("tip_triaged")]
public sealed record TipTriaged(
    TipCategory Category,
    TipPriority Priority,
    Guid? Same = null,
    [Narrative] string? Note = null) : TipEvent;

/// <summary>From here on the unit owns it, and reads it. A tip may be given on; the last owner counts.</summary>
[EventName("tip_assigned")]
public sealed record TipAssigned(string ToAgency, string ToUnit, [Narrative] string? Note = null) : TipEvent;

/// <param name="Basis">What the owner's word rests on.</param>
[EventName("tip_verified")]
public sealed record TipVerified(IReadOnlyList<TipBasis> Basis, [Narrative] string Summary) : TipEvent;

/// <summary>Nothing was found that bears it out; that is no finding that it was false.</summary>
[EventName("tip_unsubstantiated")]
public sealed record TipUnsubstantiated(IReadOnlyList<TipBasis> Basis, [Narrative] string Reason) : TipEvent;

/// <summary>What the tip led to; its history goes along. A tip may lead to more than one thing.</summary>
/// <param name="Target">Stream of what it led to.</param>
[EventName("tip_converted")]
public sealed record TipConverted(TipConversion Into, Guid Target, [Narrative] string? Note = null) : TipEvent;

/// <summary>The reporter was told, by tracking code and with a fixed text only: nothing that says more than that something is being done.</summary>
[EventName("reporter_informed")]
public sealed record ReporterInformed(FeedbackText Feedback) : TipEvent;

/// <summary>Somebody whom a tip is about.</summary>
public sealed record TipSubject(PersonRef Person, TipRole Role);

/// <summary>A departure that nobody at a checkpoint saw.</summary>
/// <param name="From">Kemendagri or checkpoint code of where the boat or car left.</param>
/// <param name="Destination">ISO 3166 alpha-2 code.</param>
public sealed record ReportedDeparture(string? From = null, DateOnly? On = null, string? Destination = null);
