using Coordination.Domain.Kernel;

namespace Coordination.Domain.Operations;

public sealed record DraftJointOperationReport(JointOperationReportDrafted Fact) : OperationCommand;

public static partial class OperationDecider
{
    public static Decision<OperationEvent> Decide(JointOperation operation, DraftJointOperationReport command, Envelope envelope)
    {
        var fact = command.Fact;
        return operation switch
        {
            _ when NoLead(operation, envelope.By) is { } refusal => refusal,
            { Draft: { } draft } when IsSame(draft, fact) => Unchanged.Value,
            { IsClosed: true } => OperationRefusals.Closed,
            { ConcludedAt: null } => OperationRefusals.NotConcluded,
            _ when operation.WithoutOutcome.Select(met => met.Person).ToArray() is { Length: > 0 } unassigned =>
                OperationRefusals.OutcomesMissing with { Details = Codes(unassigned) },
            _ when fact.Draft != (operation.Draft?.Draft ?? 0) + 1 => OperationRefusals.DraftNumber,
            _ when Input.Blank(("reportNumber", fact.ReportNumber), ("modus", fact.Modus), ("obstacles", fact.Obstacles),
                ("conclusion", fact.Conclusion)) is { } blank => blank,
            _ when Input.Blank([.. fact.FollowUp.Select(item => ("followUp", (string?)item.Action))]) is { } blank => blank,
            _ when WrongUnits(fact.FollowUp.Select(item => item.Pic), envelope) is { } unknown => unknown,
            _ => fact,
        };
    }

    private static bool IsSame(JointOperationReportDrafted one, JointOperationReportDrafted other) =>
        one with { FollowUp = [], Violations = null } == other with { FollowUp = [], Violations = null }
        && Input.Same(one.FollowUp, other.FollowUp) && Input.Same(one.Violations, other.Violations);
}
