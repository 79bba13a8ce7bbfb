using Coordination.Domain.Kernel;

namespace Coordination.Domain.Alerts;

public sealed record AcknowledgeAlert(AlertAcknowledged Fact) : AlertCommand;

public static partial class AlertDecider
{
    public static Decision<AlertEvent> Decide(Alert alert, AcknowledgeAlert command, Envelope envelope) => alert switch
    {
        _ when NoRecipient(alert, envelope.By) is { } refusal => refusal,
        { Status: AlertStatus.Resolved } => AlertRefusals.Resolved,
        { Status: AlertStatus.Raised } => command.Fact,
        // It was given to somebody: nobody else answers for them.
        { Waits: true, Assignment: { } given } when Viewer.Of(envelope.By).Groups.Contains(given.Reader(), StringComparer.Ordinal) => command.Fact,
        _ => Unchanged.Value,
    };
}
