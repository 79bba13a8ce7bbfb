using System.Text;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Conventions;

/// <summary>
/// docs/capabilities.md says of each capability that the field asks for whether a test proves it. It is made of the list of the field
/// (docs/domain/capabilities.md) and of docs/capabilities.csv, which names the tests; COORDINATION_WRITE=1 makes it anew.
/// </summary>
public sealed partial class CapabilitiesTests
{
    private const string Open = "open";

    private static string Docs => Path.Combine(Repository.Root, "docs");

    private static string Made => Path.Combine(Docs, "capabilities.md");

    /// <summary>Number and tests.</summary>
    private static IReadOnlyDictionary<string, string[]> Evidence { get; } = File.ReadLines(Path.Combine(Docs, "capabilities.csv"))
        .Skip(1).Select(line => line.Split(',', 2)).ToDictionary(row => row[0], row => row[1].Split(';'), StringComparer.Ordinal);

    private static IReadOnlyList<Capability> Field { get; } =
    [
        .. File.ReadLines(Path.Combine(Docs, "domain", "capabilities.md")).Select(line => line.Trim().Trim('|').Split('|'))
            .Where(cells => cells.Length == 6 && Number().IsMatch(cells[0].Trim()))
            .Select(cells => new Capability(cells[0].Trim(), cells[1].Trim(), cells[4].Trim(), cells[5].Trim())),
    ];

    [Fact]
    public void Every_test_that_the_table_names_exists() =>
        Evidence.Values.SelectMany(tests => tests).Where(test => !TestNames.All.Contains(test)).ShouldBeEmpty();

    [Fact]
    public void Every_number_with_a_test_is_one_of_the_field()
    {
        Field.Count.ShouldBeGreaterThan(130);
        Evidence.Keys.Except(Field.Select(capability => capability.Number), StringComparer.Ordinal).ShouldBeEmpty();
        Evidence.Where(row => row.Value is [] or [""]).Select(row => row.Key).ShouldBeEmpty();
    }

    [Fact]
    public void The_page_says_what_the_two_lists_say()
    {
        var page = Page();
        if (Environment.GetEnvironmentVariable("COORDINATION_WRITE") == "1")
            File.WriteAllText(Made, page);
        File.ReadAllText(Made).ShouldBe(page, "COORDINATION_WRITE=1 makes it anew");
    }

    private static string Page()
    {
        var proven = Field.Count(capability => Evidence.ContainsKey(capability.Number));
        var page = new StringBuilder()
            .Append("# Capabilities\n\nMade by `CapabilitiesTests` of [what the field asks for](domain/capabilities.md) and [the tests that prove it](capabilities.csv).\n\n")
            .Append(System.Globalization.CultureInfo.InvariantCulture, $"{proven} of {Field.Count} are proven by a test; the others are open.\n\n")
            .Append("| | named in Indonesian | P | works when | proven by |\n|---|---|---|---|---|\n");
        foreach (var (number, name, works, priority) in Field)
        {
            var tests = Evidence.GetValueOrDefault(number) is { } named ? string.Join("<br>", named.Select(test => $"`{test}`")) : Open;
            page.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {number} | {name} | {priority} | {works} | {tests} |\n");
        }

        return page.ToString();
    }

    [GeneratedRegex(@"^[ABDEFK]\d\d$", RegexOptions.None, 1_000)]
    private static partial Regex Number();

    private sealed record Capability(string Number, string Name, string Works, string Priority);
}
