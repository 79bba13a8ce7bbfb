using System.Threading.Channels;
using Coordination.EventStore;
using Coordination.Host.Demo;
using Npgsql;

namespace Coordination.Host;

/// <summary>
/// Writes what the product itself owes the log: an alert that came due, an end that came by law, an act that the victim shield suspends, word for the
/// sender of a warning. A keeper remembers nothing: what is owed is a function of the log and the time, ids follow from what is owed and each append
/// names the version it rests on, so any number of Hosts may run it and it may be killed between any two statements.
/// </summary>
/// <param name="log">Where it writes.</param>
/// <param name="daemon">Tells when the view behind it has moved.</param>
/// <param name="clock">Decides what is due.</param>
/// <param name="logger">Where failed rounds are told.</param>
/// <param name="view">The projection that says what is owed.</param>
public abstract class Keeper(EventLog log, ProjectionDaemon daemon, TimeProvider clock, ILogger logger, string view) : BackgroundService
{
    /// <summary>How much one round takes on; more is for the next.</summary>
    protected const int AtOnce = 100;

    /// <summary>A lost wake-up costs at most this.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(5);

    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    protected EventLog Log => log;

    protected ILogger Logger => logger;

    protected DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>One round: everything that is owed now, as far as the view has read. Returns how much it wrote; 0 = nothing is left.</summary>
    public abstract Task<int> Round(CancellationToken ct);

    /// <summary>When something falls due by the clock alone; null = only a commit can make work.</summary>
    protected virtual Task<DateTimeOffset?> Next(DateTimeOffset now, CancellationToken ct) => Task.FromResult<DateTimeOffset?>(null);

    /// <summary>Appends, and tells the daemon at once. A version that has moved on is an answer: what is still owed comes up in the next round.</summary>
    protected async Task<AppendVerdict> Append(AppendRequest request, CancellationToken ct)
    {
        var result = await log.Append(request, ct);
        if (result.Verdict == AppendVerdict.Appended)
            daemon.Signal(result.Position);
        return result.Verdict;
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
                await TryRound(stoppingToken);
                await Sleep(moved, stoppingToken);
            }
        }
        finally
        {
            daemon.Committed -= OnCommitted;
        }
    }

    private async Task TryRound(CancellationToken ct)
    {
        try
        {
            await Round(ct);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or StoreUnavailableException or AppendInDoubtException)
        {
            // What was not written is still owed in the next round; what was, is refused there.
            logger.LogWarning("{Keeper} waits for PostgreSQL: {Error}", GetType().Name, e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogError(e, "A round of {Keeper} failed and will be tried again.", GetType().Name);
        }
    }

    // Wakes by a commit of the view, by a jump of the demo's clock, or when the next thing falls due.
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
            var wait = (await Next(now, ct) ?? DateTimeOffset.MaxValue) - now;
            return wait < LongestSleep ? wait : LongestSleep;
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            return LongestSleep;
        }
    }

    private void OnCommitted(object? sender, CommittedEventArgs e)
    {
        if (e.Projection == view)
            _wake.Writer.TryWrite(true);
    }
}
