using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Audit;

/// <summary>A note in the audit.</summary>
public abstract record AuditCommand;

public static partial class AuditDecider
{
    public static StreamKind<AuditTrail, AuditEvent, AuditCommand> Kind { get; } =
        new("audit", AuditTrail.None, AuditTrail.Evolve, Decide, CommandFor);

    public static Decision<AuditEvent> Decide(AuditTrail trail, AuditCommand command, Envelope envelope) => command switch
    {
        NoteRejection c => Decide(trail, c, envelope),
        _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
    };

    public static AuditCommand CommandFor(AuditEvent fact) => fact switch
    {
        CommandRejected e => new NoteRejection(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };
}
