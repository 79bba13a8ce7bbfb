using System.Data;
using Npgsql;

namespace Coordination.EventStore;

/// <summary>Queries behind <see cref="StoreStatus"/>.</summary>
internal static class StatusReader
{
    private const string Shards = """
        select coalesce(p.name, l.shard), p.last_seq_id, l.state, l.error, l.owner, n.name, l.epoch, nullif(l.expires, '-infinity'), l.expires > clock_timestamp(),
            (select count(*) from public.mt_doc_deadletterevent d where not d.data ? 'settledAt' and d.data ->> 'shard' = coalesce(p.name, l.shard))
        from public.mt_event_progression p full join coordination.shard_lease l on l.shard = p.name left join coordination.node n on n.id = l.owner
        where coalesce(p.name, l.shard) <> 'HighWaterMark' order by 1
        """;

    private const string Holding = """
        select l.virtualtransaction, l.pid, a.application_name, clock_timestamp() - a.xact_start from pg_locks l left join pg_stat_activity a on a.pid = l.pid
        where l.locktype = 'relation' and l.granted and l.mode <> 'AccessShareLock' and l.relation = 'coordination.gate'::regclass
            and l.database = (select oid from pg_database where datname = current_database())
        """;

    public static async Task<StoreStatus> Read(NpgsqlDataSource runtime, IReadOnlyList<IProjection> projections, Watermark watermark, CancellationToken ct)
    {
        var complete = await watermark.Advance(ct);
        var head = (await List(runtime, "select coalesce(max(seq_id), 0) from public.mt_events", r => r.GetInt64(0), ct))[0];
        var shards = await List(runtime, Shards, r => Shard(r, head), ct);
        // One that nobody has started yet belongs into the picture too.
        var never = projections.Where(one => shards.TrueForAll(shard => !string.Equals(shard.Shard, ShardName.Of(one), StringComparison.Ordinal)))
            .Select(one => new ShardStatus(ShardName.Of(one), one.Name, 0, head, ShardState.Waiting, null, null, null, 0, null, 0));
        return new(
            head, complete, await List(runtime, Holding, Holder, ct), [.. shards, .. never],
            await List(runtime, $"select n.id, n.name, n.heartbeat, {Leases.AliveSql.Replace("$1", "'6 seconds'", StringComparison.Ordinal)} from coordination.node n order by n.name", Node, ct),
            await DeadLetters.List(runtime, ct),
            await List(runtime, "select shard, state, position, target, started, updated from coordination.rebuild order by shard", Rebuild, ct));
    }

    private static ShardStatus Shard(NpgsqlDataReader row, long head)
    {
        var (name, position) = (row.GetString(0), Value<long>(row, 1) ?? 0);
        var alive = Value<bool>(row, 8) == true;
        var state = Text(row, 2) switch
        {
            "stopped" => ShardState.Stopped,
            "running" when alive => ShardState.Running,
            "retrying" when alive => ShardState.Retrying,
            _ => ShardState.Waiting,
        };
        return new(
            name, ShardName.ProjectionOf(name), position, Math.Max(0, head - position), state, Text(row, 3), Value<Guid>(row, 4), Text(row, 5),
            Value<long>(row, 6) ?? 0, Value<DateTimeOffset>(row, 7), (int)row.GetInt64(9));
    }

    private static GateHolder Holder(NpgsqlDataReader row) => new(row.GetString(0), Value<int>(row, 1), Text(row, 2), Value<TimeSpan>(row, 3));

    private static NodeStatus Node(NpgsqlDataReader row) =>
        new(row.GetGuid(0), row.GetString(1), row.GetFieldValue<DateTimeOffset>(2), row.GetBoolean(3));

    private static RebuildStatus Rebuild(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3), row.GetFieldValue<DateTimeOffset>(4), row.GetFieldValue<DateTimeOffset>(5));

    private static T? Value<T>(NpgsqlDataReader row, int column)
        where T : struct => row.IsDBNull(column) ? null : row.GetFieldValue<T>(column);

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static async Task<List<T>> List<T>(NpgsqlDataSource dataSource, string sql, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
#pragma warning disable CA2100 // Constants of this file and of Leases.
        await using var command = dataSource.CreateCommand(sql);
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.Default, ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct)) rows.Add(read(reader));
        return rows;
    }
}
