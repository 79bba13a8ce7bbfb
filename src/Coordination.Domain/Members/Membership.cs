using System.Collections.Immutable;
using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Members;

/// <summary>When an agency takes part, and when it does not.</summary>
public sealed record Membership
{
    public static Membership None { get; } = new();

    public ImmutableList<Spell> Suspensions { get; init; } = [];

    public bool IsSuspendedAt(DateTimeOffset at) => Suspensions.HoldAt(at);

    public static Guid StreamOf(string agency) => DeterministicId.From($"agency/{agency}");

    public static Membership Evolve(Membership membership, AgencyEvent happened, Envelope envelope) => happened switch
    {
        AgencySuspended e => membership with { Suspensions = membership.Suspensions.Add(new(true, e.From ?? envelope.RecordedAt, e.Until)) },
        AgencyReadmitted e => membership with { Suspensions = membership.Suspensions.Add(new(false, e.From ?? envelope.RecordedAt)) },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of a membership."),
    };
}
