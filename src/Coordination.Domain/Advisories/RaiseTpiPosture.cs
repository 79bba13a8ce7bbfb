using Coordination.Domain.Kernel;

namespace Coordination.Domain.Advisories;

public sealed record RaiseTpiPosture(TpiPostureRaised Fact) : TpiAdvisoryCommand;

public static partial class TpiAdvisoryDecider
{
    public static Decision<TpiAdvisoryEvent> Decide(TpiAdvisory advisory, RaiseTpiPosture command, Envelope envelope) => advisory switch
    {
        _ when CannotSpeak(advisory, command.Fact.Checkpoint, envelope) is { } refusal => refusal,
        _ when advisory.Postures.Contains(new(command.Fact.Checkpoint, command.Fact.Until)) => Unchanged.Value,
        _ when Input.Blank(("description", command.Fact.Description)) is { } blank => blank,
        _ when command.Fact.Until < envelope.Day => TpiAdvisoryRefusals.ValidityInPast,
        _ => command.Fact,
    };
}
