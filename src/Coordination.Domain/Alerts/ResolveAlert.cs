using Coordination.Domain.Kernel;

namespace Coordination.Domain.Alerts;

public sealed record ResolveAlert(AlertResolved Fact) : AlertCommand;

public static partial class AlertDecider
{
    public static Decision<AlertEvent> Decide(Alert alert, ResolveAlert command, Envelope envelope) => alert switch
    {
        _ when NoRecipient(alert, envelope.By) is { } refusal => refusal,
        { Resolution: { } resolution } => resolution.Outcome == command.Fact.Outcome ? Unchanged.Value : AlertRefusals.Resolved,
        _ when Input.Blank(("explanation", command.Fact.Explanation)) is { } blank => blank,
        _ => command.Fact,
    };
}
