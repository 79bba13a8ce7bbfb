using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

/// <summary>A connection that was claimed, and what became of the claim.</summary>
public sealed record NetworkLink
{
    public static NetworkLink None { get; } = new();

    public NetworkLinkAsserted? Claim { get; private init; }

    /// <summary>Who claimed it: confirming it takes somebody else, or another source.</summary>
    public Officer? ClaimedBy { get; private init; }

    public DateTimeOffset ClaimedAt { get; private init; }

    public decimal Confidence { get; private init; }

    public NetworkLinkConfirmed? Confirmation { get; private init; }

    public bool IsRetracted { get; private init; }

    public static NetworkLink Evolve(NetworkLink link, NetworkLinkEvent happened, Envelope envelope) => happened switch
    {
        NetworkLinkAsserted e => link with { Claim = e, ClaimedBy = envelope.By, ClaimedAt = envelope.OccurredAt, Confidence = e.Confidence },
        NetworkLinkConfirmed e => link with { Confirmation = e, Confidence = e.Confidence },
        NetworkLinkRetracted => link with { IsRetracted = true },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of a network link."),
    };
}
