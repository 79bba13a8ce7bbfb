using System.Collections.Immutable;
using System.Diagnostics;
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

    /// <summary>0 until somebody was silent too long.</summary>
    public int Level { get; private init; }

    /// <summary>Since when it waits for an answer: raised, escalated or reopened.</summary>
    public DateTimeOffset WaitsSince { get; private init; }

    public AlertAssigned? Assignment { get; private init; }

    public AlertResolved? Resolution { get; private init; }

    /// <summary>When silence escalates it; null when somebody has answered, or nobody is above.</summary>
    public DateTimeOffset? EscalationDue =>
        Status == AlertStatus.Raised && Level < AlertClock.TopLevel && AlertClock.Patience(Severity) is { } patience ? WaitsSince + patience : null;

    /// <summary>
    /// Whether the officer belongs to a group it is for. Members of a case are told apart where the case is known, not here.
    /// </summary>
    public bool IsFor(Officer officer) => Recipients.Contains(Audiences.CaseMembers) || Viewer.Of(officer).Groups.Any(Recipients.Contains);

    public static Alert Evolve(Alert alert, AlertEvent happened, Envelope envelope) => happened switch
    {
        AlertRaised e => alert with
        {
            Status = AlertStatus.Raised, Severity = e.Severity, Recipients = alert.Recipients.Union(e.Recipients), WaitsSince = envelope.OccurredAt,
        },
        AlertAcknowledged => alert with { Status = AlertStatus.Acknowledged },
        AlertAssigned e => alert with
        {
            Status = AlertStatus.Assigned, Assignment = e, Recipients = alert.Recipients.Add(Audiences.Unit(e.Agency, e.Unit)),
        },
        AlertEscalated e => alert with { Level = e.Level, Recipients = alert.Recipients.Union(e.Recipients), WaitsSince = envelope.OccurredAt },
        AlertResolved e => alert with { Status = AlertStatus.Resolved, Resolution = e },
        AlertReopened => alert with
        {
            Status = AlertStatus.Raised, Level = 0, Assignment = null, Resolution = null, WaitsSince = envelope.OccurredAt,
        },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of an alert."),
    };
}
