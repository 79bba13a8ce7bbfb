using Coordination.Domain.Kernel;

namespace Coordination.Domain.Advisories;

public sealed record SendWarningFeedback(WarningFeedbackSent Fact) : NetworkWarningCommand;

public static partial class NetworkWarningDecider
{
    public static Decision<NetworkWarningEvent> Decide(NetworkWarning warning, SendWarningFeedback command) => warning switch
    {
        { Issue: null } => NetworkWarningRefusals.Unknown,
        { Feedback: [.., var last] } when last == command.Fact => Unchanged.Value,
        _ when command.Fact is { Hits: < 0 } or { Misses: < 0 } => NetworkWarningRefusals.NegativeCount,
        _ when Input.Blank(("summary", command.Fact.Summary)) is { } blank => blank,
        _ => command.Fact,
    };
}
