using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Advisories;

public sealed record NotedOutcome(Guid Advisory, string HitNumber, DateTimeOffset At);

/// <summary>A warning of the police and what the border said to it.</summary>
public sealed record NetworkWarning
{
    public static NetworkWarning None { get; } = new();

    public NetworkWarningIssued? Issue { get; private init; }

    public Officer? IssuedBy { get; private init; }

    public DateTimeOffset IssuedAt { get; private init; }

    public IReadOnlyList<WarningFeedbackSent> Feedback { get; private init; } = [];

    /// <summary>Advisories to checkpoints that rest on it.</summary>
    public IReadOnlyList<Guid> Advisories { get; private init; } = [];

    /// <summary>Hits whose outcome is known, and since when.</summary>
    public IReadOnlyList<NotedOutcome> Outcomes { get; private init; } = [];

    /// <summary>When the border answered last.</summary>
    public DateTimeOffset? AnsweredAt { get; private init; }

    /// <summary>
    /// Since when the police are owed an answer: the first outcome that none has followed, or the end of the warning's dates where there was nothing
    /// to tell; null while nothing is owed.
    /// </summary>
    public DateTimeOffset? OwedSince => this switch
    {
        { Issue: null } => null,
        _ when Outcomes.Where(outcome => !(outcome.At <= AnsweredAt)).Select(outcome => (DateTimeOffset?)outcome.At).Min() is { } first => first,
        { Feedback: [] } => Envelope.EndOf(Issue.Until),
        _ => null,
    };

    public static NetworkWarning Evolve(NetworkWarning warning, NetworkWarningEvent happened, Envelope envelope) => happened switch
    {
        NetworkWarningIssued e => warning with { Issue = e, IssuedBy = envelope.By, IssuedAt = envelope.OccurredAt },
        WarningFeedbackSent e => warning with { Feedback = [.. warning.Feedback, e], AnsweredAt = envelope.OccurredAt },
        WarningAdvised e => warning with { Advisories = [.. warning.Advisories, e.Advisory] },
        WarningOutcomeNoted e => warning with { Outcomes = [.. warning.Outcomes, new(e.Advisory, e.HitNumber, envelope.OccurredAt)] },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of a network warning."),
    };
}
