using System.Collections.Immutable;
using System.Diagnostics;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Alerts;

public enum AlertStatus
{
    None,
    Raised,
    Acknowledged,
    Assigned,
    Resolved,
}

/// <summary>One finding of one rule, and what people did with it.</summary>
public sealed record Alert
{
    public static Alert None { get; } = new();

    public AlertStatus Status { get; private init; }

    public Severity Severity { get; private init; }

    public ImmutableHashSet<string> Recipients { get; private init; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <summary>As it was raised: what it rests on, and who may read that.</summary>
    public Marking Marking { get; private init; } = Marking.Default;

    /// <summary>0 until somebody was silent too long.</summary>
    public int Level { get; private init; }

    /// <summary>Nobody has answered: not whom it was raised for, or not the other unit that it was given to.</summary>
    public bool Waits { get; private init; }

    /// <summary>Since when it waits for an answer: raised, escalated, given to another unit or reopened.</summary>
    public DateTimeOffset WaitsSince { get; private init; }

    public AlertAssigned? Assignment { get; private init; }

    public AlertResolved? Resolution { get; private init; }

    /// <summary>When silence escalates it; null when somebody has answered, or nobody is above.</summary>
    public DateTimeOffset? EscalationDue =>
        Waits && Level < AlertClock.TopLevel && AlertClock.Patience(Severity) is { } patience ? WaitsSince + patience : null;

    /// <summary>
    /// Whether the officer belongs to a group it is for. Members of a case are told apart where the case is known, not here.
    /// </summary>
    public bool IsFor(Officer officer) => Recipients.Contains(Audiences.CaseMembers) || Viewer.Of(officer).Groups.Any(Recipients.Contains);

    /// <summary>Whether it may be given to them: they hear of it already, or might read all that it rests on.</summary>
    public bool MayReach(AlertAssigned given) => Recipients.Contains(given.Group()) || AlertMarking.MayRead(Marking, given.Group());

    /// <summary>
    /// Whom a step of the escalation tells, beside those it is for already: who is above them, and above the unit that it was given to.
    /// </summary>
    public IReadOnlyList<string> Above(int level, DateOnly day)
    {
        var silent = Assignment is { } given ? Recipients.Add(given.Group()) : Recipients;
        return [.. AlertMarking.Above(silent, Marking, level, day).Where(group => !Recipients.Contains(group))];
    }

    public static Alert Evolve(Alert alert, AlertEvent happened, Envelope envelope) => happened switch
    {
        AlertRaised e => alert with
        {
            Status = AlertStatus.Raised, Severity = e.Severity, Recipients = alert.Recipients.Union(e.Recipients),
            Marking = envelope.Marking, Waits = true, WaitsSince = envelope.OccurredAt,
        },
        AlertAcknowledged => alert with
        {
            Status = alert.Status == AlertStatus.Assigned ? AlertStatus.Assigned : AlertStatus.Acknowledged, Waits = false,
        },
        AlertAssigned e => alert.GivenTo(e, envelope),
        AlertEscalated e => alert with { Level = e.Level, Recipients = alert.Recipients.Union(e.Recipients), WaitsSince = envelope.OccurredAt },
        AlertResolved e => alert with { Status = AlertStatus.Resolved, Resolution = e, Waits = false },
        AlertReopened => alert with
        {
            Status = AlertStatus.Raised, Level = 0, Assignment = null, Resolution = null, Waits = true, WaitsSince = envelope.OccurredAt,
        },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of an alert."),
    };

    /// <summary>Whoever takes it has answered; another unit that it is given to has its own time to.</summary>
    private Alert GivenTo(AlertAssigned given, Envelope envelope)
    {
        var taken = this with
        {
            Status = AlertStatus.Assigned, Assignment = given, Recipients = Recipients.Add(given.Reader()), Waits = false,
        };
        return (given.Agency, given.Unit) == (envelope.By.Agency, envelope.By.Unit)
            ? taken
            : taken with { Waits = true, Level = 0, WaitsSince = envelope.OccurredAt };
    }
}
