using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

public sealed record RequestWitnessProtection(WitnessProtectionRequested Fact) : ProtectionCommand;

public static partial class ProtectionDecider
{
    public static Decision<ProtectionEvent> Decide(Protection protection, RequestWitnessProtection command) => protection switch
    {
        _ when Unserved(protection, ServiceKind.WitnessProtection) is { } refusal => refusal,
        _ when Input.Blank(("requestNumber", command.Fact.RequestNumber)) is { } blank => blank,
        { WitnessRequest: { } asked } when asked.RequestNumber == command.Fact.RequestNumber => Unchanged.Value,
        _ => command.Fact,
    };
}
