using Npgsql;

namespace Coordination.EventStore.Integrity;

/// <summary>What stands in the database is not the tree that was built: sealing on would bury it.</summary>
public sealed class TreeDamagedException(string what) : Exception(what);

/// <summary>
/// Numbers what the log has made final, and grows the tree over it: leaves, full tiles and the place where it stands are one transaction, which
/// begins with a compare-and-set. Two that believe to hold the tree cannot both go on. Nothing waits for it: an append never does.
/// </summary>
/// <remarks>One per process and tree; not safe for concurrent use.</remarks>
public sealed class Sealer(LeafSource source, NpgsqlDataSource dataSource, SealerOptions options) : IDisposable
{
    private readonly Guid _id = Guid.CreateVersion7();
    private readonly Watermark _watermark = source.Watermark(dataSource);
    private readonly PreviousLeaves _previous = new(source);
    private readonly LeafWriter _writer = new();
    private TileTree? _tree;
    private TreeState? _state;

    /// <summary>The tree as this process knows it; null while another one grows it.</summary>
    public TreeState? State => _state;

    /// <summary>Takes the tree if it is free, or keeps it.</summary>
    /// <exception cref="TreeDamagedException">Its leaves or tiles are not those that its frontier was built from.</exception>
    public async Task<bool> Hold(CancellationToken ct)
    {
        await using var connection = await dataSource.OpenConnectionAsync(ct);
        var held = await TreeStore.Hold(connection, source.Tree, _id, options.Lease, ct);
        if (held is null || _state is null || held.Epoch != _state.Epoch || held.Size != _state.Size) _tree = null;
        _state = held;
        if (held is not null && _tree is null) _tree = await Resume(connection, held, ct);
        return held is not null;
    }

    /// <summary>Seals the next page; 0 when there is none, or when the tree went to somebody else.</summary>
    public async Task<int> Seal(CancellationToken ct)
    {
        if (_state is not { } from || _tree is not { } tree) return 0;
        var upTo = await _watermark.Advance(ct);
        if (upTo <= from.Position) return 0;
        await using var connection = await dataSource.OpenConnectionAsync(ct);
        var rows = await source.Read(connection, from.Position, upTo, options.PageRows, ct);
        await _previous.Prepare(connection, rows, ct);
        var (leaves, tiles) = (new List<SealedLeaf>(rows.Count), new List<Tile>());
        foreach (var row in rows)
        {
            row.Write(_writer, _previous.Of(row));
            var (hash, parts) = _writer.End();
            leaves.Add(new(tree.Size, row.Position, hash, parts));
            tree.Append(hash, tiles);
            _previous.Remember(row, hash);
        }

        var position = rows.Count < options.PageRows ? upTo : rows[^1].Position;
        var to = new TreeState(tree.Size, position, tree.Frontier(), from.Epoch);
        await Write(connection, from, to, leaves, tiles, ct);
        return rows.Count;
    }

    /// <summary>Lets another process take the tree at once.</summary>
    public async Task Release(CancellationToken ct)
    {
        if (_state is null) return;
        (_state, _tree) = (null, null);
        await using var connection = await dataSource.OpenConnectionAsync(ct);
        await TreeStore.Release(connection, source.Tree, _id, ct);
    }

    /// <summary>Root of the tree now.</summary>
    public byte[] Root() => _tree?.Root() ?? throw new InvalidOperationException("Another process grows this tree.");

    public void Dispose() => _watermark.Dispose();

    private async Task Write(
        NpgsqlConnection connection, TreeState from, TreeState to, List<SealedLeaf> leaves, List<Tile> tiles, CancellationToken ct)
    {
        // Until it is committed, the tree in memory is ahead of the database: whatever goes wrong, it is read again.
        var tree = _tree;
        (_tree, _state) = (null, null);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (!await TreeStore.Move(connection, source.Tree, from, to, options.Lease, ct)) return;
        if (leaves.Count > 0) await TreeStore.AddLeaves(connection, source.Tree, leaves, ct);
        await TreeStore.AddTiles(connection, source.Tree, tiles, ct);
        await transaction.CommitAsync(ct);
        (_tree, _state) = (tree, to);
    }

    private async Task<TileTree> Resume(NpgsqlConnection connection, TreeState state, CancellationToken ct)
    {
        var edge = new List<IReadOnlyList<byte[]>>();
        for (var level = 0; level < TileTree.Levels(state.Size); level++)
            edge.Add(await TreeStore.Edge(connection, source.Tree, level, state.Size, ct));
        try
        {
            var tree = TileTree.Resume(state.Size, edge);
            if (tree.Frontier().AsSpan().SequenceEqual(state.Frontier)) return tree;
        }
        catch (ArgumentException)
        {
            // Some hashes are missing; said below.
        }

        throw new TreeDamagedException($"The end of the tree over {source.RowName}s is not what was sealed: it stands at {state.Size} leaves.");
    }
}

/// <summary>How a tree is grown.</summary>
public sealed record SealerOptions
{
    /// <summary>Most rows of a page.</summary>
    public int PageRows { get; init; } = 5_000;

    /// <summary>After this time without a word another process may take the tree.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(6);
}
