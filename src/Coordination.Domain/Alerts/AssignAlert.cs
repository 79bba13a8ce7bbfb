using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Alerts;

public sealed record AssignAlert(AlertAssigned Fact) : AlertCommand;

public static partial class AlertDecider
{
    /// <summary>
    /// Taking it answers it as well; given to another unit it waits for that one's answer. Nobody hears of it this way who might not read
    /// what it rests on: to share that is its owner's decision, not the recipient's.
    /// </summary>
    public static Decision<AlertEvent> Decide(Alert alert, AssignAlert command, Envelope envelope) => alert switch
    {
        _ when NoRecipient(alert, envelope.By) is { } refusal => refusal,
        { Status: AlertStatus.Resolved } => AlertRefusals.Resolved,
        _ when alert.Assignment is { } last && Assignee(last) == Assignee(command.Fact) => Unchanged.Value,
        _ when Units.Unreachable(envelope.RecordedAt, command.Fact.Agency, command.Fact.Unit) is { } unknown => unknown,
        _ when command.Fact.Officer != envelope.By.Id && !alert.MayReach(command.Fact) => AlertRefusals.AssigneeMayNotRead,
        _ => command.Fact,
    };

    private static (string, string, string?) Assignee(AlertAssigned fact) => (fact.Agency, fact.Unit, fact.Officer);
}
