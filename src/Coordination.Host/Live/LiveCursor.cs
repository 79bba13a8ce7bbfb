using System.Globalization;
using Coordination.EventStore;

namespace Coordination.Host.Live;

/// <summary>
/// Where a stream stands in the two views it reads, which move independently: one number would lose what the slower one shows later.
/// Written as <c>timeline-alerts</c>; a plain position means both.
/// </summary>
internal readonly record struct LiveCursor(long Timeline, long Alerts)
{
    private const string TimelineView = "CaseTimeline";
    private const string AlertView = "AlertBoard";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Timeline}-{Alerts}");

    public static bool TryParse(string text, out LiveCursor cursor)
    {
        cursor = default;
        var parts = text.Split('-');
        if (parts.Length > 2 || !Number(parts[0], out var timeline))
            return false;
        var alerts = timeline;
        if (parts.Length == 2 && !Number(parts[1], out alerts))
            return false;
        cursor = new LiveCursor(timeline, alerts);
        return true;
    }

    /// <summary>From now on: where the views stand.</summary>
    public static LiveCursor Now(StoreStatus status) => new(PositionOf(status, TimelineView), PositionOf(status, AlertView));

    /// <summary>What the views show at least, without asking the store; null while this node does not know.</summary>
    public static LiveCursor? Shown(ProjectionDaemon daemon) =>
        (daemon.PositionOf(TimelineView), daemon.PositionOf(AlertView)) is (> 0, > 0) known ? new(known.Item1, known.Item2) : null;

    private static long PositionOf(StoreStatus status, string projection) =>
        status.Shards.Where(shard => string.Equals(shard.Projection, projection, StringComparison.Ordinal)).Select(shard => shard.Position).DefaultIfEmpty(0).Max();

    private static bool Number(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
