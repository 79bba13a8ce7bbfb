using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Operations;

public sealed record IssueAssignmentOrder(AssignmentOrderIssued Fact) : OperationCommand;

public static partial class OperationDecider
{
    /// <summary>Each agency orders its own people: before the start, in an urgent case at most a day after it (Permenimipas 2/2025 Ps 30).</summary>
    public static Decision<OperationEvent> Decide(JointOperation operation, IssueAssignmentOrder command, Envelope envelope)
    {
        var fact = command.Fact;
        return operation switch
        {
            _ when Outsider(operation, envelope.By) is { } outsider => outsider,
            _ when !operation.Agencies.Contains(envelope.By.Agency, StringComparer.Ordinal) => OperationRefusals.NoOwnAnswer,
            _ when OrderOf(operation, envelope.By.Agency, fact.OrderNumber) is { } known =>
                IsSame(known, fact) ? Unchanged.Value : OperationRefusals.OrderExists,
            { Status: OperationStatus.Proposed } => OperationRefusals.NotApproved,
            { IsClosed: true } => OperationRefusals.Closed,
            _ when Input.Blank(("orderNumber", fact.OrderNumber)) is { } blank => blank,
            _ when Input.Empty("team", fact.Team) is { } empty => empty,
            _ when Input.Blank([.. fact.Team.Select(one => ("team", (string?)one.Officer))]) is { } blank => blank,
            _ when fact.OrderedOn > LastDayFor(operation, envelope) => OperationRefusals.OrderTooLate,
            _ => fact,
        };
    }

    private static AssignmentOrderIssued? OrderOf(JointOperation operation, string agency, string number) =>
        operation.Orders.FirstOrDefault(order => order.Agency == agency && order.Order.OrderNumber == number)?.Order;

    private static bool IsSame(AssignmentOrderIssued one, AssignmentOrderIssued other) =>
        one.OrderedOn == other.OrderedOn && Input.Same(one.Team, other.Team);

    private static DateOnly LastDayFor(JointOperation operation, Envelope envelope) => operation.StartedAt is { } started
        ? (envelope with { OccurredAt = started }).Day.AddDays(operation.Proposal!.Urgent ? ServiceLevels.UrgentOrderDays : 0)
        : DateOnly.MaxValue;
}
