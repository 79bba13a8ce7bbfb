using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

/// <summary>
/// Stream <c>victim</c>: one per person, where every agency's word about that person meets; its id follows from the person's reference. Stored forever:
/// add a V2, never edit. Later facts may leave the person out; the decision then fills it in.
/// </summary>
public abstract record VictimEvent : IConcernsPersons
{
    public abstract PersonRef? Person { get; init; }

    public virtual IEnumerable<PersonRef> Persons() => Persona.Each(Person);
}

/// <summary>Somebody thinks that a person may be a victim; the person need not have said so.</summary>
/// <param name="BasedOn">Stream that it rests on: a handoff, an encounter, a complaint.</param>
[EventName("victim_referred")]
public sealed record VictimReferred(
    PersonRef? Person,
    ReferralSource Source,
    [Narrative] string Circumstances,
    bool IsChild = false,
    CaseId? Case = null,
    Guid? BasedOn = null) : VictimEvent, IConcernsChildren
{
    public bool ConcernsChild() => IsChild;
}

/// <param name="Form">Code of the screening form.</param>
/// <param name="Indicators">Codes of the form, never words of the person.</param>
/// <param name="FormLanguage">Language in which the person was asked, such as <c>id</c> or <c>vi</c>.</param>
/// <param name="Indicated">A suspected victim: by the score, or by the officer's judgement where the score is lower. Always filled in the log.</param>
/// <param name="OfficialNamed">R40: the person named an official as facilitator (oknum). The internal-affairs desk alone is told.</param>
[EventName("victim_screened")]
public sealed record VictimScreened(
    string Form,
    IReadOnlyList<string> Indicators,
    int Score,
    bool IsChild,
    string FormLanguage,
    bool? Indicated = null,
    [Narrative] string? Note = null,
    PersonRef? Person = null,
    bool? OfficialNamed = null) : VictimEvent, IConcernsChildren
{
    public bool ConcernsChild() => IsChild;
}

/// <summary>The first word of an agency; a later one is a revision.</summary>
[EventName("victim_status_determined")]
public sealed record VictimStatusDetermined(
    VictimStatus Status,
    [Narrative] string Grounds,
    bool IsChild = false,
    IReadOnlyList<TraffickingAct>? Acts = null,
    IReadOnlyList<TraffickingMeans>? Means = null,
    IReadOnlyList<TraffickingPurpose>? Purposes = null,
    PersonRef? Person = null,
    CaseId? Case = null) : VictimEvent, IConcernsChildren
{
    public bool ConcernsChild() => IsChild;
}

/// <summary>An agency changes its own word, and nobody else's.</summary>
[EventName("victim_status_revised")]
public sealed record VictimStatusRevised(
    VictimStatus Status,
    [Narrative] string Reason,
    IReadOnlyList<TraffickingAct>? Acts = null,
    IReadOnlyList<TraffickingMeans>? Means = null,
    IReadOnlyList<TraffickingPurpose>? Purposes = null,
    PersonRef? Person = null) : VictimEvent;

/// <summary>Time to recover and decide, in which nobody presses the person.</summary>
/// <param name="Until">Last day. Filled in when the sender leaves it out; never earlier than 30 days on.</param>
[EventName("reflection_period_granted")]
public sealed record ReflectionPeriodGranted(
    string DecisionNumber,
    DateOnly? Until = null,
    [Narrative] string? Note = null,
    PersonRef? Person = null) : VictimEvent;

/// <summary>Who first thought of it.</summary>
public enum ReferralSource
{
    Self,
    Family,
    Community,
    Village,
    Officer,
    Operation,
    Mission,
    Hotline,
    PartnerOrganisation,
    Other,
}
