using Coordination.Domain.Kernel;

namespace Coordination.Domain.Operations;

public sealed record FinaliseJointOperationReport(JointOperationReportFinalised Fact) : OperationCommand;

public static partial class OperationDecider
{
    /// <summary>Final when every agency has answered; a dissent does not hold it up, it is printed in it.</summary>
    public static Decision<OperationEvent> Decide(JointOperation operation, FinaliseJointOperationReport command, Envelope envelope) => operation switch
    {
        _ when NoLead(operation, envelope.By) is { } refusal => refusal,
        _ when operation.Draft?.Draft != command.Fact.Draft => OperationRefusals.NoDraft,
        { Status: OperationStatus.Final } => Unchanged.Value,
        { IsClosed: true } => OperationRefusals.Closed,
        { DraftIsOutdated: true } => OperationRefusals.DraftOutdated,
        _ when operation.WithoutAnswer.ToArray() is { Length: > 0 } missing => OperationRefusals.AnswersMissing with { Details = missing },
        _ => command.Fact,
    };
}
