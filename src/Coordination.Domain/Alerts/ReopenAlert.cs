using Coordination.Domain.Kernel;

namespace Coordination.Domain.Alerts;

public sealed record ReopenAlert(AlertReopened Fact) : AlertCommand;

public static partial class AlertDecider
{
    public static Decision<AlertEvent> Decide(Alert alert, ReopenAlert command, Envelope envelope) => alert switch
    {
        _ when NoRecipient(alert, envelope.By) is { } refusal => refusal,
        { Status: not AlertStatus.Resolved } => Unchanged.Value, // it is open
        _ when Input.Blank(("reason", command.Fact.Reason)) is { } blank => blank,
        _ => command.Fact,
    };
}
