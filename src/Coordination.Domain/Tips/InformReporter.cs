using Coordination.Domain.Kernel;

namespace Coordination.Domain.Tips;

public sealed record InformReporter(ReporterInformed Fact) : TipCommand;

public static partial class TipDecider
{
    public static Decision<TipEvent> Decide(Tip tip, InformReporter command, Envelope envelope) => tip switch
    {
        _ when NotDesk(tip, envelope.By) is { } refusal => refusal,
        _ when tip.Feedback == command.Fact.Feedback && (tip.IsReporterInformed || !tip.HasOutcome) => Unchanged.Value,
        { HasOutcome: false } when command.Fact.Feedback is FeedbackText.ActedOn or FeedbackText.NotConfirmed => TipRefusals.NothingToTell,
        _ => command.Fact,
    };
}
