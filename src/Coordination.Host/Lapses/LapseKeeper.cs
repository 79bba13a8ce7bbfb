using Coordination.EventStore;
using Coordination.Host.Commands;
using Coordination.Projections.Lapses;

namespace Coordination.Host.Lapses;

/// <summary>
/// Writes down what has ended by itself: a ban by law, a watch entry or an advisory with its last day. A stop that spans the moment changes only when
/// the end is recorded, not when it was.
/// </summary>
public sealed class LapseKeeper(DueLapses due, EventLog log, Kinds kinds, ProjectionDaemon daemon, TimeProvider clock, ILogger<LapseKeeper> logger)
    : Keeper(log, daemon, clock, logger, LapseBoard.ProjectionName)
{
    public override async Task<int> Round(CancellationToken ct)
    {
        var (now, written) = (Now, 0);
        foreach (var stream in await due.At(now, AtOnce, ct))
        {
            var events = await Log.FetchStream(stream, ct);
            // The row may lag behind the log: what counts is what the stream says.
            if (events.Count != 0 && LapseAppends.Of(kinds.Of(events[0].Type.ClrType), events, now) is { } request)
                written += await Append(request, ct) == AppendVerdict.Appended ? 1 : 0;
        }

        return written;
    }

    protected override Task<DateTimeOffset?> Next(DateTimeOffset now, CancellationToken ct) => due.Next(now, ct);
}
