using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Victims;

public sealed record HoldCounsellingSession(CounsellingSessionHeld Fact) : ProtectionCommand;

public static partial class ProtectionDecider
{
    public static Decision<ProtectionEvent> Decide(Protection protection, HoldCounsellingSession command, Envelope envelope) => protection switch
    {
        _ when Unserved(protection, ServiceKind.Psychosocial) is { } refusal => refusal,
        _ when command.Fact.Session < 1 => ProtectionRefusals.SessionOutOfRange,
        _ when command.Fact.Guideline is { } code && PsychosocialGuidelines.Missing(code, envelope.Day) is { } unknown => unknown,
        _ when protection.Sessions.TryGetValue(command.Fact.Session, out var attended) =>
            attended == command.Fact.Attended ? Unchanged.Value : ProtectionRefusals.AlreadyHeld,
        _ => command.Fact,
    };
}
