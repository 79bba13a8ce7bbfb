using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Coordination.Host.Resources;

/// <summary>Everything a person reads on the pages, in one language. Nothing on a page is written outside of it (a test reads the pages).</summary>
public sealed class Texts
{
    private readonly FrozenDictionary<string, string> _texts;

    private Texts(string language)
    {
        Language = language;
        _texts = Read("pages", language).Concat(Read("things", language)).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static Dictionary<string, string> Read(string part, string language)
    {
        using var file = typeof(Texts).Assembly.GetManifestResourceStream($"Coordination.Host.Resources.{part}.{language}.json")
            ?? throw new InvalidOperationException($"The texts for '{language}' are not in the assembly.");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(file)!;
    }

    /// <summary>Bahasa Indonesia, the language of the law and of most readers, is what applies when nothing is chosen.</summary>
    public static Texts Indonesian { get; } = new("id");

    public static Texts English { get; } = new("en");

    public static IReadOnlyList<Texts> All { get; } = [Indonesian, English];

    /// <summary><c>id</c> or <c>en</c>, as written in <c>lang</c> and in the language cookie.</summary>
    public string Language { get; }

    public IEnumerable<string> Keys => _texts.Keys;

    /// <summary>The text of a key; the key itself when there is none, so that a gap is seen and nothing breaks.</summary>
    public string this[string key] => _texts.GetValueOrDefault(key, key);

    public static Texts For(string? language) => string.Equals(language, "en", StringComparison.Ordinal) ? English : Indonesian;

    public bool Has(string key) => _texts.ContainsKey(key);

    /// <summary>The text with its <c>{0}</c> places filled.</summary>
    public string Fill(string key, params object?[] values) => string.Format(CultureInfo.InvariantCulture, this[key], values);

    /// <summary>The text for one or for many: English needs two forms, Indonesian one.</summary>
    public string Count(string key, long n) => Fill(n == 1 && Has(key + ".one") ? key + ".one" : key, Number(n));

    /// <summary>18.204 in Indonesian, 18,204 in English.</summary>
    public string Number(long n)
    {
        var digits = n.ToString("N0", CultureInfo.InvariantCulture);
        return string.Equals(Language, "en", StringComparison.Ordinal) ? digits : digits.Replace(',', '.');
    }
}
