using Coordination.Domain.Kernel;

namespace Coordination.Domain.Handoffs;

public sealed record SupplementHandoff(HandoffSupplemented Fact) : HandoffCommand;

public static partial class HandoffDecider
{
    public static Decision<HandoffEvent> Decide(Handoff handoff, SupplementHandoff command, Envelope envelope)
    {
        var items = Manifest.Normal(command.Fact.Items);
        var known = items.All(handoff.Manifest.Contains);
        return handoff.Status switch
        {
            HandoffStatus.None => HandoffRefusals.Unknown,
            _ when !IsSender(handoff, envelope.By) => HandoffRefusals.NotSender,
            HandoffStatus.Proposed => HandoffRefusals.NotDispatched,
            _ when Manifest.Problem(items) is { } problem => problem,
            HandoffStatus.Returned when known && string.IsNullOrWhiteSpace(command.Fact.Note) => HandoffRefusals.NothingSupplied,
            HandoffStatus.Returned => command.Fact with { Items = items },
            _ when known => Unchanged.Value,
            HandoffStatus.Accepted when !items.All(item => IsOpen(handoff, item.Item)) => HandoffRefusals.Closed,
            HandoffStatus.Declined or HandoffStatus.Withdrawn => HandoffRefusals.Closed,
            _ => command.Fact with { Items = items },
        };
    }

    private static bool IsOpen(Handoff handoff, string item) => handoff.OpenItems.Any(open => open.Item == item);
}
