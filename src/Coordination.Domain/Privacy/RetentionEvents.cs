using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Privacy;

/// <summary>Stream <c>retention</c>: the end of a person's time in the vault, proposed by the schedule. Stored forever: add a V2, never edit.</summary>
public abstract record RetentionEvent;

/// <param name="Agency">Whose decision it is: the last that had to do with the person.</param>
/// <param name="LastEntryOn">Day of the last entry about the person, from which the time counts.</param>
/// <param name="DueOn">Last day on which the identity may be kept.</param>
[EventName("retention_proposed")]
public sealed record RetentionProposed(PersonRef Subject, RetentionClass Class, string Agency, DateOnly LastEntryOn, DateOnly DueOn)
    : RetentionEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => Persona.Each(Subject);
}

/// <summary>The first of two persons.</summary>
[EventName("retention_approved")]
public sealed record RetentionApproved([Narrative] string? Note = null) : RetentionEvent;

/// <summary>The second of two persons. What follows is the erasure workflow's.</summary>
/// <param name="Erasure">Stream of the erasure.</param>
[EventName("retention_handed_to_erasure")]
public sealed record RetentionHandedToErasure(Guid Erasure) : RetentionEvent;

/// <param name="Until">Day from which it is asked again.</param>
[EventName("retention_deferred")]
public sealed record RetentionDeferred(DateOnly Until, [Narrative] string Reason) : RetentionEvent;
