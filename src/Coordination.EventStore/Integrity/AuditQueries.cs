using Npgsql;

namespace Coordination.EventStore.Integrity;

/// <summary>What the audit asks beside rows and leaves.</summary>
internal static class AuditQueries
{
    // Heads before a rewind that was made known are no promise any more (docs/adr/0020).
    private const string Standing =
        "tree = $1 and id > coalesce((select max(after_checkpoint) from coordination.tree_rewind where tree = $1), 0)";

    /// <summary>Signed roots by size: between two sizes, the first exclusive.</summary>
    public static async Task<Dictionary<long, byte[][]>> Heads(NpgsqlConnection connection, short tree, long after, long upTo, CancellationToken ct)
    {
        await using var command = TreeStore.Command(
            connection, $"select size, array_agg(distinct root) from coordination.checkpoint where {Standing} and size > $2 and size <= $3 group by size",
            tree, after, upTo);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var heads = new Dictionary<long, byte[][]>();
        while (await reader.ReadAsync(ct)) heads[reader.GetInt64(0)] = reader.GetFieldValue<byte[][]>(1);
        return heads;
    }

    public static async Task<long> LargestHead(NpgsqlConnection connection, short tree, CancellationToken ct)
    {
        await using var command = TreeStore.Command(connection, $"select coalesce(max(size), 0) from coordination.checkpoint where {Standing}", tree);
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    public static async Task<Tile?> Tile(NpgsqlConnection connection, short tree, Tile expected, CancellationToken ct)
    {
        await using var command = TreeStore.Command(
            connection, "select hashes, root from coordination.tree_tile where tree = $1 and level = $2 and index = $3", tree, expected.Level, expected.Index);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? expected with { Hashes = reader.GetFieldValue<byte[]>(0), Root = reader.GetFieldValue<byte[]>(1) } : null;
    }
}
