using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Alerts;

/// <summary>A wish about an alert; carries the fact that it asks to record.</summary>
public abstract record AlertCommand;

public static partial class AlertDecider
{
    public static StreamKind<Alert, AlertEvent, AlertCommand> Kind { get; } =
        new("alert", Alert.None, Alert.Evolve, Decide, CommandFor, readers: alert => alert.Recipients);

    public static Decision<AlertEvent> Decide(Alert alert, AlertCommand command, Envelope envelope) => command switch
    {
        RaiseAlert c => Decide(alert, c, envelope),
        AcknowledgeAlert c => Decide(alert, c, envelope),
        AssignAlert c => Decide(alert, c, envelope),
        EscalateAlert c => Decide(alert, c, envelope),
        ResolveAlert c => Decide(alert, c, envelope),
        ReopenAlert c => Decide(alert, c, envelope),
        _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
    };

    public static AlertCommand CommandFor(AlertEvent fact) => fact switch
    {
        AlertRaised e => new RaiseAlert(e),
        AlertAcknowledged e => new AcknowledgeAlert(e),
        AlertAssigned e => new AssignAlert(e),
        AlertEscalated e => new EscalateAlert(e),
        AlertResolved e => new ResolveAlert(e),
        AlertReopened e => new ReopenAlert(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };

    /// <summary>For who is no recipient the alert does not exist; null for a recipient.</summary>
    private static Refusal? NoRecipient(Alert alert, Officer by) => alert switch
    {
        { Status: AlertStatus.None } => AlertRefusals.Unknown,
        _ when !alert.IsFor(by) => AlertRefusals.NotRecipient,
        _ => null,
    };
}
