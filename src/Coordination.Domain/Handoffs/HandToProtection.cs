using Coordination.Domain.Kernel;

namespace Coordination.Domain.Handoffs;

public sealed record HandToProtection(TravellerHandedToProtection Fact) : HandoffCommand;

public static partial class HandoffDecider
{
    public static Decision<HandoffEvent> Decide(Handoff handoff, HandToProtection command, Envelope envelope)
    {
        var fact = command.Fact;
        return handoff.Status switch
        {
            HandoffStatus.None when Input.Blank(("recordNumber", fact.RecordNumber), ("summary", fact.Summary)) is { } missing => missing,
            HandoffStatus.None when WrongDesk(HandoffKind.Protection, fact.To, envelope) is { } refusal => refusal,
            HandoffStatus.None when Manifest.Problem(fact.Manifest) is { } problem => problem,
            HandoffStatus.None => fact with { Manifest = Manifest.Normal(fact.Manifest) },
            _ when !IsSender(handoff, envelope.By) => HandoffRefusals.NotSender,
            _ when (handoff.Kind, handoff.Subject, handoff.To) == (HandoffKind.Protection, fact.Subject, fact.To) => Unchanged.Value,
            _ => HandoffRefusals.Exists,
        };
    }
}
