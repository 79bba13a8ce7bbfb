using Coordination.Domain.Kernel;

namespace Coordination.Domain.Tips;

public sealed record ConvertTip(TipConverted Fact) : TipCommand;

public static partial class TipDecider
{
    /// <summary>A desk may turn a tip into something at once, without an owner in between: danger does not wait for verification.</summary>
    public static Decision<TipEvent> Decide(Tip tip, ConvertTip command, Envelope envelope) => tip switch
    {
        _ when NotDesk(tip, envelope.By) is { } refusal => refusal,
        _ when tip.Conversions.Any(made => (made.Into, made.Target) == (command.Fact.Into, command.Fact.Target)) => Unchanged.Value,
        { Triage: null } => TipRefusals.NotTriaged,
        { Dismissal: not null } => TipRefusals.Answered,
        _ when command.Fact.Target == Guid.Empty => InputRefusals.Blank with { Details = ["target"] },
        _ => command.Fact,
    };
}
