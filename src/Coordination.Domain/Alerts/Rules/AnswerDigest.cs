namespace Coordination.Domain.Alerts.Rules;

/// <summary>
/// Digests of answers, and of the wording of advertisements (MinHash, keyed at the edge): the share of places in which two agree is about the share of
/// words that they have in common.
/// </summary>
internal static class AnswerDigest
{
    /// <summary>Near-identical, by the catalogue of rules.</summary>
    private const double Similar = 0.9;

    /// <summary>
    /// Four places agree together in two thirds of all answers that are nine tenths alike, so of eight bands one nearly always does; among strangers
    /// hardly ever.
    /// </summary>
    private const int Band = 4;
    private const int MostBands = 8;

    public static IEnumerable<string> Bands(IReadOnlyList<string> digest) => digest.Count < Band
        ? digest.Count > 0 ? [Text(digest)] : []
        : Enumerable.Range(0, Math.Min(MostBands, digest.Count / Band)).Select(band => $"{band}:{Text([.. digest.Skip(band * Band).Take(Band)])}");

    public static string Text(IReadOnlyList<string> digest) => string.Join(' ', digest);

    public static bool Alike(string? one, string? other)
    {
        var (first, second) = ((one ?? "").Split(' '), (other ?? "").Split(' '));
        return first.Length == second.Length && first.Zip(second).Count(pair => pair.First == pair.Second) >= Similar * first.Length;
    }
}
