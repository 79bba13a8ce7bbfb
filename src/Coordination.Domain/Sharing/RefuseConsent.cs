using Coordination.Domain.Kernel;

namespace Coordination.Domain.Sharing;

public sealed record RefuseConsent(ConsentRefused Fact) : SharingCommand
{
    public override SharingEvent Asked => Fact;
}

public static partial class SharingDecider
{
    /// <summary>A no needs a reason, and no second person.</summary>
    public static Decision<SharingEvent> Decide(ThingSharing sharing, RefuseConsent command, Envelope envelope) =>
        CannotAnswer(sharing.RequestOf(command.Fact.Number), command, envelope) switch
        {
            { } refusal => refusal,
            null when sharing.RequestOf(command.Fact.Number)!.Granted is false => Unchanged.Value,
            _ when Input.Blank(("reason", command.Fact.Reason)) is { } blank => blank,
            _ => command.Fact,
        };
}
