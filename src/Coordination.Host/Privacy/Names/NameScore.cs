namespace Coordination.Host.Privacy.Names;

/// <summary>How alike two names are, from 0 to 1. Words are matched in any order; a word that one of them lacks costs less than a word that differs.</summary>
public static class NameScore
{
    /// <summary>Below this a name is not shown.</summary>
    public const double Shown = 0.78;

    private const double MissingWord = 0.68;
    private const double Initial = 0.85;

    public static double Of(string one, string other) => Of(NameForms.Words(one), NameForms.Words(other));

    /// <param name="one">Words as <see cref="NameForms.Words"/> gives them.</param>
    /// <param name="other">The same of the other name.</param>
    public static double Of(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        if (one.Count == 0 || other.Count == 0)
            return 0;
        var (few, many) = one.Count <= other.Count ? (one, other) : (other, one);
        var left = many.ToList();
        var weighed = 0.0;
        var weight = 0.0;
        foreach (var word in few.OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal))
        {
            var best = left.MaxBy(candidate => Alike(word, candidate))!;
            weighed += Alike(word, best) * Math.Max(word.Length, best.Length);
            weight += Math.Max(word.Length, best.Length);
            left.Remove(best);
        }
        // "Muhammad Teratai" and "Teratai" may be one person; so may "Teratai" and "Teratai Putih".
        weighed += left.Sum(word => MissingWord * word.Length);
        weight += left.Sum(word => word.Length);
        return weighed / weight;
    }

    private static double Alike(string one, string other)
    {
        if (string.Equals(one, other, StringComparison.Ordinal))
            return 1;
        if (one.Length == 1 || other.Length == 1)
            return one[0] == other[0] ? Initial : 0;
        var letters = Jaro(one, other);
        return string.Equals(NameForms.Skeleton(one), NameForms.Skeleton(other), StringComparison.Ordinal) ? Math.Max(letters, 0.9) : letters;
    }

    /// <summary>Jaro-Winkler: 1 for equal words, and higher where they begin alike.</summary>
    private static double Jaro(string one, string other)
    {
        var window = Math.Max(0, (Math.Max(one.Length, other.Length) / 2) - 1);
        var taken = new bool[other.Length];
        var common = new List<char>(one.Length);
        for (var i = 0; i < one.Length; i++)
        {
            for (var j = Math.Max(0, i - window); j < Math.Min(other.Length, i + window + 1); j++)
            {
                if (taken[j] || one[i] != other[j])
                    continue;
                taken[j] = true;
                common.Add(one[i]);
                break;
            }
        }
        if (common.Count == 0)
            return 0;
        var inOrder = other.Where((_, j) => taken[j]).Zip(common).Count(pair => pair.First == pair.Second);
        double matches = common.Count;
        var jaro = ((matches / one.Length) + (matches / other.Length) + ((matches - ((common.Count - inOrder) / 2.0)) / matches)) / 3;
        var prefix = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Take(4).Count();
        return jaro + (prefix * 0.1 * (1 - jaro));
    }
}
