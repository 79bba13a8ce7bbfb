using System.Diagnostics;
using Coordination.Testing;
using Shouldly;
using Xunit;

namespace Coordination.EventStore.Tests.Reading;

/// <summary>Promise: who waits for a position is told that it was reached, that time is up, or why it will never be; it never hangs.</summary>
public sealed class WaitForTests(Database database) : ReadingTest(database), IClassFixture<Database>
{
    [Fact]
    public async Task Rows_are_there_when_it_says_so()
    {
        var daemon = await Start(new Ledger());
        for (var n = 1; n <= 20; n++)
        {
            await Reached(daemon, await Log.Write(S1, n), "Ledger");
            (await Database.Ask<long>("select count(*) from readmodel.ledger")).ShouldBe(n);
        }
    }

    [Fact]
    public async Task What_was_reached_long_ago_is_answered_at_once()
    {
        var daemon = await Start(new Ledger());
        await Reached(daemon, await Log.Write(S1, 1, 2));
        (await daemon.WaitFor(1, TimeSpan.Zero, Ct)).Reached.ShouldBeTrue();
    }

    [Fact]
    public async Task Time_is_up_when_the_position_does_not_come()
    {
        var daemon = await Start(new Ledger());
        (await daemon.WaitFor(99, Moment, Ct)).ShouldBe(new(WaitOutcome.TimedOut, "Ledger"));
    }

    [Fact]
    public async Task Time_is_up_when_a_writer_before_the_position_stays_open()
    {
        var daemon = await Start(new Ledger());
        await using var open = await Log.Begin();
        await open.Write(S1, 1);
        var last = await Log.Write(S2, 2);
        daemon.Signal(last);
        (await daemon.WaitFor(last, Moment, Ct)).Outcome.ShouldBe(WaitOutcome.TimedOut);
        await open.Rollback(); // signals nothing
        (await daemon.WaitFor(last, Patience, Ct)).Reached.ShouldBeTrue();
    }

    [Fact]
    public async Task A_failed_projection_is_told_without_waiting_for_the_others()
    {
        await Log.WriteRaw(S1, "never_declared", "{}");
        var daemon = await Start(new Ledger(), new Totals { Wants = new HashSet<string> { "note_taken" } });
        var started = Stopwatch.GetTimestamp();
        (await daemon.WaitFor(99, Patience, Ct)).Outcome.ShouldBe(WaitOutcome.Failed);
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(Patience / 2);
    }

    [Fact]
    public async Task Nobody_hangs_on_a_daemon_that_was_never_started()
    {
        await using var idle = new ProjectionDaemon(
            Database.Daemon, Notes.Types, Notes.Serializer, [new Ledger()], Quick, Microsoft.Extensions.Logging.Abstractions.NullLogger<ProjectionDaemon>.Instance);
        (await idle.WaitFor(1, Moment, Ct)).Outcome.ShouldBe(WaitOutcome.TimedOut);
    }

    [Fact]
    public async Task A_projection_that_does_not_exist_is_a_bug_of_the_caller()
    {
        var daemon = await Start(new Ledger());
        await Should.ThrowAsync<ArgumentException>(() => daemon.WaitFor(1, Moment, Ct, "Legder"));
    }

    [Fact]
    public async Task What_another_node_projects_can_be_waited_for_here()
    {
        var one = await Start(new Ledger());
        await Reached(one, await Log.Write(S1, 1));
        var other = await Start(Quick with { NodeName = "other" }, Notes.Types, new Ledger());
        for (var n = 2; n <= 10; n++)
        {
            var last = await Log.Write(S1, n);
            one.Signal(last); // appended there; nobody tells the other in this process
            (await other.WaitFor(last, Patience, Ct)).Reached.ShouldBeTrue();
            (await Database.Ask<long>("select count(*) from readmodel.ledger")).ShouldBe(n);
        }
    }
}
