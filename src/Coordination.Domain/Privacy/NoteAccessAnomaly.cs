using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

/// <summary>The product's own command.</summary>
public sealed record NoteAccessAnomaly(AccessAnomalyDetected Fact) : AccessAnomalyCommand;

public static partial class AccessAnomalyDecider
{
    /// <summary>One alarm an hour: the hundredth value says no more than the sixteenth.</summary>
    public static Decision<AccessAnomalyEvent> Decide(AccessAnomaly anomaly, NoteAccessAnomaly command, Envelope envelope) =>
        anomaly.IsDetected ? Unchanged.Value : command.Fact;
}
