using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Coordination.EventStore;

/// <summary>
/// Agreement between the nodes of one database on who runs which shard, by the database's clock. It only saves work: that nothing is
/// projected twice rests on the compare-and-set of the checkpoint.
/// </summary>
internal sealed class Leases(NpgsqlDataSource dataSource, Guid node, DaemonOptions options)
{
    // A node is dead when its heartbeat is old, or at once when its listening connection has gone. (backend_start is hidden from other roles.)
    private const string Alive = """
        n.heartbeat > clock_timestamp() - $1::interval and (n.listener is null or exists (
            select from pg_stat_activity a where a.pid = n.listener and (a.backend_start is null or n.listener_started is null or a.backend_start = n.listener_started)))
        """;

    private const string Beat = """
        insert into coordination.node (id, name, heartbeat, shards, listener, listener_started) values ($1, $2, clock_timestamp(), $3, $4, $5)
        on conflict (id) do update set heartbeat = clock_timestamp(), shards = excluded.shards, listener = excluded.listener, listener_started = excluded.listener_started
        """;

    private const string Claim = """
        insert into coordination.shard_lease as l (shard, owner, epoch, expires)
        select shard, $2, 1, clock_timestamp() + $3::interval from unnest($1) as shard order by shard
        on conflict (shard) do update set owner = excluded.owner, expires = excluded.expires, changed = clock_timestamp(),
            epoch = l.epoch + case when l.owner is distinct from excluded.owner then 1 else 0 end,
            state = case when l.owner is distinct from excluded.owner then 'waiting' else l.state end,
            error = case when l.owner is distinct from excluded.owner then null else l.error end
        where l.owner = excluded.owner or l.owner is null or l.expires < clock_timestamp() or l.owner <> all ($4)
        returning shard
        """;

    private const string Describe = """
        update coordination.shard_lease l set state = s.state, error = s.error, changed = clock_timestamp(), owner = case when s.state = 'stopped' then null else l.owner end
        from unnest($1, $2, $3) as s (shard, state, error)
        where l.shard = s.shard and l.owner = $4 and (l.state <> s.state or l.error is distinct from s.error)
        """;

    private const string Drop =
        "update coordination.shard_lease set owner = null, expires = '-infinity', changed = clock_timestamp() where owner = $1 and shard <> all ($2)";

    /// <summary>Renews, and takes what falls to this node among those alive. Returns the shards it holds.</summary>
    /// <param name="offered">Shards this node can run.</param>
    /// <param name="states">Shards this node has run, with their state and error.</param>
    public async Task<IReadOnlySet<string>> Renew(
        IReadOnlyCollection<string> offered, IReadOnlyCollection<(string Shard, ShardState State, string? Error)> states,
        (int? ProcessId, DateTimeOffset? Started) listener, CancellationToken ct)
    {
        await using var connection = await dataSource.OpenConnectionAsync(ct);
        await using (var beat = Batch(
            connection,
            PageTransaction.Command(Beat, node, options.NodeName, offered.ToArray(), (object?)listener.ProcessId ?? DBNull.Value, Time(listener.Started)),
            PageTransaction.Command(
                Describe, states.Select(s => s.Shard).ToArray(), states.Select(s => StateName(s.State)).ToArray(), states.Select(s => s.Error).ToArray(), node),
            PageTransaction.Command("delete from coordination.node where heartbeat < clock_timestamp() - interval '1 hour'")))
        {
            await beat.ExecuteNonQueryAsync(ct);
        }

        var alive = await Nodes(connection, ct);
        var mine = offered.Where(shard => Winner(shard, alive) == node).ToArray();
        // What stands in this node's name but neither falls to it nor runs here is left from a release that failed.
        await using (var drop = Batch(
            connection,
            PageTransaction.Command(Drop, node, mine.Concat(states.Select(one => one.Shard)).ToArray())))
        {
            await drop.ExecuteNonQueryAsync(ct);
        }

        return await ClaimAll(connection, mine, [.. alive.Select(one => one.Id)], ct);
    }

    /// <summary>Gives shards back, after their last page here.</summary>
    public async Task Release(IReadOnlyCollection<string> shards, CancellationToken ct)
    {
        await using var command = dataSource.CreateCommand("""
            update coordination.shard_lease set owner = null, expires = '-infinity', state = case when state = 'stopped' then state else 'waiting' end, changed = clock_timestamp()
            where owner = $1 and shard = any ($2)
            """);
        command.Parameters.Add(new() { Value = node });
        command.Parameters.Add(new() { Value = shards.ToArray() });
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>What the other nodes say of their shards.</summary>
    public async Task<IReadOnlyList<(string Shard, ShardState State, string? Error)>> States(CancellationToken ct)
    {
        await using var command = dataSource.CreateCommand("select shard, state, error from coordination.shard_lease where owner <> $1");
        command.Parameters.Add(new() { Value = node });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var states = new List<(string, ShardState, string?)>();
        while (await reader.ReadAsync(ct)) states.Add((reader.GetString(0), StateOf(reader.GetString(1)), reader.IsDBNull(2) ? null : reader.GetString(2)));
        return states;
    }

    /// <summary>This node goes, and says so.</summary>
    public async Task Leave(CancellationToken ct)
    {
        await using var batch = dataSource.CreateBatch();
        batch.BatchCommands.Add(PageTransaction.Command("delete from coordination.node where id = $1", node));
        batch.BatchCommands.Add(PageTransaction.Command("select pg_notify($1, $2)", NodeLink.Channel, NodeLink.LeasesChangedPayload));
        await batch.ExecuteNonQueryAsync(ct);
    }

    internal static string StateName(ShardState state) => state switch
    {
        ShardState.Running => "running",
        ShardState.Retrying => "retrying",
        ShardState.Stopped => "stopped",
        _ => "waiting",
    };

    internal static ShardState StateOf(string name) => name switch
    {
        "running" => ShardState.Running,
        "retrying" => ShardState.Retrying,
        "stopped" => ShardState.Stopped,
        _ => ShardState.Waiting,
    };

    internal static string AliveSql => Alive;

    // Rendezvous hashing: a node that comes or goes moves only the shards that it gains or loses.
    internal static Guid? Winner(string shard, IEnumerable<(Guid Id, string[] Shards)> nodes) => nodes
        .Where(one => one.Shards.Contains(shard, StringComparer.Ordinal))
        .Select(one => (Guid?)one.Id)
        .MaxBy(id => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{shard} {id}"))), StringComparer.Ordinal);

    private async Task<List<(Guid Id, string[] Shards)>> Nodes(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"select n.id, n.shards from coordination.node n where {Alive}", connection);
        command.Parameters.Add(new() { Value = options.LeaseTime });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var nodes = new List<(Guid, string[])>();
        while (await reader.ReadAsync(ct)) nodes.Add((reader.GetGuid(0), reader.GetFieldValue<string[]>(1)));
        return nodes;
    }

    private async Task<IReadOnlySet<string>> ClaimAll(NpgsqlConnection connection, string[] shards, Guid[] alive, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Claim, connection);
        foreach (var argument in new object[] { shards, node, options.LeaseTime, alive }) command.Parameters.Add(new() { Value = argument });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var held = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(ct)) held.Add(reader.GetString(0));
        return held;
    }

    private static NpgsqlBatch Batch(NpgsqlConnection connection, params NpgsqlBatchCommand[] commands)
    {
        var batch = new NpgsqlBatch(connection);
        foreach (var command in commands) batch.BatchCommands.Add(command);
        return batch;
    }

    private static object Time(DateTimeOffset? time) => time is { } at ? at.ToUniversalTime() : DBNull.Value;
}
