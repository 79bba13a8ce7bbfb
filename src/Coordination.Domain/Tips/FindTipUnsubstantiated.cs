using Coordination.Domain.Kernel;

namespace Coordination.Domain.Tips;

public sealed record FindTipUnsubstantiated(TipUnsubstantiated Fact) : TipCommand;

public static partial class TipDecider
{
    public static Decision<TipEvent> Decide(Tip tip, FindTipUnsubstantiated command, Envelope envelope) => tip switch
    {
        _ when NotOwner(tip, envelope.By) is { } refusal => refusal,
        _ when Input.Empty("basis", command.Fact.Basis) is { } empty => empty,
        _ when Input.Blank(("reason", command.Fact.Reason)) is { } blank => blank,
        { Dismissal: { } earlier } when Input.SameBody(earlier, command.Fact) => Unchanged.Value,
        { HasOutcome: true } => TipRefusals.Answered,
        _ => command.Fact,
    };
}
