using Coordination.Domain.Kernel;

namespace Coordination.Domain.Advisories;

/// <summary>Stream <c>tpi_advisory</c>: what checkpoints (TPI) are to look out for, and what they did. Stored forever: add a V2, never edit.</summary>
public abstract record TpiAdvisoryEvent;

/// <param name="Checkpoints">Checkpoint codes; each has to acknowledge.</param>
/// <param name="Indicators">What to recognise them by; never religion or ethnicity.</param>
/// <param name="Action">What the officer at the counter does.</param>
/// <param name="ValidTo">Last day.</param>
/// <param name="Warning">The warning of the police that it rests on.</param>
[EventName("tpi_advisory_published")]
public sealed record TpiAdvisoryPublished(
    string AdvisoryNumber,
    IReadOnlyList<string> Checkpoints,
    [Narrative] IReadOnlyList<string> Indicators,
    [Narrative] string Action,
    DateOnly ValidTo,
    Guid? Warning = null,
    CaseId? Case = null,
    IReadOnlyList<Guid>? Sources = null) : TpiAdvisoryEvent;

/// <summary>By an officer on duty, for the shift.</summary>
/// <param name="Shift">What the checkpoint calls the shift, such as <c>PAGI</c>.</param>
[EventName("tpi_advisory_acknowledged")]
public sealed record TpiAdvisoryAcknowledged(string Checkpoint, string Shift) : TpiAdvisoryEvent;

/// <summary>The checkpoint does more than it would on another day.</summary>
[EventName("tpi_posture_raised")]
public sealed record TpiPostureRaised(string Checkpoint, [Narrative] string Description, DateOnly? Until = null) : TpiAdvisoryEvent;

/// <param name="HitNumber">Number that the checkpoint gives it, such as that of the secondary inspection; the outcome names it.</param>
/// <param name="Sources">Streams that it was met in.</param>
[EventName("advisory_hit_recorded")]
public sealed record AdvisoryHitRecorded(
    string HitNumber,
    string Checkpoint,
    PersonRef? Person = null,
    [Narrative] string? Circumstances = null,
    IReadOnlyList<Guid>? Sources = null) : TpiAdvisoryEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => Persona.Each(Person);
}

[EventName("hit_outcome_reported")]
public sealed record HitOutcomeReported(string HitNumber, HitOutcome Outcome, [Narrative] string Explanation) : TpiAdvisoryEvent;

[EventName("advisory_extended")]
public sealed record AdvisoryExtended(DateOnly ValidTo, [Narrative] string Reason) : TpiAdvisoryEvent;

/// <summary>Written by the product when the last day is over.</summary>
[EventName("advisory_expired")]
public sealed record AdvisoryExpired(DateOnly ValidTo) : TpiAdvisoryEvent;

public enum HitOutcome
{
    /// <summary>The departure was deferred or the entry refused.</summary>
    Deferred,

    /// <summary>The person went into protection or to the police.</summary>
    HandedOver,

    /// <summary>Of whom it warned, but nothing stood against the journey.</summary>
    Cleared,

    /// <summary>Had nothing to do with the warning.</summary>
    NotConcerned,
}
