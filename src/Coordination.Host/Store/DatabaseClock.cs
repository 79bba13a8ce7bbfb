using Npgsql;

namespace Coordination.Host.Store;

/// <summary>
/// The time of PostgreSQL: one clock for all Hosts of a database. A Host whose own clock is wrong still records, counts deadlines and judges sessions by
/// the same time as the others (docs/adr/0006-ids-and-time-come-from-the-edge.md).
/// </summary>
/// <remarks>
/// Asked as each connection that writes is opened, so that nothing can be written before it was asked, and then every few seconds. In between it runs by this
/// machine's count of time passed, which setting its clock does not touch. Before the first answer it is the machine's.
/// </remarks>
/// <param name="machine">Counts what passes between two answers, and makes the timers.</param>
internal sealed partial class DatabaseClock(TimeProvider machine, ILogger<DatabaseClock> logger) : TimeProvider
{
    /// <summary>Between two questions. Machines drift by less than a millisecond meanwhile.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    private const string Question = "select clock_timestamp()";

    // Past this an operator should know: what else runs on the machine has no other clock.
    private static readonly TimeSpan WorthTelling = TimeSpan.FromSeconds(2);

    private volatile Answer? _last;
    private bool _told;

    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    public override long TimestampFrequency => machine.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _last is { } last ? last.At + machine.GetElapsedTime(last.Stamp) : machine.GetUtcNow();

    public override long GetTimestamp() => machine.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        machine.CreateTimer(callback, state, dueTime, period);

    /// <summary>For a data source: each connection asks before it is used.</summary>
    public void AskedBy(NpgsqlDataSourceBuilder connections) => connections.UsePhysicalConnectionInitializer(
        connection =>
        {
            using var command = new NpgsqlCommand(Question, connection);
            var asked = machine.GetTimestamp();
            Take(asked, (DateTime)command.ExecuteScalar()!);
        },
        connection => Ask(connection, CancellationToken.None));

    /// <exception cref="NpgsqlException">No answer.</exception>
    public async Task Ask(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Question, connection);
        var asked = machine.GetTimestamp();
        Take(asked, (DateTime)(await command.ExecuteScalarAsync(ct))!);
    }

    /// <summary>PostgreSQL said so between the question and now: half-way is wrong by half of that at most.</summary>
    private void Take(long asked, DateTime said)
    {
        var now = machine.GetTimestamp();
        var doubt = machine.GetElapsedTime(asked, now) / 2;
        var at = new DateTimeOffset(DateTime.SpecifyKind(said, DateTimeKind.Utc)) + doubt;
        // An answer that was long under way says nothing against one that was quick: time does not waver with the load.
        if (_last is { } last && (last.At + machine.GetElapsedTime(last.Stamp, now) - at).Duration() <= doubt)
            return;
        _last = new(at, now);
        Tell(machine.GetUtcNow() - at);
    }

    private void Tell(TimeSpan ahead)
    {
        var off = ahead.Duration() > WorthTelling;
        if (off && !_told)
            IsOff(logger, ahead);
        _told = off;
    }

    [LoggerMessage(LogLevel.Warning, "The clock of this machine is {Ahead} ahead of PostgreSQL's; time is taken from PostgreSQL.")]
    private static partial void IsOff(ILogger logger, TimeSpan ahead);

    private sealed record Answer(DateTimeOffset At, long Stamp);
}

/// <summary>Asks for the time as long as the Host runs.</summary>
internal sealed class ClockKeeper(
    DatabaseClock clock, [FromKeyedServices(StoreModule.Daemon)] NpgsqlDataSource database, ILogger<ClockKeeper> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(DatabaseClock.Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var connection = await database.OpenConnectionAsync(stoppingToken);
                await clock.Ask(connection, stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException)
            {
                // Its time goes on from the last answer; readiness tells that PostgreSQL is away.
                logger.LogDebug(e, "PostgreSQL did not say what time it is");
            }
        }
    }
}
