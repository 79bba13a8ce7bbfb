using Coordination.Domain.Kernel;

namespace Coordination.Domain.Operations;

public sealed record ApproveJointOperation(JointOperationApproved Fact) : OperationCommand;

public static partial class OperationDecider
{
    /// <summary>The approval repeats what was approved: whoever compares targets reads one event and needs no other.</summary>
    public static Decision<OperationEvent> Decide(JointOperation operation, ApproveJointOperation command, Envelope envelope) => operation switch
    {
        _ when NoChair(operation, envelope.By) is { } refusal => refusal,
        { Status: OperationStatus.Proposed } => command.Fact with { Target = operation.Proposal!.Target, Lead = operation.Lead },
        { Status: OperationStatus.Rejected or OperationStatus.Cancelled } => OperationRefusals.AlreadyDecided,
        _ => Unchanged.Value,
    };
}
