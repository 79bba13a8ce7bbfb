using System.Text.RegularExpressions;
using Coordination.Host.Resources;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Pages;

/// <summary>Reads the pages as files: what they say must come from the texts, and the texts must have it in both languages.</summary>
public sealed partial class TextsTests
{
    private static readonly string Source = Path.Combine(Root(), "src", "Coordination.Host");

    [Fact]
    public void Both_languages_say_the_same_things() =>
        Texts.Indonesian.Keys.Order(StringComparer.Ordinal).ShouldBe(Texts.English.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void No_text_is_empty_and_both_languages_fill_the_same_places()
    {
        foreach (var key in Texts.Indonesian.Keys)
        {
            Texts.Indonesian[key].ShouldNotBeNullOrEmpty(key);
            Places(Texts.English[key]).ShouldBe(Places(Texts.Indonesian[key]), key);
        }
    }

    [Fact]
    public void Every_text_that_a_page_asks_for_is_there()
    {
        var asked = Files().SelectMany(file => AskedKey().Matches(File.ReadAllText(file)).Select(match => match.Groups["key"].Value));
        asked.Where(key => !Texts.Indonesian.Has(key)).Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void Every_family_of_texts_that_a_page_builds_a_key_for_is_there()
    {
        var families = Files().SelectMany(file => BuiltKey().Matches(File.ReadAllText(file)).Select(match => match.Groups["family"].Value)).Distinct();
        families.Where(family => !Texts.Indonesian.Keys.Any(key => key.StartsWith(family, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty();
    }

    [Fact]
    public void No_text_is_left_over_from_a_page_that_is_gone()
    {
        var code = string.Concat(Files().Select(File.ReadAllText));
        var families = BuiltKey().Matches(code).Select(match => match.Groups["family"].Value).ToList();
        Texts.Indonesian.Keys
            .Where(key => !code.Contains($"\"{Singular(key)}\"", StringComparison.Ordinal) && !families.Any(family => key.StartsWith(family, StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    [Fact]
    public void A_page_says_nothing_that_is_not_in_the_texts()
    {
        var written = Files().Where(file => file.EndsWith(".razor", StringComparison.Ordinal))
            .SelectMany(file => Said(File.ReadAllText(file)).Select(text => $"{Path.GetFileName(file)}: {text}"));
        written.ShouldBeEmpty();
    }

    private static IEnumerable<string> Said(string razor)
    {
        var code = razor.IndexOf("@code", StringComparison.Ordinal);
        var markup = Comment().Replace(code < 0 ? razor : razor[..code], "");
        foreach (Match match in BetweenTags().Matches(markup))
        {
            if (Word().IsMatch(Expression().Replace(match.Groups["text"].Value, "")))
                yield return match.Groups["text"].Value.Trim();
        }
        foreach (Match match in LineOfText().Matches(markup))
            yield return match.Value.Trim();
        foreach (Match match in SpokenAttribute().Matches(markup))
            yield return match.Value;
    }

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(Source, "*.*", SearchOption.AllDirectories)
        .Where(file => file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal))
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string Singular(string key) => key.EndsWith(".one", StringComparison.Ordinal) ? key[..^4] : key;

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Coordination.sln")))
            directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }

    [GeneratedRegex("""(?:\bT|texts)(?:\[|\.Fill\(|\.Count\()"(?<key>[A-Za-z0-9.]+)"|Required\("\w+", "(?<key>[A-Za-z0-9.]+)"\)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AskedKey();

    [GeneratedRegex("""(?:\bT|texts)(?:\[|\.Has\(|\.Fill\(|\.Count\()\$"(?<family>[A-Za-z0-9.]+)\{""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BuiltKey();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Comment();

    // Elements in lower case on both sides: what stands between them is read by people. Code blocks and directives are not between tags of one line.
    [GeneratedRegex("""<[a-z][a-z0-9]*(?:\s[^<>]*)?>(?<text>[^<>\r\n]*)</""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BetweenTags();

    [GeneratedRegex("""@\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|@[A-Za-z_][\w.!?]*(?:\[[^\]]*\]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\.\w+)*""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Expression();

    [GeneratedRegex(@"\p{L}{2,}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();

    [GeneratedRegex("""\s(?:title|alt|placeholder|aria-label|Label|Hint|Title)="[^@"]*\p{L}{2,}[^"]*"(?=[\s/>])""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SpokenAttribute();

    // A line that begins with words: neither an attribute that goes on, nor code, nor a directive.
    [GeneratedRegex(@"^[ \t]*(?!else\b|if\b|return;)\p{L}{2,}[^=;{\r\n]*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LineOfText();

    [GeneratedRegex(@"\{\d\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}
