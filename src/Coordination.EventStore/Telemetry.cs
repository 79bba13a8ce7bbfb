using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Coordination.EventStore;

/// <summary>Meter and activity source <c>Coordination.EventStore</c>. Labels are names of shards, never content.</summary>
internal static class Telemetry
{
    public const string Name = "Coordination.EventStore";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<int> PageSize = Meter.CreateHistogram<int>("coordination.projection.page.size", "{event}", "Events per projected page.");
    private static readonly Histogram<double> PageTime = Meter.CreateHistogram<double>("coordination.projection.page.duration", "s", "Time of a page's transaction.");
    private static readonly Counter<long> Letters = Meter.CreateCounter<long>("coordination.projection.dead_letters", "{event}", "Events left to the dead letters.");
    private static readonly Counter<long> Rebuilt = Meter.CreateCounter<long>("coordination.rebuild.events", "{event}", "Events read by rebuilds.");

    public static Activity? Page(string shard, int events) => Start("project", shard)?.SetTag("coordination.events", events);

    public static Activity? Rebuild(string shard) => Start("rebuild", shard);

    public static void Projected(string shard, int events, TimeSpan elapsed)
    {
        var tag = Shard(shard);
        PageSize.Record(events, tag);
        PageTime.Record(elapsed.TotalSeconds, tag);
    }

    public static void Buried(string shard) => Letters.Add(1, Shard(shard));

    public static void Folded(string shard, int events) => Rebuilt.Add(events, Shard(shard));

    /// <summary>One meter per daemon, so that the gauge ends with it.</summary>
    public static Meter Lag(Func<IEnumerable<(string Shard, long Lag)>> observe)
    {
        var meter = new Meter(Name);
        meter.CreateObservableGauge(
            "coordination.projection.lag", () => observe().Select(one => new Measurement<long>(one.Lag, Shard(one.Shard))), "{position}",
            "Positions between the end of the log and the shard.");
        return meter;
    }

    private static Activity? Start(string operation, string shard) => Source.StartActivity($"{operation} {shard}")?.SetTag("coordination.shard", shard);

    private static KeyValuePair<string, object?> Shard(string shard) => new("shard", shard);
}
