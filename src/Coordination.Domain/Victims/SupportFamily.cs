using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

public sealed record SupportFamily(FamilySupported Fact) : ProtectionCommand;

public static partial class ProtectionDecider
{
    public static Decision<ProtectionEvent> Decide(Protection protection, SupportFamily command, Envelope envelope) => protection switch
    {
        _ when Unserved(protection, ServiceKind.FamilySupport) is { } refusal => refusal,
        _ when IsToldAgain(protection, command.Fact, envelope) => Unchanged.Value,
        _ => command.Fact,
    };
}
