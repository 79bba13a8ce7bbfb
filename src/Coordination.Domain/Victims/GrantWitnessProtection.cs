using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

public sealed record GrantWitnessProtection(WitnessProtectionGranted Fact) : ProtectionCommand;

public static partial class ProtectionDecider
{
    public static Decision<ProtectionEvent> Decide(Protection protection, GrantWitnessProtection command) => protection switch
    {
        _ when Unserved(protection, ServiceKind.WitnessProtection) is { } refusal => refusal,
        { WitnessRequest: null } => ProtectionRefusals.NotRequested,
        _ when Input.Blank(("decisionNumber", command.Fact.DecisionNumber)) is { } blank => blank,
        _ when Input.Empty("measures", command.Fact.Measures) is { } empty => empty,
        { WitnessGrant: { } granted } when granted.DecisionNumber == command.Fact.DecisionNumber => Unchanged.Value,
        _ => command.Fact,
    };
}
