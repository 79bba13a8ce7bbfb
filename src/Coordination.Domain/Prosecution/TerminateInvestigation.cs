using Coordination.Domain.Kernel;

namespace Coordination.Domain.Prosecution;

public sealed record TerminateInvestigation(InvestigationTerminated Fact) : ProsecutionCommand;

public static partial class ProsecutionDecider
{
    public static Decision<ProsecutionEvent> Decide(Matter matter, TerminateInvestigation command, Envelope envelope)
    {
        var fact = command.Fact;
        return matter switch
        {
            { TerminationNumber: { } number } when IsUnit(matter, envelope.By) && number == fact.OrderNumber => Unchanged.Value,
            _ when CannotInvestigate(matter, envelope.By) is { } refusal => refusal,
            { Stage: > MatterStage.Returned } => CaseFileRefusals.AlreadyComplete,
            _ when Input.Blank(("orderNumber", fact.OrderNumber), ("reason", fact.Reason)) is { } blank => blank,
            _ when !IsPolice(envelope.By) && string.IsNullOrWhiteSpace(fact.PoliceCoordination) => CaseFileRefusals.PoliceNotInvolved,
            _ => fact,
        };
    }
}
