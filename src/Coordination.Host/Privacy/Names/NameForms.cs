using System.Globalization;
using System.Text;

namespace Coordination.Host.Privacy.Names;

/// <summary>
/// How a name is compared: Indonesians write one name in many ways (Moh., M. and Muhammad; Soekarno and Sukarno; with and without titles and "bin";
/// words in any order; one word is a whole name), and none of them is wrong.
/// </summary>
public static class NameForms
{
    private const string Muhammad = "muhamad";

    /// <summary>Spellings before 1972 and habits of writing, longest first. After them y and j are one letter: old "Soerja" and new "Surya" both end in "rja".</summary>
    private static readonly (string From, string To)[] Spellings =
    [
        ("tsj", "c"), ("oe", "u"), ("dj", "j"), ("tj", "c"), ("sj", "s"), ("sy", "s"), ("sh", "s"), ("kh", "h"), ("ch", "h"), ("ph", "f"), ("th", "t"),
        ("dh", "d"), ("bh", "b"), ("gh", "g"), ("dz", "z"), ("ts", "s"), ("v", "f"), ("z", "s"), ("q", "k"), ("x", "ks"), ("y", "j"),
    ];

    private static readonly HashSet<string> Titles = new(StringComparer.Ordinal)
    {
        "h", "hj", "haji", "hajah", "hajjah", "kh", "k", "dr", "dra", "drs", "ir", "prof", "sh", "se", "spd", "sag", "sip", "ssos", "mm", "msi", "mh",
        "mpd", "phd", "r", "rr", "rd", "raden", "rm", "tgk", "teuku", "cut", "andi", "daeng", "ust", "ustadz", "ustad", "ustaz", "kyai", "kiai", "gus",
        "ning", "bapak", "bpk", "ibu", "pak", "bu", "sdr", "sdri", "tn", "ny", "nn", "alm", "almh", "almarhum", "almarhumah", "bripka", "aiptu", "kapten",
    };

    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal)
    {
        "bin", "binti", "binte", "bt", "bte", "bti", "b", "ibn", "ibnu", "al", "el", "a/l", "a/p", "anak", "lelaki", "perempuan", "alias", "als", "van", "der",
    };

    private static readonly HashSet<string> Muhammads = new(StringComparer.Ordinal)
    {
        "muhammad", "muhamad", "mohammad", "mohamad", "mohammed", "mohamed", "muhammed", "muhamed", "mochammad", "mochamad", "muchammad", "muchamad",
        "mokhammad", "mokhamad", "mukhammad", "mukhamad", "moehammad", "moehamad", "moh", "muh", "mohd", "muhd", "mhd", "moch", "much", "mokh", "md",
    };

    private static readonly Dictionary<string, string> Short = new(StringComparer.Ordinal)
    {
        ["abd"] = "abdul", ["abdl"] = "abdul", ["st"] = "siti", ["sitti"] = "siti", ["sty"] = "siti", ["ahm"] = "ahmad", ["ach"] = "ahmad", ["achd"] = "ahmad",
        ["nrl"] = "nurul", ["sy"] = "sarif", ["fx"] = "fransiskus", ["yoh"] = "johanes", ["mr"] = "maria",
    };

    /// <summary>The words that count, in one spelling each, in the order written. Never empty unless nothing was written: a title alone is a name.</summary>
    public static IReadOnlyList<string> Words(string name)
    {
        // What follows a comma are degrees.
        var written = Letters(name.Split(',', 2) is [var before, _] && before.Trim().Length > 0 ? before : name);
        var kept = written.Where((word, i) => !Particles.Contains(word) && !(Titles.Contains(word) && !IsLastHope(written, i))).ToList();
        return [.. (kept.Count > 0 ? kept : written).Select((word, i) => Spelt(word, first: i == 0)).Where(word => word.Length > 0)];
    }

    /// <summary>One text for all ways of writing the same name: what is hashed for an exact match with a birth date.</summary>
    public static string Canonical(string name) => string.Join(' ', Words(name).Order(StringComparer.Ordinal));

    /// <summary>What stays when vowels are left out: Rahmat, Rohmat and Rachmat are one.</summary>
    public static string Skeleton(string word) =>
        word.Length < 2 ? word : string.Concat(word[..1], new string([.. word[1..].Where(c => c is not ('a' or 'e' or 'i' or 'o' or 'u'))]));

    /// <summary>"Andi" and "Haji" may be a title or the only word of a name.</summary>
    private static bool IsLastHope(List<string> written, int at) =>
        written.Where((_, i) => i != at).All(word => Particles.Contains(word) || Titles.Contains(word));

    private static string Spelt(string word, bool first)
    {
        if (Muhammads.Contains(word) || (first && word is "m"))
            return Muhammad;
        if (Short.TryGetValue(word, out var full))
            word = full;
        foreach (var (from, to) in Spellings)
            word = word.Replace(from, to, StringComparison.Ordinal);
        word = Undoubled(word);
        // Rudy and Rudi, Fatimah and Fatima.
        if (word.Length > 2 && word[^1] == 'j' && !IsVowel(word[^2]))
            word = string.Concat(word[..^1], "i");
        return word.Length > 3 && word[^1] == 'h' ? word[..^1] : word;
    }

    private static string Undoubled(string word)
    {
        var single = new StringBuilder(word.Length);
        foreach (var c in word)
            if (single.Length == 0 || single[^1] != c)
                single.Append(c);
        return single.ToString();
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    // Lower case without marks; "a/l" stays one word, an apostrophe and a full stop within a word vanish, all else parts words.
    private static List<string> Letters(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD).ToLower(CultureInfo.InvariantCulture))
        {
            if (char.IsAsciiLetterLower(c) || c == '/')
                plain.Append(c);
            else if (c is not ('\'' or '’' or '‘' or '`') && char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                plain.Append(' ');
        }
        return [.. plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(word => Particles.Contains(word) ? [word] : word.Split('/', StringSplitOptions.RemoveEmptyEntries))];
    }
}
