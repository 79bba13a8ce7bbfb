using System.Diagnostics.Metrics;

namespace Coordination.Host.Telemetry;

/// <summary>The Host's own meter; the store has its own.</summary>
internal static class HostMetrics
{
    public static Meter Meter { get; } = new("Coordination.Host");
}
