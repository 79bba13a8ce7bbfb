using Coordination.Host.Store;
using Coordination.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Store;

/// <summary>One clock for all Hosts: PostgreSQL's, whatever the machine says.</summary>
public sealed class DatabaseClockTests(Database database) : IClassFixture<Database>
{
    private static readonly TimeSpan Close = TimeSpan.FromSeconds(5);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_connection_knows_the_time_before_it_is_used()
    {
        var machine = new Machine { Ahead = TimeSpan.FromDays(3) };
        var clock = new DatabaseClock(machine, NullLogger<DatabaseClock>.Instance);
        (clock.GetUtcNow() - TimeProvider.System.GetUtcNow()).ShouldBe(TimeSpan.FromDays(3), Close);
        var builder = new NpgsqlDataSourceBuilder(database.DaemonConnectionString);
        clock.AskedBy(builder);
        await using var source = builder.Build();
        await using (await source.OpenConnectionAsync(Ct))
            (clock.GetUtcNow() - TimeProvider.System.GetUtcNow()).ShouldBe(TimeSpan.Zero, Close);
    }

    [Fact]
    public void So_does_one_that_is_opened_without_waiting()
    {
        var clock = new DatabaseClock(new Machine { Ahead = TimeSpan.FromDays(-90) }, NullLogger<DatabaseClock>.Instance);
        var builder = new NpgsqlDataSourceBuilder(database.DaemonConnectionString);
        clock.AskedBy(builder);
        using var source = builder.Build();
        using (source.OpenConnection())
            (clock.GetUtcNow() - TimeProvider.System.GetUtcNow()).ShouldBe(TimeSpan.Zero, Close);
    }

    [Fact]
    public async Task Setting_the_machines_clock_does_not_move_it_and_time_goes_on()
    {
        var machine = new Machine();
        var clock = await Asked(machine);
        var before = clock.GetUtcNow();
        machine.Ahead = TimeSpan.FromDays(400);
        machine.Passed = TimeSpan.FromSeconds(30);
        (clock.GetUtcNow() - before).ShouldBe(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task An_answer_that_was_long_under_way_does_not_move_what_is_known_better()
    {
        var machine = new Machine();
        var clock = await Asked(machine);
        var before = clock.GetUtcNow();
        // Half-way of two minutes is a minute from what is known: as far as such an answer may be wrong.
        machine.Looks.Enqueue(TimeSpan.Zero);
        machine.Looks.Enqueue(TimeSpan.FromMinutes(2));
        await Ask(clock);
        (clock.GetUtcNow() - before).ShouldBe(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task A_machine_that_counts_wrong_is_put_right_at_the_next_answer()
    {
        var machine = new Machine();
        var clock = await Asked(machine);
        machine.Passed += TimeSpan.FromMinutes(10); // it thinks; nothing of it has really passed
        await Ask(clock);
        (clock.GetUtcNow() - TimeProvider.System.GetUtcNow()).ShouldBe(TimeSpan.Zero, Close);
    }

    private async Task<DatabaseClock> Asked(Machine machine)
    {
        var clock = new DatabaseClock(machine, NullLogger<DatabaseClock>.Instance);
        await Ask(clock);
        return clock;
    }

    private async Task Ask(DatabaseClock clock)
    {
        await using var connection = await database.Daemon.OpenConnectionAsync(Ct);
        await clock.Ask(connection, Ct);
    }

    /// <summary>A machine whose clock may be wrong and whose count of time passes only as the test says.</summary>
    private sealed class Machine : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public TimeSpan Passed { get; set; }

        /// <summary>What passes before the next looks at the count; nothing where it is empty.</summary>
        public Queue<TimeSpan> Looks { get; } = new();

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => (Passed += Looks.TryDequeue(out var passing) ? passing : TimeSpan.Zero).Ticks;
    }
}
