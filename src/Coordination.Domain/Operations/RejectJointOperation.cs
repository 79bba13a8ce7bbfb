using Coordination.Domain.Kernel;

namespace Coordination.Domain.Operations;

public sealed record RejectJointOperation(JointOperationRejected Fact) : OperationCommand;

public static partial class OperationDecider
{
    public static Decision<OperationEvent> Decide(JointOperation operation, RejectJointOperation command, Envelope envelope) => operation switch
    {
        _ when NoChair(operation, envelope.By) is { } refusal => refusal,
        { Status: OperationStatus.Rejected } => Unchanged.Value,
        { Status: not OperationStatus.Proposed } => OperationRefusals.AlreadyDecided,
        _ when Input.Blank(("reason", command.Fact.Reason)) is { } blank => blank,
        _ => command.Fact,
    };
}
