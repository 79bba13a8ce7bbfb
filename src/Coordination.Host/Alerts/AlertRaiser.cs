using System.Threading.Channels;
using Coordination.EventStore;
using Coordination.Host.Demo;
using Coordination.Projections.Alerts;
using Npgsql;

namespace Coordination.Host.Alerts;

/// <summary>
/// Appends the alerts that the rules found and the clocks made due, and carries unanswered ones up. It remembers nothing: what is due is a
/// function of the log and the time, so any number of Hosts may run it, and it may be killed between any two statements.
/// </summary>
public sealed class AlertRaiser(DueSignals due, EventLog log, ProjectionDaemon daemon, TimeProvider clock, ILogger<AlertRaiser> logger)
    : BackgroundService
{
    private const int AtOnce = 100;

    /// <summary>A lost wake-up costs at most this.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(5);

    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>One round: everything that is due now, as far as the projection has read it. Returns how many events it appended.</summary>
    public async Task<int> RaiseDue(CancellationToken ct)
    {
        var (now, appended) = (clock.GetUtcNow(), 0);
        foreach (var signal in await due.ToRaise(now, AtOnce, ct))
        {
            var verdict = await Append(AlertAppends.Raise(signal, now), ct);
            // An archived application takes no more facts; the alert about it is raised all the same.
            if (verdict == AppendVerdict.StreamArchived)
                verdict = await Append(AlertAppends.RaiseAlone(signal, now), ct);
            appended += verdict == AppendVerdict.Appended ? 1 : 0;
        }

        foreach (var escalation in await due.ToEscalate(now, AtOnce, ct))
            appended += await Append(AlertAppends.Escalate(escalation, now), ct) == AppendVerdict.Appended ? 1 : 0;
        return appended;
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
            await RaiseDue(ct);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or StoreUnavailableException or AppendInDoubtException)
        {
            // What was not written is still due in the next round; what was, is refused there.
            logger.LogWarning("Alerts wait for PostgreSQL: {Error}", e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogError(e, "A round of alerts failed and will be tried again.");
        }
    }

    private async Task<AppendVerdict?> Append(AppendRequest request, CancellationToken ct)
    {
        try
        {
            var result = await log.Append(request, ct);
            if (result.Verdict == AppendVerdict.Appended)
                daemon.Signal(result.Position);
            return result.Verdict;
        }
        catch (AppendRefusedException e)
        {
            logger.LogError(e, "Alert {Alert} cannot be stored.", request.Streams[0].Stream);
            return null;
        }
    }

    // Wakes by a commit of the signals, by a jump of the demo's clock, or when the next clock runs out.
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
        if (e.Projection == "AlertSignals")
            _wake.Writer.TryWrite(true);
    }
}
