using Npgsql;

namespace Coordination.EventStore;

/// <summary>The row of a rebuild: one at a time per projection; a run that does not beat is dead and may be followed by another.</summary>
internal static class RebuildRun
{
    public static async Task Begin(NpgsqlDataSource owner, string shard, Guid run, string twin, CancellationToken ct)
    {
        var began = await Execute(owner, """
            insert into coordination.rebuild as r (shard, run, twin, state) values ($1, $2, $3, 'running')
            on conflict (shard) do update set run = excluded.run, twin = excluded.twin, state = 'running', position = 0, target = 0, started = clock_timestamp(), updated = clock_timestamp()
            where r.state <> 'running' or r.updated < clock_timestamp() - interval '20 seconds'
            """, ct, shard, run, twin);
        if (began == 0) throw new InvalidOperationException($"{shard} is being rebuilt already.");
    }

    /// <summary>Beats until told to stop; stops the rebuild when another run has taken its place.</summary>
    public static async Task KeepAlive(NpgsqlDataSource owner, Guid run, TwinFill fill, TimeSpan interval, CancellationTokenSource stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(interval, stop.Token).ContinueWith(static _ => { }, TaskScheduler.Default);
            if (stop.IsCancellationRequested) return;
            try
            {
                var alive = await Execute(owner, """
                    update coordination.rebuild set updated = clock_timestamp(), position = $2, target = (select coalesce(max(seq_id), 0) from public.mt_events)
                    where run = $1 and state = 'running'
                    """, CancellationToken.None, run, fill.Position);
                if (alive == 0) await stop.CancelAsync();
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException)
            {
                // The next beat, or the end of the rebuild, will tell.
            }
        }
    }

    /// <summary>Claims the right to swap, in the transaction of the swap.</summary>
    public static async Task Finish(NpgsqlConnection connection, Guid run, long position, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "update coordination.rebuild set state = 'done', position = $2, target = $2, updated = clock_timestamp() where run = $1 and state = 'running'", connection);
        command.Parameters.Add(new() { Value = run });
        command.Parameters.Add(new() { Value = position });
        if (await command.ExecuteNonQueryAsync(ct) == 0) throw new InvalidOperationException("Another rebuild has taken over from this one.");
    }

    public static Task Fail(NpgsqlDataSource owner, Guid run) => Execute(
        owner, "update coordination.rebuild set state = 'failed', updated = clock_timestamp() where run = $1 and state = 'running'", CancellationToken.None, run);

    private static async Task<int> Execute(NpgsqlDataSource owner, string sql, CancellationToken ct, params object[] arguments)
    {
#pragma warning disable CA2100 // Constants of this file.
        await using var command = owner.CreateCommand(sql);
#pragma warning restore CA2100
        foreach (var argument in arguments) command.Parameters.Add(new() { Value = argument });
        return await command.ExecuteNonQueryAsync(ct);
    }
}
