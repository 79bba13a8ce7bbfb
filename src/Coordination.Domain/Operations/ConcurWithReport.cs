using Coordination.Domain.Kernel;

namespace Coordination.Domain.Operations;

public sealed record ConcurWithReport(AgencyConcurred Fact) : OperationCommand;

public static partial class OperationDecider
{
    public static Decision<OperationEvent> Decide(JointOperation operation, ConcurWithReport command, Envelope envelope) => operation switch
    {
        _ when NoAnswer(operation, command.Fact.Draft, envelope.By) is { } refusal => refusal,
        _ when AnswerOf(operation, envelope.By.Agency) is { Concurs: true } answer && answer.Words == command.Fact.Note => Unchanged.Value,
        { IsClosed: true } => OperationRefusals.Closed,
        { DraftIsOutdated: true } => OperationRefusals.DraftOutdated,
        _ => command.Fact,
    };

    private static AgencyAnswer? AnswerOf(JointOperation operation, string agency) =>
        operation.Answers.FirstOrDefault(answer => answer.Agency == agency);

    /// <summary>An agency answers for itself, and the very draft that it read.</summary>
    private static Refusal? NoAnswer(JointOperation operation, int draft, Officer by) => operation switch
    {
        _ when Outsider(operation, by) is { } outsider => outsider,
        _ when !operation.Agencies.Contains(by.Agency, StringComparer.Ordinal) => OperationRefusals.NoOwnAnswer,
        _ when operation.Draft?.Draft != draft => OperationRefusals.NoDraft,
        _ => null,
    };
}
