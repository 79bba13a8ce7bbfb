using Coordination.Domain.Kernel;

namespace Coordination.Domain.Advisories;

public sealed record AcknowledgeTpiAdvisory(TpiAdvisoryAcknowledged Fact) : TpiAdvisoryCommand;

public static partial class TpiAdvisoryDecider
{
    public static Decision<TpiAdvisoryEvent> Decide(TpiAdvisory advisory, AcknowledgeTpiAdvisory command, Envelope envelope) => advisory switch
    {
        _ when CannotSpeak(advisory, command.Fact.Checkpoint, envelope) is { } refusal => refusal,
        _ when Input.Blank(("shift", command.Fact.Shift)) is { } blank => blank,
        _ when advisory.Acknowledged.Contains(ShiftWord.Of(command.Fact, envelope.OccurredAt)) => Unchanged.Value,
        _ => command.Fact,
    };
}
