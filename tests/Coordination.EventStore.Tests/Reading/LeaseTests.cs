using System.Diagnostics;
using Coordination.Testing;
using Shouldly;
using Xunit;

namespace Coordination.EventStore.Tests.Reading;

/// <summary>Promise: each shard runs on one of the nodes; when a node dies its shards run elsewhere within ten seconds, and no effect is doubled.</summary>
public sealed class LeaseTests(Database database) : ReadingTest(database), IClassFixture<Database>
{
    // The promise is kept by the times of the lease; how long a busy machine needs on top of them is not asked here.
    private static readonly TimeSpan TenSeconds = TimeSpan.FromSeconds(10);

    private static IProjection[] Both() => [new Ledger(), new Totals()];

    [Fact]
    public async Task Each_shard_runs_on_exactly_one_node()
    {
        var nodes = await Two(Quick);
        await Reached(nodes[0], await Log.WriteMany(200, 5));
        await Reached(nodes[1], 200);
        // The second node came later, so a hand-over may be under way.
        await Until(() => nodes.SelectMany(node => node.RunningHere).Order(StringComparer.Ordinal).SequenceEqual(["Ledger:All", "Totals:All"]));
        (await Database.LedgerDefects()).ShouldBe(0);
    }

    [Fact]
    public void Shards_spread_over_nodes_and_only_those_of_a_lost_node_move()
    {
        var nodes = Enumerable.Range(0, 3).Select(n => (Id: new Guid(n, 0, 0, new byte[8]), Shards: Enumerable.Range(0, 60).Select(s => $"P{s}:All").ToArray())).ToList();
        var before = nodes[0].Shards.ToDictionary(shard => shard, shard => Leases.Winner(shard, nodes));
        before.GroupBy(one => one.Value).Select(group => group.Count()).ShouldAllBe(count => count > 8);
        var after = nodes[0].Shards.ToDictionary(shard => shard, shard => Leases.Winner(shard, nodes.Take(2)));
        before.Where(one => one.Value != nodes[2].Id).ShouldAllBe(one => after[one.Key] == one.Value);
    }

    // With the times of production.
    [Fact]
    public async Task When_a_node_is_killed_its_shards_run_elsewhere_within_ten_seconds() =>
        await Survives(new DaemonOptions(), async node => await node.Die());

    // Its connections are still there, so only the heartbeat tells.
    [Fact]
    public async Task When_a_node_falls_silent_its_shards_run_elsewhere_within_ten_seconds() =>
        await Survives(new DaemonOptions(), async node =>
        {
            await node.FallSilent();
            await Database.Run($"update coordination.node set listener = null where id = '{node.NodeId}'");
        });

    [Fact]
    public async Task A_node_that_stops_hands_over_at_once()
    {
        var nodes = await Two(new DaemonOptions { LeaseRenewal = TimeSpan.FromMinutes(5), LeaseTime = TimeSpan.FromMinutes(10) });
        await Reached(nodes[0], await Log.WriteMany(100, 5));
        var owner = nodes.First(node => node.RunningHere.Count > 0);
        var other = nodes.First(node => node != owner);
        await owner.Stop();
        await Reached(other, await Log.Write(S1, 1));
        (await Database.LedgerDefects()).ShouldBe(0);
    }

    [Fact]
    public async Task After_a_crash_and_a_restart_nobody_waits_for_the_old_lease()
    {
        var options = new DaemonOptions { LeaseRenewal = TimeSpan.FromSeconds(1), LeaseTime = TimeSpan.FromMinutes(10) };
        var first = await Start(options, Notes.Types, Both());
        await Reached(first, await Log.Write(S1, 1));
        // One that dies before it has said by which connection it listens is told dead by its heartbeat alone.
        while (!await Database.Ask<bool>("select bool_and(listener is not null) from coordination.node")) await Task.Delay(10, Ct);
        await first.Die();
        var second = await Start(options, Notes.Types, Both());
        await Reached(second, await Log.Write(S1, 2));
    }

    [Fact]
    public async Task The_epoch_grows_with_each_owner()
    {
        var first = await Start(new Ledger());
        await Reached(first, await Log.Write(S1, 1));
        (await first.Status(Ct)).Shards.Single().Epoch.ShouldBe(1);
        await first.Stop();
        var second = await Start(new Ledger());
        await Reached(second, await Log.Write(S1, 2));
        var shard = (await second.Status(Ct)).Shards.Single();
        (shard.Epoch, shard.Owner).ShouldBe((2, second.NodeId));
    }

    [Fact]
    public async Task Nodes_hold_no_lock_and_no_open_transaction()
    {
        var nodes = await Two(Quick);
        await Reached(nodes[0], await Log.Write(S1, 1));
        await Reached(nodes[1], 1);
        (await Database.Ask<long>("select count(*) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())")).ShouldBe(0);
        (await Database.Ask<long>("select count(*) from pg_stat_activity where datname = current_database() and state like 'idle in transaction%' and state_change < now() - interval '1 second'")).ShouldBe(0);
    }

    private async Task Survives(DaemonOptions options, Func<ProjectionDaemon, Task> fate)
    {
        var nodes = await Two(options);
        await Reached(nodes[0], await Log.WriteMany(500, 5));
        await Reached(nodes[1], 500);
        var victim = nodes.MaxBy(node => node.RunningHere.Count)!;
        var survivor = nodes.First(node => node != victim);
        await fate(victim);
        await Reached(survivor, await Log.Write(S1, 1, 2, 3));
        await Until(() => survivor.RunningHere.Count == 2);
        (options.LeaseTime + options.LeaseRenewal).ShouldBeLessThan(TenSeconds);
        await Reached(survivor, await Log.Write(S1, 4));
        (await Database.LedgerDefects()).ShouldBe(0);
        (await new Verifier(Database.Owner, Notes.Types, Notes.Serializer, Both(), Quick).Verify(folds: true, Ct)).ShouldBeEmpty();
    }

    private static async Task Until(Func<bool> holds)
    {
        var started = Stopwatch.GetTimestamp();
        for (; !holds(); await Task.Delay(20, Ct)) Stopwatch.GetElapsedTime(started).ShouldBeLessThan(Patience);
    }

    private async Task<ProjectionDaemon[]> Two(DaemonOptions options) =>
        [await Start(options with { NodeName = "a" }, Notes.Types, Both()), await Start(options with { NodeName = "b" }, Notes.Types, Both())];
}
