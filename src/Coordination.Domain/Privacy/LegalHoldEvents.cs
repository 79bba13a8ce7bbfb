using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

/// <summary>Stream <c>legal_hold</c>: data that must stay as long as a legal process needs them. Stored forever: add a V2, never edit.</summary>
public abstract record LegalHoldEvent;

/// <summary>On one person, or on every person of a case.</summary>
/// <param name="Reference">Number of the order, report or letter.</param>
[EventName("legal_hold_placed")]
public sealed record LegalHoldPlaced(HoldGround Ground, string Reference, PersonRef? Person = null, CaseId? Case = null)
    : LegalHoldEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => Persona.Each(Person);
}

[EventName("legal_hold_lifted")]
public sealed record LegalHoldLifted([Narrative] string Reason) : LegalHoldEvent;

public enum HoldGround
{
    /// <summary>Penyidikan.</summary>
    Investigation,

    /// <summary>Penuntutan atau sidang.</summary>
    Prosecution,

    /// <summary>Order of a court.</summary>
    CourtOrder,

    /// <summary>Claim of the victim: restitution, complaint.</summary>
    VictimsClaim,
}
