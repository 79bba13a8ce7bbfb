using Coordination.Domain.Kernel;

namespace Coordination.Domain.Alerts;

/// <summary>Stream <c>alert</c>: one finding of one rule. Stored forever: add a V2, never edit.</summary>
public abstract record AlertEvent;

/// <param name="Code">What people know it by, such as <c>A-REPEAT</c>.</param>
/// <param name="Rule">The rule that fired, such as <c>R11</c>.</param>
/// <param name="Evidence">Ids of exactly those events that fired it.</param>
/// <param name="Recipients">Reader groups (<see cref="Audiences"/>) that it is for.</param>
/// <param name="Facts">Numbers and codes for the sentence people read; never a value that identifies a person.</param>
[EventName("alert_raised")]
public sealed record AlertRaised(
    string Code,
    string Rule,
    int RuleVersion,
    Severity Severity,
    IReadOnlyList<Guid> Evidence,
    IReadOnlyList<PersonRef> Subjects,
    IReadOnlyList<string> Recipients,
    IReadOnlyDictionary<string, string> Facts,
    CaseId? Case = null,
    string? Place = null) : AlertEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => Subjects;
}

[EventName("alert_acknowledged")]
public sealed record AlertAcknowledged([Narrative] string? Note = null) : AlertEvent;

/// <param name="Officer">Login of the one who takes it; null when a whole unit does.</param>
[EventName("alert_assigned")]
public sealed record AlertAssigned(string Agency, string Unit, string? Officer = null, [Narrative] string? Note = null) : AlertEvent
{
    /// <summary>Who reads the alert from then on.</summary>
    public string Reader() => Officer is { } login ? Audiences.Person(login) : Group();

    /// <summary>The unit that answers for it.</summary>
    internal string Group() => Audiences.Unit(Agency, Unit);
}

/// <summary>Written by the system when nobody answered in time.</summary>
/// <param name="Level">1 unit head, 2 province, 3 centre.</param>
/// <param name="Recipients">Reader groups added by this step.</param>
[EventName("alert_escalated")]
public sealed record AlertEscalated(int Level, IReadOnlyList<string> Recipients) : AlertEvent;

/// <param name="Explanation">One sentence that whoever reads the outcome later understands.</param>
[EventName("alert_resolved")]
public sealed record AlertResolved(AlertOutcome Outcome, [Narrative] string Explanation) : AlertEvent;

[EventName("alert_reopened")]
public sealed record AlertReopened([Narrative] string Reason) : AlertEvent;

public enum Severity
{
    Low,
    Medium,
    High,
    Critical,
}

/// <summary>Feeds the precision of the rule.</summary>
public enum AlertOutcome
{
    /// <summary>It was what the rule feared.</summary>
    True,

    /// <summary>The rule was wrong.</summary>
    False,

    /// <summary>The pattern was there, with an innocent reason.</summary>
    Benign,
}
