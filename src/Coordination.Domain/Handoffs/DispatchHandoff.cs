using Coordination.Domain.Kernel;

namespace Coordination.Domain.Handoffs;

public sealed record DispatchHandoff(HandoffDispatched Fact) : HandoffCommand;

public static partial class HandoffDecider
{
    public static Decision<HandoffEvent> Decide(Handoff handoff, DispatchHandoff command, Envelope envelope) => handoff.Status switch
    {
        HandoffStatus.None => HandoffRefusals.Unknown,
        _ when !IsSender(handoff, envelope.By) => HandoffRefusals.NotSender,
        HandoffStatus.Proposed when Input.Blank(("letterNumber", command.Fact.LetterNumber)) is { } blank => blank,
        HandoffStatus.Proposed when Manifest.Problem(command.Fact.Manifest) is { } problem => problem,
        HandoffStatus.Proposed => command.Fact with { Manifest = Manifest.Normal(command.Fact.Manifest) },
        HandoffStatus.Dispatched when Input.Same(handoff.Manifest, Manifest.Normal(command.Fact.Manifest)) => Unchanged.Value,
        _ when handoff.IsClosed => HandoffRefusals.Closed,
        _ => HandoffRefusals.AlreadyDispatched,
    };
}
