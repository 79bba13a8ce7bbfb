using Npgsql;

namespace Coordination.EventStore.Integrity;

/// <summary>
/// Reads a sealed log from its first row and hashes everything anew: rows against their leaves, leaves against tiles, the tree against every head
/// that was ever signed. One pass is a run from the beginning to where the tree stood; it stops at the first thing that is not as it was.
/// </summary>
/// <remarks>Not safe for concurrent use.</remarks>
public sealed class TreeAudit(LeafSource source, NpgsqlDataSource dataSource)
{
    private readonly PreviousLeaves _previous = new(source);
    private readonly LeafWriter _writer = new();
    private readonly TileTree _tree = new();
    private long _position;
    private TreeState? _end;

    /// <summary>Leaves that were found as they were sealed.</summary>
    public long Checked => _tree.Size;

    /// <summary>Goes on for a page. Null while there is more to come and nothing was found.</summary>
    public async Task<AuditEnd?> Next(int rows, CancellationToken ct)
    {
        await using var connection = await dataSource.OpenConnectionAsync(ct);
        // What is removed and sealed between two statements must not look like a finding: a page is one moment.
        await using var moment = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
        _end ??= await TreeStore.State(connection, source.Tree, ct);
        var leaves = await TreeStore.Leaves(connection, source.Tree, _tree.Size, (int)Math.Min(rows, _end.Size - _tree.Size), ct);
        var last = leaves.Count > 0 && _tree.Size + leaves.Count < _end.Size ? leaves[^1].Position : _end.Position;
        var defect = await Compare(connection, leaves, last, ct);
        _position = last;
        if (defect is null && leaves.Count > 0 && _tree.Size < _end.Size) return null;
        return new(defect ?? await Ends(connection, ct), _tree.Size);
    }

    private async Task<Defect?> Compare(NpgsqlConnection connection, List<SealedLeaf> leaves, long last, CancellationToken ct)
    {
        var found = await source.Read(connection, _position, last, int.MaxValue, ct);
        await _previous.Prepare(connection, found, ct);
        var (rows, tiles) = (new Queue<LeafRow>(found), new List<Tile>());
        var heads = await AuditQueries.Heads(connection, source.Tree, _tree.Size, _tree.Size + leaves.Count, ct);
        foreach (var leaf in leaves)
        {
            if (rows.TryPeek(out var early) && early.Position < leaf.Position) return Inserted(early);
            if (leaf.Leaf != _tree.Size) return new("leaf_removed", $"Leaf {_tree.Size} is not there; the next is {leaf.Leaf}, of position {leaf.Position}.");
            if (!rows.TryPeek(out var row) || row.Position != leaf.Position) return Removed(leaf);
            if (Differs(rows.Dequeue(), leaf) is { } differs) return differs;
            _tree.Append(leaf.Hash, tiles);
            if (heads.TryGetValue(_tree.Size, out var roots) && !Array.TrueForAll(roots, root => root.AsSpan().SequenceEqual(_tree.Root())))
                return new("head_differs", $"The head over {_tree.Size} leaves, up to position {leaf.Position}, is not the one that was signed.");
        }

        if (rows.TryPeek(out var late)) return Inserted(late);
        return await TilesDiffer(connection, tiles, ct);
    }

    private Defect Inserted(LeafRow row) =>
        new("row_inserted", $"Position {row.Position}, {row.Belongs}: this {source.RowName} was put in after the log was sealed there.");

    private Defect Removed(SealedLeaf leaf) => new("row_removed", $"Position {leaf.Position}: the {source.RowName} of leaf {leaf.Leaf} was removed.");

    private Defect? Differs(LeafRow row, SealedLeaf leaf)
    {
        row.Write(_writer, _previous.Of(row));
        var (hash, parts) = _writer.End();
        // What comes after it is judged by the leaf that was sealed: one altered row is one finding.
        _previous.Remember(row, leaf.Hash);
        if (hash.AsSpan().SequenceEqual(leaf.Hash)) return null;
        var fields = source.Fields.Where((_, i) => !Part(parts, i).SequenceEqual(Part(leaf.Parts, i))).ToList();
        var what = fields.Count == 0 ? "its leaf" : string.Join(", ", fields);
        return new("row_altered", $"Position {row.Position}, {row.Belongs}: this {source.RowName} was altered; what differs: {what}.");
    }

    private static ReadOnlySpan<byte> Part(byte[] parts, int index) => parts.Length >= (index + 1) * 4 ? parts.AsSpan(index * 4, 4) : default;

    private async Task<Defect?> TilesDiffer(NpgsqlConnection connection, List<Tile> expected, CancellationToken ct)
    {
        foreach (var tile in expected)
        {
            var stored = await AuditQueries.Tile(connection, source.Tree, tile, ct);
            if (stored is null || !stored.Hashes.AsSpan().SequenceEqual(tile.Hashes) || !stored.Root.AsSpan().SequenceEqual(tile.Root))
                return new("tile_altered", $"Tile {tile.Level}/{tile.Index} of the tree over {source.RowName}s {(stored is null ? "was removed" : "was altered")}.");
        }

        return null;
    }

    private async Task<Defect?> Ends(NpgsqlConnection connection, CancellationToken ct)
    {
        if (_tree.Size != _end!.Size) return new("leaf_removed", $"The tree has {_end.Size} leaves, and leaf {_tree.Size} is not there.");
        if (!_tree.Frontier().AsSpan().SequenceEqual(_end.Frontier)) return new("frontier_altered", $"The tree over {source.RowName}s was built from other leaves.");
        var now = await TreeStore.State(connection, source.Tree, ct);
        var signed = await AuditQueries.LargestHead(connection, source.Tree, ct);
        return signed > now.Size ? new("log_cut", $"A head over {signed} leaves was signed; the log has {now.Size}: its end was cut off.") : null;
    }
}

/// <summary>How a pass ended.</summary>
/// <param name="Found">The first thing that is not as it was; null when all is.</param>
/// <param name="Leaves">Leaves that were checked before it.</param>
public sealed record AuditEnd(Defect? Found, long Leaves);
