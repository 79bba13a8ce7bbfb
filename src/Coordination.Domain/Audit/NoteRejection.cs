using Coordination.Domain.Kernel;

namespace Coordination.Domain.Audit;

public sealed record NoteRejection(CommandRejected Fact) : AuditCommand;

public static partial class AuditDecider
{
    /// <summary>Asked twice, refused twice: both are noted.</summary>
    public static Decision<AuditEvent> Decide(AuditTrail trail, NoteRejection command, Envelope envelope) => command.Fact;
}
