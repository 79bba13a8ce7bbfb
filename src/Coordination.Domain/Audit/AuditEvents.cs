using Coordination.Domain.Kernel;

namespace Coordination.Domain.Audit;

/// <summary>Stream <c>audit</c>: one per agency and day. Stored forever: add a V2, never edit.</summary>
public abstract record AuditEvent;

/// <summary>Somebody asked for something and was refused: the proof that a rule was kept, and where people meet its edge.</summary>
/// <param name="Command">Name of the command, such as <c>RegisterPoliceReport</c>.</param>
/// <param name="Code">Code of the refusal.</param>
/// <param name="Thing">Stream that it was about, if it got that far.</param>
/// <param name="StreamType">Type of that stream.</param>
/// <param name="Person">Whom the victim shield covered; for every other refusal nobody.</param>
[EventName("command_rejected")]
public sealed record CommandRejected(
    string Command, string Code, string StreamType, Guid? Thing = null, PersonRef? Person = null) : AuditEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => Persona.Each(Person);
}
