using Coordination.Domain.Kernel;

namespace Coordination.Domain.Operations;

public sealed record CancelOperation(OperationCancelled Fact) : OperationCommand;

public static partial class OperationDecider
{
    /// <summary>Before the start. What was started is concluded, with everybody who was met.</summary>
    public static Decision<OperationEvent> Decide(JointOperation operation, CancelOperation command, Envelope envelope) => operation switch
    {
        _ when NoLead(operation, envelope.By) is { } refusal => refusal,
        { Status: OperationStatus.Cancelled } => Unchanged.Value,
        { IsClosed: true } => OperationRefusals.Closed,
        { StartedAt: not null } => OperationRefusals.AlreadyStarted,
        _ when Input.Blank(("reason", command.Fact.Reason)) is { } blank => blank,
        _ => command.Fact with { Target = operation.Proposal!.Target },
    };
}
