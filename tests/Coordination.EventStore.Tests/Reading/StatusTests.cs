using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Coordination.Testing;
using Shouldly;
using Xunit;

namespace Coordination.EventStore.Tests.Reading;

/// <summary>Promise: who operates the store sees where everything stands, from any process.</summary>
public sealed class StatusTests(Database database) : ReadingTest(database), IClassFixture<Database>
{
    [Fact]
    public async Task It_shows_positions_lags_owners_and_nodes()
    {
        var daemon = await Start(new Ledger());
        await Reached(daemon, await Log.Write(S1, 1, 2));
        var status = await WhenRunning();
        (status.Head, status.Watermark).ShouldBe((2, 2));
        var ledger = status.Shards.Single(shard => shard.Projection == "Ledger");
        (ledger.Position, ledger.Lag, ledger.State, ledger.Owner, ledger.OwnerName).ShouldBe((2, 0, ShardState.Running, daemon.NodeId, "one"));
        var totals = status.Shards.Single(shard => shard.Projection == "Totals");
        (totals.Position, totals.Lag, totals.State).ShouldBe((0, 2, ShardState.Waiting));
        status.Nodes.ShouldHaveSingleItem().Alive.ShouldBeTrue();
    }

    // A shard says that it runs a moment after it has begun to.
    private async Task<StoreStatus> WhenRunning()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(Patience);
        while (true)
        {
            var status = await StoreStatus.Read(Database.Daemon, [new Ledger(), new Totals()], limit.Token);
            if (status.Shards.Any(shard => shard is { Projection: "Ledger", State: ShardState.Running }))
                return status;
        }
    }

    [Fact]
    public async Task It_names_the_writer_that_everybody_waits_for()
    {
        await using var open = await Log.Begin();
        await open.Write(S1, 1);
        await Log.Write(S2, 2);
        var status = await StoreStatus.Read(Database.Daemon, [], Ct);
        (status.Head, status.Watermark).ShouldBe((2, 0));
        status.Holding.ShouldHaveSingleItem().ProcessId.ShouldBe(open.Connection.ProcessID);
    }

    [Fact]
    public async Task A_store_that_nobody_has_used_has_a_status_too()
    {
        var status = await StoreStatus.Read(Database.Daemon, [new Ledger()], Ct);
        (status.Head, status.Watermark, status.Shards.Count).ShouldBe((0, 0, 1));
    }

    [Fact]
    public async Task Pages_and_lags_are_measured()
    {
        var measured = new ConcurrentDictionary<string, double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "Coordination.EventStore") listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => measured[instrument.Name] = value);
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => measured[instrument.Name] = value);
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => measured[instrument.Name] = value);
        listener.Start();
        var daemon = await Start(new Ledger());
        await Reached(daemon, await Log.Write(S1, 1, 2, 3));
        await daemon.Rebuild("Ledger", Ct);
        listener.RecordObservableInstruments();
        foreach (var name in new[] { "coordination.projection.page.size", "coordination.projection.page.duration", "coordination.projection.lag", "coordination.rebuild.events" })
            measured.Keys.ShouldContain(name);
    }

    [Fact]
    public async Task A_page_is_traced()
    {
        var traced = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Coordination.EventStore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.OperationName.StartsWith("project Traced", StringComparison.Ordinal)) traced.TrySetResult(activity.OperationName);
            },
        };
        ActivitySource.AddActivityListener(listener);
        var daemon = await Start(new Ledger { Name = "Traced" });
        await Reached(daemon, await Log.Write(S1, 1));
        (await traced.Task.WaitAsync(Patience, Ct)).ShouldBe("project Traced:All");
    }
}
