using Coordination.Domain.Kernel;

namespace Coordination.Domain.Operations;

public sealed record ProposeJointOperation(JointOperationProposed Fact) : OperationCommand;

public static partial class OperationDecider
{
    public static Decision<OperationEvent> Decide(JointOperation operation, ProposeJointOperation command, Envelope envelope)
    {
        var fact = command.Fact with { Lead = command.Fact.Lead ?? new(envelope.By.Agency, envelope.By.Unit) };
        return operation switch
        {
            { Proposal: { } proposal } when Outsider(operation, envelope.By) is null =>
                IsSame(proposal, fact) ? Unchanged.Value : OperationRefusals.Exists,
            { Proposal: not null } => OperationRefusals.NotParticipant,
            _ when Input.Blank(("title", fact.Title), ("purpose", fact.Purpose), ("method", fact.Method)) is { } blank => blank,
            _ when OperationTargets.Problem(fact.Target) is { } wrong => wrong,
            _ when Input.Empty("agencies", fact.Agencies) is { } empty => empty,
            _ when fact.Agencies.Select(Reference.Agencies.Missing).FirstOrDefault(no => no is not null) is { } unknown => unknown,
            _ when WrongUnit(fact.Lead, envelope) is { } unknown => unknown,
            _ when !fact.Agencies.Contains(fact.Lead.Agency, StringComparer.Ordinal) => OperationRefusals.OwnAgencyMissing,
            _ => fact with { Agencies = [.. fact.Agencies.Distinct(StringComparer.Ordinal)] },
        };
    }

    private static bool IsSame(JointOperationProposed one, JointOperationProposed other) =>
        one.Title == other.Title && one.Lead == other.Lead && OperationTargets.Same(one.Target, other.Target)
        && Input.Same(one.Agencies, [.. other.Agencies.Distinct(StringComparer.Ordinal)]);
}
