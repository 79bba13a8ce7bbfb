using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

/// <summary>Stream <c>access_anomaly</c>: a pattern of looking that ordinary work does not have. Stored forever: add a V2, never edit.</summary>
public abstract record AccessAnomalyEvent;

/// <param name="Officer">Login of who looked.</param>
/// <param name="Values">How many different values within the time.</param>
[EventName("access_anomaly_detected")]
public sealed record AccessAnomalyDetected(
    string Officer, string Agency, string Unit, AnomalyKind Kind, int Values, int Minutes) : AccessAnomalyEvent;

public enum AnomalyKind
{
    /// <summary>One officer asks for many different persons.</summary>
    FanOutOfOfficer,

    /// <summary>The officers of one agency together do.</summary>
    FanOutOfAgency,
}
