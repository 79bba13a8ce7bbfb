using Coordination.Domain.Kernel;

namespace Coordination.Domain.Alerts;

/// <summary>The product's own command, when silence has lasted too long.</summary>
public sealed record EscalateAlert(AlertEscalated Fact) : AlertCommand;

public static partial class AlertDecider
{
    /// <summary>An answer that came while the timer fired wins: nothing is escalated over somebody's head.</summary>
    public static Decision<AlertEvent> Decide(Alert alert, EscalateAlert command, Envelope envelope) => alert switch
    {
        { Status: AlertStatus.None } => AlertRefusals.Unknown,
        _ when command.Fact.Level is < 1 or > AlertClock.TopLevel => AlertRefusals.LevelOutOfRange,
        { Waits: false } => Unchanged.Value,
        _ when command.Fact.Level <= alert.Level => Unchanged.Value,
        _ => command.Fact,
    };
}
