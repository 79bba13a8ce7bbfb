namespace Coordination.EventStore.Integrity;

/// <summary>Checks proofs with nothing but hashes, as RFC 9162 says it in 2.1.3.2 and 2.1.4.2. What a witness trusts, and nobody else's arithmetic.</summary>
public static class TreeProof
{
    /// <summary>Whether a leaf stands at this place of the tree with this root.</summary>
    public static bool Includes(long leaf, long size, ReadOnlySpan<byte> leafHash, IReadOnlyList<byte[]> path, ReadOnlySpan<byte> root)
    {
        if (leaf < 0 || leaf >= size || path.Any(hash => hash.Length != TreeHash.Size)) return false;
        var (number, last, hash) = (leaf, size - 1, leafHash.ToArray());
        foreach (var beside in path)
        {
            if (last == 0) return false;
            if (number % 2 == 1 || number == last)
            {
                hash = TreeHash.Node(beside, hash);
                while (number % 2 == 0 && number != 0) (number, last) = (number / 2, last / 2);
            }
            else
            {
                hash = TreeHash.Node(hash, beside);
            }

            (number, last) = (number / 2, last / 2);
        }

        return last == 0 && root.SequenceEqual(hash);
    }

    /// <summary>Whether the larger tree begins with exactly the leaves of the smaller one.</summary>
    /// <remarks>A tree without leaves begins every tree.</remarks>
    public static bool Extends(long first, ReadOnlySpan<byte> firstRoot, long second, ReadOnlySpan<byte> secondRoot, IReadOnlyList<byte[]> path)
    {
        if (first < 0 || first > second || path.Any(hash => hash.Length != TreeHash.Size)) return false;
        if (first == 0) return path.Count == 0 && firstRoot.SequenceEqual(TreeHash.Empty);
        if (first == second) return path.Count == 0 && firstRoot.SequenceEqual(secondRoot);
        if (path.Count == 0) return false;
        var rest = new Queue<byte[]>(path);
        var (number, last) = (first - 1, second - 1);
        while (number % 2 == 1) (number, last) = (number / 2, last / 2);
        var begin = long.IsPow2(first) ? firstRoot.ToArray() : rest.Dequeue();
        var (old, now) = (begin, begin);
        while (rest.TryDequeue(out var hash))
        {
            if (last == 0) return false;
            if (number % 2 == 1 || number == last)
            {
                (old, now) = (TreeHash.Node(hash, old), TreeHash.Node(hash, now));
                while (number % 2 == 0 && number != 0) (number, last) = (number / 2, last / 2);
            }
            else
            {
                now = TreeHash.Node(now, hash);
            }

            (number, last) = (number / 2, last / 2);
        }

        return last == 0 && firstRoot.SequenceEqual(old) && secondRoot.SequenceEqual(now);
    }
}
