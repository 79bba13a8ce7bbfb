using Coordination.Domain.Kernel;

namespace Coordination.Domain.Outreach;

/// <summary>Stream <c>outreach_session</c>: one meeting with the public. Stored forever: add a V2, never edit.</summary>
public abstract record OutreachSessionEvent;

/// <param name="Village">Kemendagri code of where it was held, to the village where known.</param>
/// <param name="Material">Code of the material that was used.</param>
/// <param name="MaterialVersion">The version of it, so that a wrong text can be traced to who heard it.</param>
/// <param name="Women">Who came, by head; the young are among the women and the men.</param>
/// <param name="PreScore">Mean of the questions asked before, in percent.</param>
/// <param name="PostScore">Mean of the same questions asked afterwards, in percent.</param>
/// <param name="Locale">Language of the material, such as <c>id</c> or <c>tet</c>.</param>
/// <param name="Topics">Codes of what was taught.</param>
/// <param name="Partner">Stream of the community partner that invited.</param>
[EventName("outreach_session_held")]
public sealed record OutreachSessionHeld(
    OutreachChannel Channel,
    OutreachProgramme Programme,
    string Village,
    string Material,
    string MaterialVersion,
    int Women,
    int Men,
    int Youth,
    int? PreScore = null,
    int? PostScore = null,
    string? Locale = null,
    IReadOnlyList<string>? Topics = null,
    Guid? Partner = null,
    [Narrative] string? Note = null) : OutreachSessionEvent;

/// <summary>Stream <c>fostered_village</c>: a village that an immigration office looks after (desa binaan). Stored forever: add a V2, never edit.</summary>
public abstract record FosteredVillageEvent;

/// <param name="Village">Kemendagri code of the village.</param>
/// <param name="DecreeNumber">Number of the decree (SK).</param>
[EventName("village_designated")]
public sealed record VillageDesignated(
    string Village, string DecreeNumber, VillageRisk Risk = VillageRisk.Unassessed, [Narrative] string? Note = null) : FosteredVillageEvent;

/// <param name="Officer">Login of the officer.</param>
/// <param name="DecreeNumber">Number of the decree (SK) that names the officer.</param>
[EventName("officer_assigned_to_village")]
public sealed record OfficerAssignedToVillage(
    string Officer, VillageRole Role, string DecreeNumber, DateOnly? Until = null) : FosteredVillageEvent;

/// <summary>Stream <c>community_partner</c>: a church, group or person of standing that passes word on. Stored forever: add a V2, never edit.</summary>
public abstract record CommunityPartnerEvent;

/// <param name="Area">Kemendagri code of where the partner is known.</param>
/// <param name="Contact">How to reach it.</param>
[EventName("community_partner_registered")]
public sealed record CommunityPartnerRegistered(
    PartnerKind Kind,
    [Narrative] string Name,
    string Area,
    ContactRef? Contact = null,
    PersonRef? ContactPerson = null) : CommunityPartnerEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => Persona.Each(ContactPerson);
}

/// <summary>
/// Stream <c>village_verification</c>: a question to a village about one of its own (UU 18/2017 Ps 42: the village verifies and records). Stored
/// forever: add a V2, never edit.
/// </summary>
public abstract record VillageVerificationEvent;

/// <param name="Village">Kemendagri code of the village that is asked.</param>
/// <param name="ToUnit">Unit of the village or local government that answers.</param>
/// <param name="Concerning">Stream of the application or encounter that the answer is for.</param>
[EventName("village_verification_requested")]
public sealed record VillageVerificationRequested(
    PersonRef Person,
    string Village,
    string ToAgency,
    string ToUnit,
    IReadOnlyList<VillageQuestion> Questions,
    Guid? Concerning = null,
    CaseId? Case = null,
    [Narrative] string? Note = null) : VillageVerificationEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => [Person];
}

/// <summary>A question that the village cannot answer stays open: null is "not known", never "no".</summary>
[EventName("village_verification_answered")]
public sealed record VillageVerificationAnswered(
    bool? IsResident = null,
    bool? FamilyPermits = null,
    bool? BrokerInvolved = null,
    [Narrative] string? Note = null) : VillageVerificationEvent;
