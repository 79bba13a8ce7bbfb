using Npgsql;

namespace Coordination.Host.Security;

/// <summary>
/// Token buckets in the database, one per kind and key, for all Hosts together and by the database's clock. What is rare (signing in, revealing) is
/// taken here one by one; what is frequent is counted on each Host and settled here (docs/adr/0026-limits-hold-over-all-hosts.md).
/// </summary>
internal sealed class SharedBuckets(NpgsqlDataSource database)
{
    // $1 kind, $2 key, $3 burst, $4 tokens per second. No row: the bucket is empty.
    private const string TakeOne = """
        insert into coordination.limit_bucket as b (kind, key, tokens, at) values ($1, $2, $3 - 1, clock_timestamp())
        on conflict (kind, key) do update set
            tokens = least($3, b.tokens + greatest(0, extract(epoch from clock_timestamp() - b.at)::float8) * $4) - 1, at = clock_timestamp()
        where least($3, b.tokens + greatest(0, extract(epoch from clock_timestamp() - b.at)::float8) * $4) >= 1
        returning tokens
        """;

    // $1 kind, $2 keys, $3 burst, $4 tokens per second, $5 used since the last time. A bucket may owe: as much as it holds.
    private const string SettleAll = """
        insert into coordination.limit_bucket as b (kind, key, tokens, at)
        select $1, u.key, $3 - u.used, clock_timestamp() from unnest($2, $5) as u (key, used) order by u.key
        on conflict (kind, key) do update set
            tokens = greatest(-$3, least($3, b.tokens + greatest(0, extract(epoch from clock_timestamp() - b.at)::float8) * $4) - ($3 - excluded.tokens)),
            at = clock_timestamp()
        returning b.key, b.tokens
        """;

    public async Task<bool> Take(string kind, string key, double perSecond, double burst, CancellationToken ct)
    {
        await using var command = database.CreateCommand(TakeOne);
        command.Parameters.AddWithValue(kind);
        command.Parameters.AddWithValue(key);
        command.Parameters.AddWithValue(burst);
        command.Parameters.AddWithValue(perSecond);
        return await command.ExecuteScalarAsync(ct) is double;
    }

    /// <summary>Tells what was used of each key; answers what is left of each.</summary>
    public async Task<IReadOnlyDictionary<string, double>> Settle(
        string kind, IReadOnlyCollection<(string Key, double Used)> used, double perSecond, double burst, CancellationToken ct)
    {
        await using var command = database.CreateCommand(SettleAll);
        command.Parameters.AddWithValue(kind);
        command.Parameters.AddWithValue(used.Select(one => one.Key).ToArray());
        command.Parameters.AddWithValue(burst);
        command.Parameters.AddWithValue(perSecond);
        command.Parameters.AddWithValue(used.Select(one => one.Used).ToArray());
        await using var reader = await command.ExecuteReaderAsync(ct);
        var left = new Dictionary<string, double>(StringComparer.Ordinal);
        while (await reader.ReadAsync(ct))
            left[reader.GetString(0)] = reader.GetDouble(1);
        return left;
    }

    /// <summary>Forgets buckets that are full again by now, and tries that nobody counts any more.</summary>
    public async Task Forget(CancellationToken ct)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("delete from coordination.limit_bucket where at < clock_timestamp() - interval '1 day'"));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("delete from coordination.wrong_try where until < clock_timestamp() - interval '1 day'"));
        await batch.ExecuteNonQueryAsync(ct);
    }
}
