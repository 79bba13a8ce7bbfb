using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

public enum RetentionStatus
{
    None,
    Proposed,

    /// <summary>One person said yes.</summary>
    Approved,
    Deferred,
    HandedToErasure,
}

/// <summary>A proposal to end keeping a person's identity.</summary>
public sealed record Retention
{
    public static Retention None { get; } = new();

    public RetentionStatus Status { get; private init; }

    public string Agency { get; private init; } = "";

    public PersonRef Subject { get; private init; }

    /// <summary>Login of the first person; null until there is one.</summary>
    public string? ApprovedBy { get; private init; }

    public static Retention Evolve(Retention retention, RetentionEvent happened, Envelope envelope) => happened switch
    {
        RetentionProposed e => retention with { Status = RetentionStatus.Proposed, Agency = e.Agency, Subject = e.Subject, ApprovedBy = null },
        RetentionApproved => retention with { Status = RetentionStatus.Approved, ApprovedBy = envelope.By.Id },
        RetentionDeferred => retention with { Status = RetentionStatus.Deferred, ApprovedBy = null },
        RetentionHandedToErasure => retention with { Status = RetentionStatus.HandedToErasure },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of a retention."),
    };
}
