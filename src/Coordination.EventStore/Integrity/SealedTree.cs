using System.Collections.Concurrent;
using Npgsql;

namespace Coordination.EventStore.Integrity;

/// <summary>Where a row of the log stands in the tree.</summary>
public sealed record LeafPlace(long LeafIndex, byte[] LeafHash);

/// <summary>A tree to read: heads, places and proofs. Safe for concurrent use.</summary>
public sealed class SealedTree(short tree, NpgsqlDataSource dataSource)
{
    private const int MostTiles = 512; // 4 MiB; a full tile never changes

    private readonly ConcurrentDictionary<(int Level, long Index), byte[]> _tiles = new();

    public async Task<TreeState> State(CancellationToken ct)
    {
        await using var connection = await dataSource.OpenConnectionAsync(ct);
        return await TreeStore.State(connection, tree, ct);
    }

    /// <summary>Null when no row of this position is sealed.</summary>
    public async Task<LeafPlace?> Find(long position, CancellationToken ct)
    {
        await using var connection = await dataSource.OpenConnectionAsync(ct);
        await using var command = TreeStore.Command(
            connection, "select leaf, hash from coordination.tree_leaf where tree = $1 and position = $2", tree, position);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? new(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : null;
    }

    /// <summary>Root of the first <paramref name="size"/> leaves.</summary>
    /// <exception cref="TreeDamagedException">A hash of it is not there.</exception>
    public async Task<byte[]> Root(long size, CancellationToken ct)
    {
        await using var connection = await dataSource.OpenConnectionAsync(ct);
        return size == 0 ? TreeHash.Empty : await Range(connection, 0, size, ct);
    }

    /// <summary>PATH of RFC 9162, 2.1.3.1: the hashes beside a leaf, from the leaf up.</summary>
    /// <exception cref="TreeDamagedException">A hash of it is not there.</exception>
    public async Task<IReadOnlyList<byte[]>> Inclusion(long leaf, long size, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(leaf, size);
        var path = new List<(long Start, long End)>();
        for (var (start, end) = (0L, size); end - start > 1;)
        {
            var middle = start + TreeHash.Split(end - start);
            path.Add(leaf < middle ? (middle, end) : (start, middle));
            (start, end) = leaf < middle ? (start, middle) : (middle, end);
        }

        path.Reverse();
        return await Ranges(path, ct);
    }

    /// <summary>PROOF of RFC 9162, 2.1.4.1: that the tree of the first leaves begins the larger one.</summary>
    /// <exception cref="TreeDamagedException">A hash of it is not there.</exception>
    public async Task<IReadOnlyList<byte[]>> Consistency(long first, long second, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, second);
        if (first == 0 || first == second) return [];
        var path = new List<(long Start, long End)>();
        var (start, end, whole) = (0L, second, true);
        while (end != first)
        {
            var middle = start + TreeHash.Split(end - start);
            if (first <= middle)
            {
                path.Add((middle, end));
                end = middle;
            }
            else
            {
                path.Add((start, middle));
                (start, whole) = (middle, false);
            }
        }

        // The old root is known to who asks, unless the way down left it.
        if (!whole) path.Add((start, end));
        path.Reverse();
        return await Ranges(path, ct);
    }

    private async Task<IReadOnlyList<byte[]>> Ranges(List<(long Start, long End)> ranges, CancellationToken ct)
    {
        await using var connection = await dataSource.OpenConnectionAsync(ct);
        var hashes = new List<byte[]>(ranges.Count);
        foreach (var (start, end) in ranges) hashes.Add(await Range(connection, start, end, ct));
        return hashes;
    }

    // A range of a proof begins where a full subtree of at least its size may begin, so its parts are full subtrees, large ones first.
    private async Task<byte[]> Range(NpgsqlConnection connection, long start, long end, CancellationToken ct)
    {
        if (long.IsPow2(end - start)) return await Full(connection, start, (int)long.Log2(end - start), ct);
        var middle = start + TreeHash.Split(end - start);
        var left = await Full(connection, start, (int)long.Log2(middle - start), ct);
        var right = await Range(connection, middle, end, ct);
        return TreeHash.Node(left, right);
    }

    private async Task<byte[]> Full(NpgsqlConnection connection, long start, int height, CancellationToken ct)
    {
        var (level, width) = (height / 8, 1 << (height % 8));
        var first = start >> (8 * level);
        var tile = first / TileTree.Width;
        var hashes = await TileHashes(connection, level, tile, ct) is { } full
            ? [.. full.Chunk(TreeHash.Size).Skip((int)(first % TileTree.Width)).Take(width)]
            : (await TreeStore.Row(connection, tree, level, first, first + width, ct)).ToArray();
        if (hashes.Length != width) throw new TreeDamagedException($"Hashes of level {level} behind {first} are not there.");
        return TreeHash.Root(hashes);
    }

    private async Task<byte[]?> TileHashes(NpgsqlConnection connection, int level, long index, CancellationToken ct)
    {
        if (_tiles.TryGetValue((level, index), out var known)) return known;
        if (await TreeStore.Tile(connection, tree, level, index, ct) is not { Length: TileTree.Width * TreeHash.Size } read) return null;
        if (_tiles.Count >= MostTiles) _tiles.Clear();
        return _tiles[(level, index)] = read;
    }
}
