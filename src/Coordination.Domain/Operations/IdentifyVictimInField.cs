using Coordination.Domain.Kernel;

namespace Coordination.Domain.Operations;

public sealed record IdentifyVictimInField(VictimIdentifiedInField Fact) : OperationCommand;

public static partial class OperationDecider
{
    public static Decision<OperationEvent> Decide(JointOperation operation, IdentifyVictimInField command, Envelope envelope) => operation switch
    {
        _ when operation.Find(command.Fact.Person)?.Victim is { } known && IsSame(known, command.Fact) && Outsider(operation, envelope.By) is null =>
            Unchanged.Value,
        _ when NoField(operation, envelope) is { } refusal => refusal,
        _ when Input.Empty("signs", command.Fact.Signs) is { } empty => empty,
        _ => command.Fact,
    };

    private static bool IsSame(VictimIdentifiedInField one, VictimIdentifiedInField other) =>
        one with { Signs = [] } == other with { Signs = [] } && Input.Same(one.Signs, other.Signs);
}
