using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Coordination.EventStore;

/// <summary>Meter and activity source <c>Coordination.EventStore</c>, write side.</summary>
internal static class AppendTelemetry
{
    public static readonly ActivitySource Activities = new(Telemetry.Name);

    private static readonly Meter Meter = new(Telemetry.Name);

    /// <summary>Requests by tag <c>verdict</c>: the verdicts, <c>unavailable</c>, <c>in_doubt</c>, <c>refused</c>.</summary>
    public static readonly Counter<long> Appends = Meter.CreateCounter<long>("coordination.append.requests");

    public static readonly Counter<long> Events = Meter.CreateCounter<long>("coordination.append.events");

    public static readonly Histogram<int> BatchSize = Meter.CreateHistogram<int>("coordination.append.batch_size", "{request}");

    /// <summary>From the call to its answer.</summary>
    public static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("coordination.append.duration", "s");

    public static readonly UpDownCounter<int> Waiting = Meter.CreateUpDownCounter<int>("coordination.append.waiting", "{request}");
}
