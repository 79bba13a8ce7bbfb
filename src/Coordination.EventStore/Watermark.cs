using Npgsql;

namespace Coordination.EventStore;

/// <summary>
/// Up to where the log is complete: nothing smaller will ever appear (docs/adr/0004). Exact, and free of clocks: whoever draws numbers holds
/// the gate from before the first number until after its commit, so a number below a visible one belongs to a transaction that has ended
/// (its rows are visible now, or never will be) or that still holds the gate. Only the latter are waited for; strangers never are.
/// </summary>
/// <remarks>One per process and database; must read the primary. Safe for concurrent use.</remarks>
/// <param name="gate">Relation that a writer locks before it draws a number.</param>
/// <param name="table">Table with the numbers.</param>
/// <param name="column">Their column.</param>
public sealed class Watermark(
    NpgsqlDataSource dataSource, string gate = "coordination.gate", string table = "public.mt_events", string column = "seq_id") : IDisposable
{
    // Not AccessShareLock: a dump that reads the gate writes nothing.
    private readonly string _holders = $"""
        select virtualtransaction from pg_locks
        where locktype = 'relation' and granted and mode in ('RowShareLock', 'RowExclusiveLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')
            and relation = '{gate}'::regclass and database = (select oid from pg_database where datname = current_database())
        """;

    private readonly string _endOfDensePrefix = $"""
        select coalesce(max({column}), $1) from (
            select {column}, row_number() over (order by {column}) as nth from {table} where {column} > $1 and {column} <= $2) as numbered
        where {column} = $1 + nth
        """;

    private readonly string _end = $"select coalesce(max({column}), 0) from {table}";

    private readonly SemaphoreSlim _turn = new(1);
    private long _settled;
    private long _pendingEnd;
    private HashSet<string> _pendingHolders = [];

    /// <summary>Every number up to here is committed and visible to a statement that starts now, or dead for ever. Grows only.</summary>
    public long Settled => Volatile.Read(ref _settled);

    /// <summary>Moves to the highest position below which nothing can appear any more, and returns it. Never waits for a writer.</summary>
    public async Task<long> Advance(CancellationToken ct)
    {
        await using var connection = await dataSource.OpenConnectionAsync(ct);
        var end = await Ask(connection, _end, [], ct);
        if (end <= Settled || await Settle(connection, end, ct)) return Settled;
        var dense = await Ask(connection, _endOfDensePrefix, [Settled, end], ct);
        Raise(dense);
        return Settled;
    }

    /// <summary>A reader has seen every number up to here, without a hole.</summary>
    internal void Raise(long end)
    {
        for (var seen = Settled; seen < end;)
        {
            var before = Interlocked.CompareExchange(ref _settled, end, seen);
            if (before == seen) return;
            seen = before;
        }
    }

    /// <summary>Whether every number up to a position that was seen committed before this call is decided now.</summary>
    internal async Task<bool> Settle(NpgsqlConnection connection, long seen, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            if (seen <= Settled) return true;
            var holders = await CurrentHolders(connection, ct);
            // Who took the gate after a position was seen draws only larger numbers: the first holders are the only ones to wait for.
            _pendingHolders.IntersectWith(holders);
            if (_pendingHolders.Count == 0) Raise(_pendingEnd);
            if (holders.Count == 0) Raise(seen);
            if (seen <= Settled) return true;
            if (_pendingHolders.Count > 0) return false;
            (_pendingEnd, _pendingHolders) = (seen, holders);
            return false;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<HashSet<string>> CurrentHolders(NpgsqlConnection connection, CancellationToken ct)
    {
#pragma warning disable CA2100 // Names of relations, written by the program.
        await using var command = new NpgsqlCommand(_holders, connection);
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(ct);
        var holders = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(ct)) holders.Add(reader.GetString(0));
        return holders;
    }

    private static async Task<long> Ask(NpgsqlConnection connection, string sql, long[] arguments, CancellationToken ct)
    {
#pragma warning disable CA2100 // Texts of this class.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        foreach (var argument in arguments) command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = argument });
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }
}
