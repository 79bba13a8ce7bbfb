using Coordination.Domain.Kernel;

namespace Coordination.Domain.Handoffs;

public sealed record ReturnHandoff(HandoffReturned Fact) : HandoffCommand;

public static partial class HandoffDecider
{
    public static Decision<HandoffEvent> Decide(Handoff handoff, ReturnHandoff command, Envelope envelope)
    {
        var fact = command.Fact;
        return handoff.Status switch
        {
            HandoffStatus.Returned when IsReceiver(handoff, envelope.By) && Input.Same(handoff.Missing, fact.Missing) => Unchanged.Value,
            _ when CannotAnswer(handoff, envelope.By) is { } refusal => refusal,
            _ when Input.Empty("missing", fact.Missing) is { } empty => empty,
            _ when Input.Blank([("reason", fact.Reason), .. fact.Missing.Select(missing => ("missing", (string?)missing.Description))])
                is { } blank => blank,
            _ when NotOnManifest(handoff, fact.Missing) is { Length: > 0 } unknown =>
                HandoffRefusals.UnknownItem with { Details = unknown },
            _ => fact,
        };
    }

    private static string[] NotOnManifest(Handoff handoff, IReadOnlyList<MissingItem> missing) =>
        Input.Places("missing", missing, one => one.Item is { } item && !IsOnManifest(handoff, item));

    private static bool IsOnManifest(Handoff handoff, string item) => handoff.Manifest.Any(line => line.Item == item);
}
