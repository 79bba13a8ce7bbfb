using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

/// <summary>
/// The person agrees to each of these services, on a day. It asks for nothing in return: whether the person testifies is no member of any event here
/// (UU 21/2007 Ps 51).
/// </summary>
/// <param name="Person">Needed where it is the first thing said of the person's services.</param>
/// <param name="Language">In which it was explained, such as <c>id</c> or <c>vi</c>.</param>
[EventName("service_consent_given")]
public sealed record ServiceConsentGiven(
    IReadOnlyList<ServiceKind> Services,
    ConsentGiver GivenBy,
    PersonRef? Person = null,
    bool IsChild = false,
    string? Language = null,
    CaseId? Case = null,
    HandoffId? Handoff = null) : ProtectionEvent, IConcernsPersons, IConcernsChildren
{
    public IEnumerable<PersonRef> Persons() => Persona.Each(Person);

    public bool ConcernsChild() => IsChild;
}

[EventName("service_consent_declined")]
public sealed record ServiceConsentDeclined(
    IReadOnlyList<ServiceKind> Services,
    ConsentGiver GivenBy,
    PersonRef? Person = null,
    bool IsChild = false,
    [Narrative] string? Note = null) : ProtectionEvent, IConcernsPersons, IConcernsChildren
{
    public IEnumerable<PersonRef> Persons() => Persona.Each(Person);

    public bool ConcernsChild() => IsChild;
}

[EventName("service_consent_withdrawn")]
public sealed record ServiceConsentWithdrawn(
    IReadOnlyList<ServiceKind> Services, ConsentGiver GivenBy, [Narrative] string? Note = null) : ProtectionEvent;

/// <summary>What a person agrees to, one by one.</summary>
public enum ServiceKind
{
    Shelter,
    Health,
    MedicoLegal,
    Psychosocial,
    FamilySupport,
    LegalAid,
    WitnessProtection,
    Repatriation,
    Reintegration,
}

public enum ConsentGiver
{
    Self,
    Parent,

    /// <summary>Wali or pengampu.</summary>
    Guardian,

    /// <summary>The institution that stands in for the parents of a child.</summary>
    Institution,
}
