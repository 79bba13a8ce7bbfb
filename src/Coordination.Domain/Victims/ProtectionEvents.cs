using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

/// <summary>Stream <c>protection</c>: what is done for one person. Stored forever: add a V2, never edit.</summary>
public abstract record ProtectionEvent;

/// <summary>Services never depend on a statement and may start before there is a police report (UU 21/2007 Ps 51).</summary>
/// <param name="Shelter">Unit or institution that takes the person in; never a street address.</param>
/// <param name="ConsentGiven">The person agreed. A child's consent is its guardian's or the institution's.</param>
/// <param name="Handoff">The handoff that brought the person, if one did.</param>
[EventName("shelter_admitted")]
public sealed record ShelterAdmitted(
    PersonRef Person,
    ShelterKind Kind,
    [Narrative] string Shelter,
    bool ConsentGiven,
    bool IsChild = false,
    [Narrative] IReadOnlyList<string>? Needs = null,
    HandoffId? Handoff = null,
    CaseId? Case = null) : ProtectionEvent, IConcernsPersons, IConcernsChildren
{
    public IEnumerable<PersonRef> Persons() => [Person];

    public bool ConcernsChild() => IsChild;
}

/// <param name="Destination">Where the person goes: home, another shelter, family; never a street address.</param>
[EventName("shelter_discharged")]
public sealed record ShelterDischarged(DischargeReason Reason, [Narrative] string? Destination = null) : ProtectionEvent;

public enum ShelterKind
{
    /// <summary>Rumah perlindungan of Kemensos.</summary>
    Rptc,

    /// <summary>Regional unit for women and children.</summary>
    UptdPpa,

    /// <summary>BP3MI or P4MI.</summary>
    Bp3mi,

    /// <summary>Civil society or church.</summary>
    Community,
}

public enum DischargeReason
{
    ReturnedHome,
    MovedToOtherShelter,
    MovedToFamily,
    OwnWish,
    Unknown,
}
