using Coordination.Domain.Kernel;

namespace Coordination.Domain.Alerts;

/// <summary>The product's own command; its stream id follows from rule, version and what was found.</summary>
public sealed record RaiseAlert(AlertRaised Fact) : AlertCommand;

public static partial class AlertDecider
{
    public static Decision<AlertEvent> Decide(Alert alert, RaiseAlert command, Envelope envelope) => alert switch
    {
        { Status: not AlertStatus.None } => Unchanged.Value, // a replay finds the same and raises nothing twice
        _ when Input.Empty("recipients", command.Fact.Recipients) is { } empty => empty,
        _ when command.Fact.Evidence.Count == 0 => AlertRefusals.EvidenceMissing,
        _ => command.Fact,
    };
}
