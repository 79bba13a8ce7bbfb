using Coordination.Domain.Kernel;

namespace Coordination.Domain.Operations;

public sealed record DissentFromReport(AgencyDissented Fact) : OperationCommand;

public static partial class OperationDecider
{
    public static Decision<OperationEvent> Decide(JointOperation operation, DissentFromReport command, Envelope envelope) => operation switch
    {
        _ when NoAnswer(operation, command.Fact.Draft, envelope.By) is { } refusal => refusal,
        _ when AnswerOf(operation, envelope.By.Agency) is { Concurs: false } answer && answer.Words == command.Fact.Reason => Unchanged.Value,
        { IsClosed: true } => OperationRefusals.Closed,
        { DraftIsOutdated: true } => OperationRefusals.DraftOutdated,
        _ when Input.Blank(("reason", command.Fact.Reason)) is { } blank => blank,
        _ => command.Fact,
    };
}
