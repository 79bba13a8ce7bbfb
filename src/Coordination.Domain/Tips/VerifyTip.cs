using Coordination.Domain.Kernel;

namespace Coordination.Domain.Tips;

public sealed record VerifyTip(TipVerified Fact) : TipCommand;

public static partial class TipDecider
{
    /// <summary>What was not borne out at first may be later; the other way round it is another report.</summary>
    public static Decision<TipEvent> Decide(Tip tip, VerifyTip command, Envelope envelope) => tip switch
    {
        _ when NotOwner(tip, envelope.By) is { } refusal => refusal,
        _ when Input.Empty("basis", command.Fact.Basis) is { } empty => empty,
        _ when Input.Blank(("summary", command.Fact.Summary)) is { } blank => blank,
        { Verification: { } verified } => Input.SameBody(verified, command.Fact) ? Unchanged.Value : TipRefusals.Answered,
        _ => command.Fact,
    };
}
