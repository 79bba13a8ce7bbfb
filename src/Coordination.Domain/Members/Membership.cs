using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Members;

/// <summary>Whether an agency takes part.</summary>
public sealed record Membership(bool Suspended)
{
    public static Membership None { get; } = new(false);

    public static Guid StreamOf(string agency) => DeterministicId.From($"agency/{agency}");

    public static Membership Evolve(Membership membership, AgencyEvent happened, Envelope envelope) => happened switch
    {
        AgencySuspended => membership with { Suspended = true },
        AgencyReadmitted => membership with { Suspended = false },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of a membership."),
    };
}
