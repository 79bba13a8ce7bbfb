using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Audit;

/// <summary>The audit of one agency and day. It decides nothing by what it holds, so it holds only how much there is.</summary>
public sealed record AuditTrail(int Entries)
{
    public static AuditTrail None { get; } = new(0);

    public static AuditTrail Evolve(AuditTrail trail, AuditEvent happened, Envelope envelope) => happened switch
    {
        CommandRejected => trail with { Entries = trail.Entries + 1 },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of an audit trail."),
    };
}
