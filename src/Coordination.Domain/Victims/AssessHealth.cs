using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

public sealed record AssessHealth(HealthAssessed Fact) : ProtectionCommand;

public static partial class ProtectionDecider
{
    public static Decision<ProtectionEvent> Decide(Protection protection, AssessHealth command, Envelope envelope) => protection switch
    {
        _ when Unserved(protection, ServiceKind.Health) is { } refusal => refusal,
        _ when Input.Blank(("facility", command.Fact.Facility)) is { } blank => blank,
        _ when IsToldAgain(protection, command.Fact, envelope) => Unchanged.Value,
        _ => command.Fact,
    };
}
