using Coordination.Domain.Kernel;

namespace Coordination.Domain.Operations;

public sealed record SecurePerson(PersonSecured Fact) : OperationCommand;

public static partial class OperationDecider
{
    public static Decision<OperationEvent> Decide(JointOperation operation, SecurePerson command, Envelope envelope) => operation switch
    {
        _ when operation.Find(command.Fact.Person) is { IsSecured: true } && Outsider(operation, envelope.By) is null => Unchanged.Value,
        _ when NoField(operation, envelope) is { } refusal => refusal,
        _ when Input.Blank(("reason", command.Fact.Reason)) is { } blank => blank,
        _ => command.Fact,
    };
}
