using System.Security.Cryptography;

namespace Coordination.EventStore.Integrity;

/// <summary>Hashing of RFC 9162, 2.1.1: leaves and nodes have different prefixes, so neither can be passed off as the other.</summary>
public static class TreeHash
{
    public const int Size = 32;

    /// <summary>Root of a tree without leaves.</summary>
    public static byte[] Empty => SHA256.HashData([]);

    /// <param name="content">Without the prefix.</param>
    public static byte[] Leaf(ReadOnlySpan<byte> content) => SHA256.HashData([0, .. content]);

    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> both = stackalloc byte[1 + (2 * Size)];
        both[0] = 1;
        left.CopyTo(both[1..]);
        right.CopyTo(both[(1 + Size)..]);
        return SHA256.HashData(both);
    }

    /// <summary>Root over hashes that stand at one level. Full subtrees of a level are hashes like any other, as long as only the last is not full.</summary>
    public static byte[] Root(ReadOnlySpan<byte[]> hashes) => hashes.Length switch
    {
        0 => Empty,
        1 => hashes[0],
        _ => Node(Root(hashes[..(int)Split(hashes.Length)]), Root(hashes[(int)Split(hashes.Length)..])),
    };

    /// <summary>The largest power of two below a number of leaves, at least two.</summary>
    internal static long Split(long leaves) => 1L << (63 - (int)long.LeadingZeroCount(leaves - 1));
}
