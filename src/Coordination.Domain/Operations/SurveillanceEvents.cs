using Coordination.Domain.Kernel;

namespace Coordination.Domain.Operations;

/// <summary>
/// Stream <c>surveillance</c>: what an agency watches, known to nobody but itself. Others learn of it only when they are about to walk into it, and
/// then no more than whom to call. Stored forever: add a V2, never edit.
/// </summary>
public abstract record SurveillanceEvent;

/// <param name="Contact">Desk to call when somebody else gets near.</param>
[EventName("surveillance_declared")]
public sealed record SurveillanceDeclared(
    OperationTarget Target,
    UnitAddress Contact,
    [Narrative] string? Note = null,
    IReadOnlyList<Guid>? Sources = null) : SurveillanceEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => Persona.Each(Persona.Optional(Target.Persons));
}

/// <param name="Target">What is free again; filled in with the decision.</param>
[EventName("surveillance_ended")]
public sealed record SurveillanceEnded([Narrative] string? Note = null, OperationTarget? Target = null) : SurveillanceEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => Persona.Each(Persona.Optional(Target?.Persons));
}
