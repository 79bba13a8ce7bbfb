using Coordination.Domain.Kernel;

namespace Coordination.Domain.Handoffs;

public sealed record AcceptHandoff(HandoffAccepted Fact) : HandoffCommand;

public static partial class HandoffDecider
{
    /// <summary>
    /// A file with undelivered items may be accepted, but only knowingly: every such item is named in the acceptance, and stands in the log
    /// as what the receiver took the file without. The sender may still deliver those, and nothing else, later.
    /// Answering includes having received it.
    /// </summary>
    public static Decision<HandoffEvent> Decide(Handoff handoff, AcceptHandoff command, Envelope envelope)
    {
        var named = command.Fact.DespiteOpenItems ?? [];
        string[] open = [.. handoff.OpenItems.Select(item => item.Item)];
        return handoff.Status switch
        {
            HandoffStatus.Accepted when IsReceiver(handoff, envelope.By) => Unchanged.Value, // the same click twice is not an error
            _ when CannotAnswer(handoff, envelope.By) is { } refusal => refusal,
            _ when Input.Places("despiteOpenItems", named, item => !IsOnManifest(handoff, item)) is { Length: > 0 } unknown =>
                HandoffRefusals.UnknownItem with { Details = unknown },
            _ when open.Except(named, StringComparer.Ordinal).ToArray() is { Length: > 0 } unnamed =>
                HandoffRefusals.ItemsOpen with { Details = unnamed },
            _ when OtherVersion(handoff, command.Fact.Version, command.Fact.ReceiptHash) => HandoffRefusals.OtherVersion,
            _ => command.Fact with
            {
                DespiteOpenItems = open is [] ? null : open, Version = handoff.FileVersion, ReceiptHash = handoff.ReceiptHash,
            },
        };
    }
}
