using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Alerts;

public sealed record AssignAlert(AlertAssigned Fact) : AlertCommand;

public static partial class AlertDecider
{
    /// <summary>Taking it, or giving it to a unit, answers it as well.</summary>
    public static Decision<AlertEvent> Decide(Alert alert, AssignAlert command, Envelope envelope) => alert switch
    {
        _ when NoRecipient(alert, envelope.By) is { } refusal => refusal,
        { Status: AlertStatus.Resolved } => AlertRefusals.Resolved,
        _ when alert.Assignment is { } last && Assignee(last) == Assignee(command.Fact) => Unchanged.Value,
        _ when Units.Missing(command.Fact.Agency, command.Fact.Unit) is { } unknown => unknown,
        _ => command.Fact,
    };

    private static (string, string, string?) Assignee(AlertAssigned fact) => (fact.Agency, fact.Unit, fact.Officer);
}
