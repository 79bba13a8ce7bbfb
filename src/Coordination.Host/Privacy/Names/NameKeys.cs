using System.Buffers.Binary;
using Coordination.Host.Vault;

namespace Coordination.Host.Privacy.Names;

/// <summary>
/// What a name is found by without its letters: keyed hashes of its words. Two words with one letter more, less or different share a hash, because
/// each is stored with every one of its letters left out in turn.
/// </summary>
internal sealed class NameKeys(IndexKey key)
{
    private const string Kind = "name_key";
    private const int LongEnough = 5;

    /// <summary>Half of the country: found by nothing, and hashes of theirs would tell by their number which they are.</summary>
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "muhamad", "ahmad", "abdul", "abdula", "siti", "nur", "nurul", "sri", "maria", "dewi", "putri", "putra", "agus", "eko", "made", "wajan", "ketut",
    };

    /// <summary>Of the same name as kept and as asked for: the two meet when they may be one.</summary>
    public long[] Of(string name)
    {
        var words = NameForms.Words(name);
        var rare = words.Where(word => word.Length > 1 && !Common.Contains(word)).ToList();
        return [.. Forms(words, rare).Distinct(StringComparer.Ordinal).Select(Hash).Order()];
    }

    private static IEnumerable<string> Forms(IReadOnlyList<string> words, List<string> rare)
    {
        yield return $"={string.Join(' ', words.Order(StringComparer.Ordinal))}";
        foreach (var word in rare)
        {
            yield return word;
            if (word.Length < LongEnough)
                continue;
            yield return $"~{NameForms.Skeleton(word)}";
            for (var i = 0; i < word.Length; i++)
                yield return word.Remove(i, 1);
        }
    }

    private long Hash(string form) => BinaryPrimitives.ReadInt64BigEndian(key.Blind(Kind, form));
}
