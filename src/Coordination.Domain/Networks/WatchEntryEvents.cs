using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

/// <summary>Stream <c>watch_entry</c>: one person or thing to look out for. Stored forever: add a V2, never edit.</summary>
public abstract record WatchEntryEvent;

/// <param name="Person">For every kind but <see cref="WatchKind.Entity"/>.</param>
/// <param name="Contact">
/// For an entity that is a telephone, e-mail, address or account, and the number plate or name on the bow of a vehicle or vessel: what is compared (R37).
/// </param>
/// <param name="Entity">For an entity that is a company, vessel or vehicle, in words: read by people, and compared with nothing.</param>
/// <param name="Action">What the officer who meets it should do.</param>
[EventName("watch_entry_proposed")]
public sealed record WatchEntryProposed(
    WatchKind Kind,
    [Narrative] string Reason,
    [Narrative] string Action,
    PersonRef? Person = null,
    ContactRef? Contact = null,
    [Narrative] string? Entity = null,
    CaseId? Case = null,
    IReadOnlyList<Guid>? Sources = null) : WatchEntryEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => Persona.Each(Person);
}

/// <summary>By a second person of the proposing agency.</summary>
/// <param name="ValidUntil">At most 12 months on, 6 for a protective entry.</param>
/// <param name="Kind">As proposed, like person and contact; filled in with the decision, so that whoever meets them can be compared (R37).</param>
[EventName("watch_entry_approved")]
public sealed record WatchEntryApproved(
    DateOnly ValidUntil, [Narrative] string? Note = null, WatchKind? Kind = null, PersonRef? Person = null, ContactRef? Contact = null)
    : WatchEntryEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => Persona.Each(Person);
}

/// <summary>What is looked out for was met at a counter or in the field; what came of it is said by a review.</summary>
/// <param name="HitNumber">Number that the place gives it, such as that of the secondary inspection; the review names it.</param>
/// <param name="Person">Who was met, where that is known: with a watched telephone it may be anybody.</param>
/// <param name="Sources">Streams that it was met in: a screening, an application, a patrol.</param>
[EventName("watch_hit")]
public sealed record WatchHit(
    string HitNumber,
    PersonRef? Person = null,
    [Narrative] string? Circumstances = null,
    IReadOnlyList<Guid>? Sources = null) : WatchEntryEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => Persona.Each(Person);
}

/// <summary>What a hit came to, told to whoever keeps the entry: only so can entries that point at the wrong people be found.</summary>
[EventName("watch_reviewed")]
public sealed record WatchReviewed(string HitNumber, WatchOutcome Outcome, [Narrative] string Feedback) : WatchEntryEvent;

/// <param name="ValidUntil">Later than before, and again at most 12 months on, 6 for a protective entry.</param>
/// <param name="Kind">As proposed, like person and contact; filled in with the decision.</param>
[EventName("watch_entry_extended")]
public sealed record WatchEntryExtended(
    DateOnly ValidUntil, [Narrative] string Reason, WatchKind? Kind = null, PersonRef? Person = null, ContactRef? Contact = null)
    : WatchEntryEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => Persona.Each(Person);
}

/// <summary>Written by the product when the last day of an entry is over.</summary>
[EventName("watch_entry_expired")]
public sealed record WatchEntryExpired(DateOnly ValidUntil) : WatchEntryEvent;

/// <param name="Person">As proposed, like the contact; filled in with the decision.</param>
[EventName("watch_entry_removed")]
public sealed record WatchEntryRemoved([Narrative] string Reason, PersonRef? Person = null, ContactRef? Contact = null)
    : WatchEntryEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => Persona.Each(Person);
}

/// <summary>Written by the product: the person of a punitive entry is a suspected victim since (UU 6/2011 Ps 86).</summary>
/// <param name="Determination">Stream in which some agency said so.</param>
[EventName("punitive_watch_removed")]
public sealed record PunitiveWatchRemoved(PersonRef Person, VictimStatus Status, Guid? Determination = null) : WatchEntryEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => [Person];
}

public enum WatchKind
{
    Punitive,
    Interest,
    Protective,
    Entity,
}

public enum WatchOutcome
{
    /// <summary>It was what the entry is about.</summary>
    Confirmed,

    /// <summary>Another person or thing that only looked like it.</summary>
    False,

    /// <summary>It was, and there was a good explanation.</summary>
    Benign,
}
