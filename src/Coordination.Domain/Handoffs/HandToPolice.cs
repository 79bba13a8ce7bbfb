using Coordination.Domain.Kernel;

namespace Coordination.Domain.Handoffs;

public sealed record HandToPolice(FacilitatorHandedToPolice Fact) : HandoffCommand
{
    /// <summary>Sources that may not be used in court without a consent that is not there. Filled in by the write path.</summary>
    public IReadOnlyList<Guid> WithoutConsent { get; init; } = [];
}

public static partial class HandoffDecider
{
    public static Decision<HandoffEvent> Decide(Handoff handoff, HandToPolice command, Envelope envelope)
    {
        var fact = command.Fact;
        return handoff.Status switch
        {
            HandoffStatus.None when Input.Blank(("recordNumber", fact.RecordNumber), ("summary", fact.Summary), ("offence", fact.Offence)) is { } missing =>
                missing,
            HandoffStatus.None when WrongDesk(HandoffKind.Police, fact.To, envelope) is { } refusal => refusal,
            HandoffStatus.None when NeedsConsent(command.WithoutConsent) is { } refusal => refusal,
            HandoffStatus.None when Manifest.Problem(fact.Manifest) is { } problem => problem,
            HandoffStatus.None => fact with { Manifest = Manifest.Normal(fact.Manifest) },
            _ when !IsSender(handoff, envelope.By) => HandoffRefusals.NotSender,
            _ when (handoff.Kind, handoff.Subject, handoff.To) == (HandoffKind.Police, fact.Subject, fact.To) => Unchanged.Value,
            _ => HandoffRefusals.Exists,
        };
    }
}
