using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

/// <summary>The product's own command: the schedule proposes, people decide.</summary>
public sealed record ProposeRetention(RetentionProposed Fact) : RetentionCommand;

public static partial class RetentionDecider
{
    public static Decision<RetentionEvent> Decide(Retention retention, ProposeRetention command, Envelope envelope) =>
        retention.Status == RetentionStatus.None ? command.Fact : Unchanged.Value;
}
