using Coordination.Domain.Kernel;

namespace Coordination.Domain.Tips;

public sealed record TriageTip(TipTriaged Fact) : TipCommand;

public static partial class TipDecider
{
    /// <summary>The desk may think again until the owner has spoken.</summary>
    public static Decision<TipEvent> Decide(Tip tip, TriageTip command, Envelope envelope) => tip switch
    {
        _ when NotDesk(tip, envelope.By) is { } refusal => refusal,
        { Triage: { } triage } when triage == command.Fact => Unchanged.Value,
        { HasOutcome: true } => TipRefusals.Answered,
        _ => command.Fact,
    };
}
