using Coordination.Domain.Kernel;

namespace Coordination.Domain.Handoffs;

public sealed record ReceiveHandoff(HandoffReceived Fact) : HandoffCommand;

public static partial class HandoffDecider
{
    public static Decision<HandoffEvent> Decide(Handoff handoff, ReceiveHandoff command, Envelope envelope) => handoff.Status switch
    {
        HandoffStatus.None => HandoffRefusals.Unknown,
        _ when !IsReceiver(handoff, envelope.By) => HandoffRefusals.NotReceiver,
        HandoffStatus.Proposed => HandoffRefusals.NotDispatched,
        HandoffStatus.Dispatched when OtherVersion(handoff, command.Fact.Version, command.Fact.ReceiptHash) => HandoffRefusals.OtherVersion,
        HandoffStatus.Dispatched => command.Fact with { Version = handoff.FileVersion, ReceiptHash = handoff.ReceiptHash },
        HandoffStatus.Withdrawn => HandoffRefusals.Closed,
        _ => Unchanged.Value, // it arrived once, whatever was answered since
    };

    /// <summary>The receiver names what it counted, and the file is another by now.</summary>
    private static bool OtherVersion(Handoff handoff, int? version, string? hash) =>
        version is { } counted && counted != handoff.FileVersion
        || hash is not null && !string.Equals(hash, handoff.ReceiptHash, StringComparison.OrdinalIgnoreCase);
}
