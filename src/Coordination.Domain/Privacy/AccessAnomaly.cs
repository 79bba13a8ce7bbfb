using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

/// <summary>One pattern of one officer or agency within one hour.</summary>
public sealed record AccessAnomaly(bool IsDetected)
{
    public static AccessAnomaly None { get; } = new(false);

    public AccessAnomalyDetected? Found { get; private init; }

    public DateTimeOffset At { get; private init; }

    /// <summary>Reader groups that it was told to: never the one who looked.</summary>
    public IReadOnlyList<string> Recipients { get; private init; } = [];

    public static AccessAnomaly Evolve(AccessAnomaly anomaly, AccessAnomalyEvent happened, Envelope envelope) => happened switch
    {
        AccessAnomalyDetected e => anomaly with
        {
            IsDetected = true, Found = e, At = envelope.OccurredAt, Recipients = envelope.Marking.Audience,
        },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of an anomaly."),
    };
}
