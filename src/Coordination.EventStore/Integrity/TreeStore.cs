using System.Diagnostics.CodeAnalysis;
using Npgsql;
using NpgsqlTypes;

namespace Coordination.EventStore.Integrity;

/// <summary>Where a tree stands.</summary>
/// <param name="Position">Everything up to here is in the tree.</param>
public sealed record TreeState(long Size, long Position, byte[] Frontier, long Epoch);

/// <summary>A leaf as it was sealed.</summary>
internal sealed record SealedLeaf(long Leaf, long Position, byte[] Hash, byte[] Parts);

/// <summary>SQL of the trees.</summary>
[SuppressMessage("Security", "CA2100", Justification = "The texts are constants of this file.")]
internal static class TreeStore
{
    private const string Advance =
        "update coordination.tree set size = $4, position = $5, frontier = $6, expires = clock_timestamp() + $7 where tree = $1 and epoch = $2 and size = $3";

    private const string Claim = """
        update coordination.tree set owner = $2, expires = clock_timestamp() + $3, epoch = epoch + case when owner is distinct from $2 then 1 else 0 end
        where tree = $1 and (owner = $2 or owner is null or expires < clock_timestamp())
        returning size, position, frontier, epoch
        """;

    public static async Task<TreeState> State(NpgsqlConnection connection, short tree, CancellationToken ct)
    {
        await using var command = Command(connection, "select size, position, frontier, epoch from coordination.tree where tree = $1", tree);
        return (await ReadState(command, ct))!;
    }

    /// <summary>Takes or keeps the right to grow a tree; null while another process has it.</summary>
    public static async Task<TreeState?> Hold(NpgsqlConnection connection, short tree, Guid owner, TimeSpan lease, CancellationToken ct)
    {
        await using var command = Command(connection, Claim, tree, owner, lease);
        return await ReadState(command, ct);
    }

    public static async Task Release(NpgsqlConnection connection, short tree, Guid owner, CancellationToken ct)
    {
        await using var command = Command(
            connection, "update coordination.tree set owner = null, expires = '-infinity' where tree = $1 and owner = $2", tree, owner);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>False when another process has gone on meanwhile: then nothing of this transaction may be kept.</summary>
    public static async Task<bool> Move(NpgsqlConnection connection, short tree, TreeState from, TreeState to, TimeSpan lease, CancellationToken ct)
    {
        await using var command = Command(connection, Advance, tree, from.Epoch, from.Size, to.Size, to.Position, to.Frontier, lease);
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }

    public static async Task AddLeaves(NpgsqlConnection connection, short tree, IReadOnlyList<SealedLeaf> leaves, CancellationToken ct)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy coordination.tree_leaf (tree, leaf, position, hash, parts) from stdin (format binary)", ct);
        foreach (var leaf in leaves)
        {
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(tree, NpgsqlDbType.Smallint, ct);
            await copy.WriteAsync(leaf.Leaf, NpgsqlDbType.Bigint, ct);
            await copy.WriteAsync(leaf.Position, NpgsqlDbType.Bigint, ct);
            await copy.WriteAsync(leaf.Hash, NpgsqlDbType.Bytea, ct);
            await copy.WriteAsync(leaf.Parts, NpgsqlDbType.Bytea, ct);
        }

        await copy.CompleteAsync(ct);
    }

    public static async Task AddTiles(NpgsqlConnection connection, short tree, IReadOnlyList<Tile> tiles, CancellationToken ct)
    {
        if (tiles.Count == 0) return;
        await using var command = Command(
            connection, "insert into coordination.tree_tile (tree, level, index, hashes, root) select $1, * from unnest($2, $3, $4, $5)", tree,
            tiles.Select(tile => tile.Level).ToArray(), tiles.Select(tile => tile.Index).ToArray(), tiles.Select(tile => tile.Hashes).ToArray(),
            tiles.Select(tile => tile.Root).ToArray());
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Hashes of a level behind its last full tile before <paramref name="size"/>: leaves, or roots of full tiles below.</summary>
    public static Task<List<byte[]>> Edge(NpgsqlConnection connection, short tree, int level, long size, CancellationToken ct)
    {
        var count = size;
        for (var i = 0; i < level; i++) count /= TileTree.Width;
        return Row(connection, tree, level, count / TileTree.Width * TileTree.Width, count, ct);
    }

    /// <summary>Hashes of a level from one index to another, exclusive, whether or not they fill a tile.</summary>
    public static Task<List<byte[]>> Row(NpgsqlConnection connection, short tree, int level, long from, long to, CancellationToken ct) => level == 0
        ? Hashes(connection, "select hash from coordination.tree_leaf where tree = $1 and leaf >= $2 and leaf < $3 order by leaf", ct, tree, from, to)
        : Hashes(
            connection, "select root from coordination.tree_tile where tree = $1 and level = $4 and index >= $2 and index < $3 order by index", ct,
            tree, from, to, (short)(level - 1));

    public static async Task<byte[]?> Tile(NpgsqlConnection connection, short tree, int level, long index, CancellationToken ct)
    {
        var found = await Hashes(
            connection, "select hashes from coordination.tree_tile where tree = $1 and level = $2 and index = $3", ct, tree, (short)level, index);
        return found.Count == 1 ? found[0] : null;
    }

    public static async Task<List<SealedLeaf>> Leaves(NpgsqlConnection connection, short tree, long from, int limit, CancellationToken ct)
    {
        await using var command = Command(
            connection, "select leaf, position, hash, parts from coordination.tree_leaf where tree = $1 and leaf >= $2 order by leaf limit $3", tree, from, limit);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var leaves = new List<SealedLeaf>();
        while (await reader.ReadAsync(ct))
            leaves.Add(new(reader.GetInt64(0), reader.GetInt64(1), reader.GetFieldValue<byte[]>(2), reader.GetFieldValue<byte[]>(3)));
        return leaves;
    }

    internal static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params object[] arguments)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var argument in arguments) command.Parameters.Add(new() { Value = argument });
        return command;
    }

    private static async Task<List<byte[]>> Hashes(NpgsqlConnection connection, string sql, CancellationToken ct, params object[] arguments)
    {
        await using var command = Command(connection, sql, arguments);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var hashes = new List<byte[]>();
        while (await reader.ReadAsync(ct)) hashes.Add(reader.GetFieldValue<byte[]>(0));
        return hashes;
    }

    private static async Task<TreeState?> ReadState(NpgsqlCommand command, CancellationToken ct)
    {
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct)
            ? new(reader.GetInt64(0), reader.GetInt64(1), reader.GetFieldValue<byte[]>(2), reader.GetInt64(3))
            : null;
    }
}
