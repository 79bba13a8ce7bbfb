using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

public sealed record DeferRetention(RetentionDeferred Fact) : RetentionCommand;

public static partial class RetentionDecider
{
    public static Decision<RetentionEvent> Decide(Retention retention, DeferRetention command, Envelope envelope) => retention switch
    {
        { Status: RetentionStatus.Deferred } when retention.Agency == envelope.By.Agency => Unchanged.Value,
        _ when Undecidable(retention, envelope) is { } refusal => refusal,
        _ when Input.Blank(("reason", command.Fact.Reason)) is { } blank => blank,
        _ when command.Fact.Until <= envelope.Day => PrivacyRefusals.DayInPast,
        _ => command.Fact,
    };
}
