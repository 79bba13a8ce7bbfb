using System.Diagnostics;
using Coordination.Testing;
using Shouldly;
using Xunit;

namespace Coordination.EventStore.Tests.Reading;

/// <summary>Promise: a projection that meets an event it wants but nobody declared stops there and says so; nothing is skipped silently.</summary>
public sealed class UnknownTypeTests(Database database) : ReadingTest(database), IClassFixture<Database>
{
    private static readonly EventTypes Old = new([new("note_taken", typeof(NoteTaken))]);

    [Fact]
    public async Task It_stops_before_the_event_and_names_it()
    {
        await WriteUnknown();
        var daemon = await Start(Quick, Old, new Ledger());
        var waited = await daemon.WaitFor(4, Patience, Ct);
        (waited.Outcome, waited.Projection).ShouldBe((WaitOutcome.Failed, "Ledger"));
        waited.Error.ShouldNotBeNull().ShouldContain("note_dropped");
        (await Database.List<long>("select position from readmodel.ledger")).ShouldBe([1, 2]);
        (await daemon.WaitFor(2, Patience, Ct)).Reached.ShouldBeTrue(); // what it has passed, it has passed
    }

    [Fact]
    public async Task The_others_go_on()
    {
        await WriteUnknown();
        var daemon = await Start(Quick, Old, new Ledger(), new Totals { Wants = new HashSet<string> { "note_taken" } });
        await Reached(daemon, 4, "Totals");
        (await Database.Ask<long>("select sum(events)::bigint from readmodel.totals")).ShouldBe(3);
    }

    [Fact]
    public async Task Status_shows_it_to_everybody()
    {
        await WriteUnknown();
        var daemon = await Start(Quick, Old, new Ledger());
        await daemon.WaitFor(4, Patience, Ct);
        var status = await Eventually(daemon, shard => shard.State == ShardState.Stopped);
        status.Error.ShouldNotBeNull().ShouldContain("note_dropped");
        (status.Position, status.Lag, status.Owner).ShouldBe((2, 2, null));
    }

    [Fact]
    public async Task Declared_it_goes_on_where_it_stopped()
    {
        await WriteUnknown();
        var old = await Start(Quick, Old, new Ledger());
        await old.WaitFor(4, Patience, Ct);
        await old.Stop();
        await Reached(await Start(new Ledger()), 4);
        (await Database.LedgerDefects()).ShouldBe(0);
    }

    [Fact]
    public async Task A_newer_node_takes_over_what_the_older_cannot_do()
    {
        await WriteUnknown();
        var old = await Start(Quick, Old, new Ledger());
        await old.WaitFor(4, Patience, Ct);
        // It says so itself: otherwise it would depend on the nodes' ids who gets the shard.
        var started = Stopwatch.GetTimestamp();
        while (await Database.Ask<long>("select count(*) from coordination.node where 'Ledger:All' = any (shards)") > 0)
            Stopwatch.GetElapsedTime(started).ShouldBeLessThan(Patience);
        var newer = await Start(Quick with { NodeName = "newer" }, Notes.Types, new Ledger());
        await Reached(newer, 4);
        newer.RunningHere.ShouldBe(["Ledger:All"]);
        (await Database.LedgerDefects()).ShouldBe(0);
    }

    private async Task WriteUnknown()
    {
        await Log.Write(S1, 1, 2);
        await Log.WriteRaw(S1, "note_dropped", """{"reason":"r"}""");
        await Log.Write(S1, 4);
    }

    // The lease is written by the renewal that the stop has woken.
    private static async Task<ShardStatus> Eventually(ProjectionDaemon daemon, Func<ShardStatus, bool> holds)
    {
        while (true)
        {
            Ct.ThrowIfCancellationRequested();
            if ((await daemon.Status(Ct)).Shards.FirstOrDefault(holds) is { } shard) return shard;
        }
    }
}
