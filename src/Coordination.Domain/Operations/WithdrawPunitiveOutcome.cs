using Coordination.Domain.Kernel;

namespace Coordination.Domain.Operations;

/// <summary>The product's own command, when some agency says that the person is a suspected victim.</summary>
public sealed record WithdrawPunitiveOutcome(PunitiveOutcomeWithdrawn Fact) : OperationCommand;

public static partial class OperationDecider
{
    /// <summary>Also after the final report: that stays as it was agreed, what is to become of the person does not.</summary>
    public static Decision<OperationEvent> Decide(JointOperation operation, WithdrawPunitiveOutcome command) => operation switch
    {
        { Status: OperationStatus.None } => OperationRefusals.Unknown,
        _ when operation.Punished.Any(met => met.Person == command.Fact.Person) => command.Fact,
        _ => Unchanged.Value,
    };
}
