using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Coordination.EventStore;

/// <summary>
/// Builds a projection anew beside its live rows and swaps: readers see the old rows, then the new ones, never none. Works whether the
/// projection runs meanwhile, on this node, on another or nowhere.
/// </summary>
/// <param name="owner">Role that may create schemas and owns the tables, or is member of their owner.</param>
public sealed class Rebuilder(NpgsqlDataSource owner, EventTypes types, EventSerializer serializer, DaemonOptions options, ILogger log)
{
    private const int CloseEnough = 2_000;
    private const int SwapTries = 60;
    private static readonly TimeSpan SwapPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);

    /// <exception cref="InvalidOperationException">It is being rebuilt already, here or elsewhere.</exception>
    /// <exception cref="UnknownEventTypeException">It wants events that this program does not declare. The live rows are untouched.</exception>
    public async Task<RebuildResult> Rebuild(IProjection projection, CancellationToken ct)
    {
        var shard = ShardName.Of(projection);
        using var activity = Telemetry.Rebuild(shard);
        var started = Stopwatch.GetTimestamp();
        var run = Guid.CreateVersion7();
        var twin = new Twin(owner, options, projection, Twin.SchemaPrefix(projection) + run.ToString("N")[^12..]);
        await RebuildRun.Begin(owner, shard, run, twin.Schema, ct);
        using var watermark = new Watermark(owner);
        var fill = new TwinFill(owner, new(owner, types, serializer, watermark, options), twin);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var beating = RebuildRun.KeepAlive(owner, run, fill, Beat, stop);
        try
        {
            await Twin.DropLeftovers(owner, projection, stop.Token);
            await twin.Create(stop.Token);
            var position = await FillAndSwap(twin, fill, watermark, run, stop.Token);
            var result = new RebuildResult(fill.Events, position, fill.Poison.Count, Stopwatch.GetElapsedTime(started));
            log.LogInformation("{Shard} was rebuilt from {Events} events in {Time}, up to {Position}", shard, result.Events, result.Elapsed, position);
            return result;
        }
        catch (Exception e)
        {
            log.LogError("The rebuild of {Shard} failed, its live rows are untouched: {Error}", shard, Failure.Describe(e));
            await GiveUp(twin, run);
            throw;
        }
        finally
        {
            await stop.CancelAsync();
            await beating;
        }
    }

    private async Task<long> FillAndSwap(Twin twin, TwinFill fill, Watermark watermark, Guid run, CancellationToken ct)
    {
        await fill.Bulk(await watermark.Advance(ct), ct);
        for (var head = await watermark.Advance(ct); head - fill.Position > CloseEnough; head = await watermark.Advance(ct)) await fill.To(head, ct);
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await Swap(twin, fill, watermark, run, ct);
            }
            catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected && tries < SwapTries)
            {
                // A long reader. To wait behind it would make all new readers wait behind us.
                await Task.Delay(SwapPause, ct);
            }
        }
    }

    private async Task<long> Swap(Twin twin, TwinFill fill, Watermark watermark, Guid run, CancellationToken ct)
    {
        await fill.To(await watermark.Advance(ct), ct);
        var shard = ShardName.Of(twin.Projection);
        await using var held = await HeldCheckpoint.Take(owner, shard, ct);
        // The live shard may have passed what was complete a moment ago; it cannot go further now.
        await fill.To(held.Position, ct);
        await using (var patience = new NpgsqlCommand("set local lock_timeout = '500ms'", held.Connection)) await patience.ExecuteNonQueryAsync(ct);
        await RebuildRun.Finish(held.Connection, run, fill.Position, ct);
        await twin.Swap(held.Connection, ct);
        await MoveCheckpoint(held.Connection, twin.Projection, fill.Position, ct);
        await DeadLetters.Settle(held.Connection, shard, null, "rebuild", ct);
        foreach (var (position, cause) in fill.Poison) await DeadLetters.Add(held.Connection, twin.Projection, position, cause, ct);
        await held.Commit(ct);
        return fill.Position;
    }

    private static async Task MoveCheckpoint(NpgsqlConnection connection, IProjection projection, long position, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        var shard = ShardName.Of(projection);
        batch.BatchCommands.Add(PageTransaction.Command(
            "update public.mt_event_progression set last_seq_id = $2, last_updated = transaction_timestamp() where name = $1", shard, position));
        // Rows of other versions are gone with the swap.
        batch.BatchCommands.Add(PageTransaction.Command(
            "delete from public.mt_event_progression where name <> $1 and (name = $2 || ':All' or name like $2 || ':V%:All')", shard, projection.Name));
        await batch.ExecuteNonQueryAsync(ct);
    }

    private async Task GiveUp(Twin twin, Guid run)
    {
        try
        {
            await twin.Drop();
            await RebuildRun.Fail(owner, run);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            log.LogWarning("What the rebuild has left behind is removed by the next one: {Error}", Failure.Describe(e));
        }
    }
}
