using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

/// <summary>
/// Stream <c>administrative_action</c> (tindakan administratif keimigrasian, UU 6/2011 Ps 75): what immigration does against one person. It stands with
/// the victims because their shield decides on it. Stored forever: add a V2, never edit.
/// </summary>
public abstract record AdministrativeActionEvent;

/// <param name="BasedOn">Streams that it rests on: an operation, an encounter.</param>
[EventName("administrative_action_proposed")]
public sealed record AdministrativeActionProposed(
    PersonRef Person,
    IReadOnlyList<AdministrativeMeasure> Measures,
    [Narrative] string Grounds,
    CaseId? Case = null,
    IReadOnlyList<Guid>? BasedOn = null) : AdministrativeActionEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => [Person];
}

/// <param name="DecisionNumber">Number of the written decision (Ps 75 ayat 2).</param>
/// <param name="Person">Needed where nothing was proposed before.</param>
[EventName("administrative_action_imposed")]
public sealed record AdministrativeActionImposed(
    IReadOnlyList<AdministrativeMeasure> Measures,
    string DecisionNumber,
    PersonRef? Person = null,
    [Narrative] string? Grounds = null,
    CaseId? Case = null) : AdministrativeActionEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => Persona.Each(Person);
}

/// <summary>By the office, or by the product itself the moment that any agency suspects the person to be a victim (UU 6/2011 Ps 86).</summary>
[EventName("administrative_action_suspended")]
public sealed record AdministrativeActionSuspended(SuspensionReason Reason, [Narrative] string? Note = null) : AdministrativeActionEvent;

[EventName("administrative_action_lifted")]
public sealed record AdministrativeActionLifted([Narrative] string Reason) : AdministrativeActionEvent;

/// <summary>UU 6/2011 Ps 75 ayat 2, and Ps 83.</summary>
public enum AdministrativeMeasure
{
    /// <summary>Pencantuman dalam daftar pencegahan atau penangkalan.</summary>
    Ban,

    /// <summary>Pembatasan, perubahan, atau pembatalan izin tinggal.</summary>
    StayPermit,

    /// <summary>Larangan berada di tempat tertentu.</summary>
    ForbiddenPlace,

    /// <summary>Keharusan bertempat tinggal di tempat tertentu.</summary>
    AssignedPlace,

    /// <summary>Biaya beban.</summary>
    Fee,

    /// <summary>Deportasi.</summary>
    Deportation,

    /// <summary>Pendetensian (Ps 83).</summary>
    Detention,
}

public enum SuspensionReason
{
    /// <summary>The person is a suspected victim.</summary>
    VictimShield,

    /// <summary>Keberatan (Ps 77).</summary>
    Objection,

    CourtOrder,

    Other,
}
