using Coordination.Projections;

namespace Coordination.Host.Resources;

/// <summary>The fixed words of the domain in the reader's language: the same words as in the sentences of the timeline.</summary>
public static class TermTexts
{
    public static string Term(this Texts texts, Enum word) => Terms.Of(word).In(texts.Language);

    /// <summary>A word as rows and bodies carry it; one that this version does not know is shown as it is.</summary>
    public static string Term<TEnum>(this Texts texts, string word)
        where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(word, ignoreCase: true, out var known) ? texts.Term(known) : word;

    /// <summary>Is this code, as rows carry it, that word?</summary>
    public static bool Is(this string? code, Enum word) => string.Equals(code, word.ToString(), StringComparison.OrdinalIgnoreCase);

    /// <summary>With a capital letter, where it begins a line.</summary>
    public static string Capital(this string text) => text.Length == 0 ? text : string.Concat(text[..1].ToUpperInvariant(), text.AsSpan(1));
}
