namespace Coordination.EventStore.Integrity;

/// <summary>A full tile: 256 hashes of one level. Its root is a hash of the level above (C2SP tlog-tiles, height 8).</summary>
public sealed record Tile(short Level, long Index, byte[] Hashes, byte[] Root);

/// <summary>The right edge of a growing tree: at each level of tiles the hashes that do not fill one yet. All that is needed to go on.</summary>
/// <remarks>Not safe for concurrent use.</remarks>
public sealed class TileTree
{
    public const int Width = 256;

    private readonly List<List<byte[]>> _levels = [[]];

    public long Size { get; private set; }

    /// <summary>A tree whose edge is known: at each level the hashes behind the last full tile.</summary>
    /// <exception cref="ArgumentException">So many hashes are not the edge of a tree of this size.</exception>
    public static TileTree Resume(long size, IReadOnlyList<IReadOnlyList<byte[]>> edge)
    {
        var tree = new TileTree { Size = size };
        tree._levels.Clear();
        foreach (var level in edge) tree._levels.Add([.. level]);
        var left = size;
        foreach (var level in tree._levels)
        {
            if (level.Count != left % Width) throw new ArgumentException($"A tree of {size} leaves does not end with {level.Count} hashes.", nameof(edge));
            left /= Width;
        }

        return left == 0 ? tree : throw new ArgumentException($"A tree of {size} leaves has more levels.", nameof(edge));
    }

    /// <summary>Number of levels of a tree of this size.</summary>
    public static int Levels(long size)
    {
        var levels = 1;
        for (var left = size / Width; left > 0; left /= Width) levels++;
        return levels;
    }

    /// <param name="full">Gets the tiles that this leaf has filled.</param>
    public void Append(byte[] leaf, ICollection<Tile> full)
    {
        var (hash, index) = (leaf, Size);
        Size++;
        for (var level = 0; ; level++)
        {
            if (level == _levels.Count) _levels.Add([]);
            var hashes = _levels[level];
            hashes.Add(hash);
            if (hashes.Count < Width) return;
            index /= Width;
            hash = TreeHash.Root(hashes.ToArray());
            full.Add(new((short)level, index, [.. hashes.SelectMany(one => one)], hash));
            hashes.Clear();
        }
    }

    public byte[] Root()
    {
        byte[]? right = null;
        foreach (var level in _levels)
        {
            byte[][] hashes = right is null ? [.. level] : [.. level, right];
            if (hashes.Length > 0) right = TreeHash.Root(hashes);
        }

        return right ?? TreeHash.Empty;
    }

    /// <summary>Roots of the largest full subtrees, left to right: the size of a head that a new sealer can check itself against.</summary>
    public byte[] Frontier()
    {
        var roots = new List<byte[]>();
        for (var level = _levels.Count - 1; level >= 0; level--)
        {
            var hashes = _levels[level].ToArray();
            for (int at = 0, width = Width / 2; width > 0; width /= 2)
            {
                if ((hashes.Length & width) == 0) continue;
                roots.Add(TreeHash.Root(hashes.AsSpan(at, width)));
                at += width;
            }
        }

        return [.. roots.SelectMany(one => one)];
    }
}
