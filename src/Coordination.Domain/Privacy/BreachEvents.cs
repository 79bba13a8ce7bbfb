using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

/// <summary>Stream <c>breach</c>: a failure to protect data and what was done (UU 27/2022 Ps 46). Stored forever: add a V2, never edit.</summary>
public abstract record BreachEvent;

/// <param name="KnownAt">When the agency learned of it: from then 72 hours count.</param>
/// <param name="From">Begin of the time in which data were open, by the clock of the access log.</param>
/// <param name="Officers">Accounts of the agency that were misused; none when it is not about accounts.</param>
/// <param name="Subjects">Persons known to be hit; more follow from the access log.</param>
[EventName("breach_declared")]
public sealed record BreachDeclared(
    [Narrative] string Summary,
    DateTimeOffset KnownAt,
    DateTimeOffset From,
    DateTimeOffset Until,
    IReadOnlyList<string>? Officers = null,
    IReadOnlyList<PersonRef>? Subjects = null) : BreachEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => Persona.Each(Persona.Optional(Subjects));
}

/// <param name="Data">What data were open.</param>
/// <param name="Handling">What is done against it.</param>
/// <param name="Recovery">What makes it whole again, for the persons too.</param>
[EventName("breach_assessed")]
public sealed record BreachAssessed(BreachRisk Risk, IReadOnlyList<DataKind> Data, [Narrative] string Handling, [Narrative] string Recovery) : BreachEvent;

/// <summary>Those whom the law names were told.</summary>
/// <param name="Reference">Number of the letter, or how persons were told without endangering them.</param>
[EventName("breach_notified")]
public sealed record BreachNotified(IReadOnlyList<NotifiedParty> Parties, string Reference) : BreachEvent;

/// <param name="Note">What changes, so that it does not happen again.</param>
[EventName("breach_closed")]
public sealed record BreachClosed([Narrative] string Note) : BreachEvent;

public enum BreachRisk
{
    Low,
    High,

    /// <summary>Somebody may come to harm: victims, witnesses, children.</summary>
    Life,
}

public enum DataKind
{
    Name,
    Nik,
    Passport,
    Contact,
    Birth,
    Health,
    CrimeRecord,
    Child,
    CaseFile,
}

/// <summary>Whom Ps 46 names.</summary>
public enum NotifiedParty
{
    Subjects,
    Authority,

    /// <summary>Where it disturbs public services or hits society (Ps 46 ayat 3).</summary>
    Public,
}
