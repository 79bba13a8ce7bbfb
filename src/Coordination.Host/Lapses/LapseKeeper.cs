using System.Threading.Channels;
using Coordination.EventStore;
using Coordination.Host.Commands;
using Coordination.Host.Demo;
using Coordination.Projections.Lapses;
using Npgsql;

namespace Coordination.Host.Lapses;

/// <summary>
/// Writes down what has ended by itself: a ban by law, a watch entry or an advisory with its last day. It remembers nothing: what is due is a function
/// of the log and the time, so any number of Hosts may run it, it may be killed between any two statements, and a stop that spans the moment changes
/// only when the end is recorded, not when it was.
/// </summary>
public sealed class LapseKeeper(
    DueLapses due, EventLog log, Kinds kinds, ProjectionDaemon daemon, TimeProvider clock, ILogger<LapseKeeper> logger) : BackgroundService
{
    private const int AtOnce = 100;

    /// <summary>A lost wake-up costs at most this.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(5);

    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>One round: everything that is due now, as far as the projection has read it. Returns how many streams it wrote to.</summary>
    public async Task<int> WriteDue(CancellationToken ct)
    {
        var (now, written) = (clock.GetUtcNow(), 0);
        foreach (var stream in await due.At(now, AtOnce, ct))
        {
            var events = await log.FetchStream(stream, ct);
            // The row may lag behind the log: what counts is what the stream says.
            if (events.Count == 0 || LapseAppends.Of(kinds.Of(events[0].Type.ClrType), events, now) is not { } request)
                continue;
            var result = await log.Append(request, ct);
            if (result.Verdict != AppendVerdict.Appended)
                continue;
            daemon.Signal(result.Position);
            written++;
        }

        return written;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        daemon.Committed += OnCommitted;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                // Taken before looking, so that a jump while looking is not slept through.
                var moved = (clock as DemoClock)?.Moved;
                await Round(stoppingToken);
                await Sleep(moved, stoppingToken);
            }
        }
        finally
        {
            daemon.Committed -= OnCommitted;
        }
    }

    private async Task Round(CancellationToken ct)
    {
        try
        {
            await WriteDue(ct);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or StoreUnavailableException or AppendInDoubtException)
        {
            // What was not written is still due in the next round; what was, is refused there.
            logger.LogWarning("Ends that have come wait for PostgreSQL: {Error}", e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogError(e, "A round over what has ended failed and will be tried again.");
        }
    }

    // Wakes by a commit of the board, by a jump of the demo's clock, or when the next end comes.
    private async Task Sleep(Task? moved, CancellationToken ct)
    {
        using var awake = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAny(
            _wake.Reader.WaitToReadAsync(awake.Token).AsTask(),
            moved ?? Task.Delay(Timeout.Infinite, awake.Token),
            Task.Delay(await UntilNext(ct), clock, awake.Token));
        await awake.CancelAsync();
        _wake.Reader.TryRead(out _);
    }

    private async Task<TimeSpan> UntilNext(CancellationToken ct)
    {
        try
        {
            var now = clock.GetUtcNow();
            var wait = (await due.Next(now, ct) ?? DateTimeOffset.MaxValue) - now;
            return wait < LongestSleep ? wait : LongestSleep;
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            return LongestSleep;
        }
    }

    private void OnCommitted(object? sender, CommittedEventArgs e)
    {
        if (e.Projection == LapseBoard.ProjectionName)
            _wake.Writer.TryWrite(true);
    }
}
