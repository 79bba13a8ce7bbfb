using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

public sealed record ApproveRetention(RetentionApproved Fact) : RetentionCommand;

public static partial class RetentionDecider
{
    public static Decision<RetentionEvent> Decide(Retention retention, ApproveRetention command, Envelope envelope) => retention switch
    {
        _ when Undecidable(retention, envelope) is { } refusal => refusal,
        { Status: RetentionStatus.Approved } => Unchanged.Value,
        _ => command.Fact,
    };
}
