using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

public sealed record AssignLegalAid(LegalAidAssigned Fact) : ProtectionCommand;

public static partial class ProtectionDecider
{
    public static Decision<ProtectionEvent> Decide(Protection protection, AssignLegalAid command, Envelope envelope) => protection switch
    {
        _ when Unserved(protection, ServiceKind.LegalAid) is { } refusal => refusal,
        _ when Input.Blank(("organisation", command.Fact.Organisation)) is { } blank => blank,
        _ when IsToldAgain(protection, command.Fact, envelope) => Unchanged.Value,
        _ => command.Fact,
    };
}
