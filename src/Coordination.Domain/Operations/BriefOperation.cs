using Coordination.Domain.Kernel;

namespace Coordination.Domain.Operations;

public sealed record BriefOperation(OperationBriefed Fact) : OperationCommand;

public static partial class OperationDecider
{
    public static Decision<OperationEvent> Decide(JointOperation operation, BriefOperation command, Envelope envelope) => operation switch
    {
        _ when NoLead(operation, envelope.By) is { } refusal => refusal,
        { Briefing: { } briefing } when briefing == command.Fact => Unchanged.Value,
        { Status: OperationStatus.Proposed } => OperationRefusals.NotApproved,
        { IsClosed: true } => OperationRefusals.Closed,
        { Status: not OperationStatus.Approved } => OperationRefusals.AlreadyStarted,
        _ when !command.Fact.VictimFirst => OperationRefusals.VictimFirstMissing,
        _ when Input.Blank(("tasks", command.Fact.Tasks)) is { } blank => blank,
        _ => command.Fact,
    };
}
