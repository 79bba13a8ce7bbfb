using Coordination.Domain.Kernel;

namespace Coordination.Domain.Operations;

/// <param name="PersonStatus">What any agency holds about the person as victim, at this moment.</param>
public sealed record AssignOperationOutcome(OperationOutcomeAssigned Fact, VictimStatus PersonStatus = VictimStatus.NotAssessed) : OperationCommand;

public static partial class OperationDecider
{
    public static Decision<OperationEvent> Decide(JointOperation operation, AssignOperationOutcome command, Envelope envelope)
    {
        var fact = command.Fact;
        return operation switch
        {
            _ when NoLead(operation, envelope.By) is { } refusal => refusal,
            _ when operation.Find(fact.Person)?.Outcome == fact => Unchanged.Value,
            { IsClosed: true } when !operation.Lacks(fact.Person) => OperationRefusals.Closed,
            { StartedAt: null } => OperationRefusals.NotStarted,
            _ when operation.Find(fact.Person) is null => OperationRefusals.PersonUnknown with { Details = Codes([fact.Person]) },
            _ when Input.Blank(("reason", fact.Reason)) is { } blank => blank,
            _ when IsPunitive(fact.Outcome) && IsShielded(operation, command) => OperationRefusals.VictimShield,
            _ when fact is { Outcome: not OperationOutcome.Release, Receiver: null } => OperationRefusals.ReceiverNeeded,
            _ when fact.Receiver is { } receiver && WrongUnit(receiver, envelope) is { } unknown => unknown,
            _ => fact,
        };
    }

    private static bool IsShielded(JointOperation operation, AssignOperationOutcome command) =>
        VictimShield.Covers(command.PersonStatus) || operation.Find(command.Fact.Person)?.Victim is not null;
}
