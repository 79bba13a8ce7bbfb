using Coordination.Domain.Kernel;

namespace Coordination.Domain.Operations;

public sealed record StartOperation(OperationStarted Fact) : OperationCommand;

public static partial class OperationDecider
{
    public static Decision<OperationEvent> Decide(JointOperation operation, StartOperation command, Envelope envelope) => operation switch
    {
        _ when NoLead(operation, envelope.By) is { } refusal => refusal,
        { StartedAt: not null } => Unchanged.Value,
        { Status: OperationStatus.Proposed } => OperationRefusals.NotApproved,
        { IsClosed: true } => OperationRefusals.Closed,
        { Briefing: null } => OperationRefusals.NotBriefed,
        { Proposal.Urgent: false } when operation.WithoutOrder.ToArray() is { Length: > 0 } missing =>
            OperationRefusals.OrdersMissing with { Details = missing },
        _ => command.Fact,
    };
}
