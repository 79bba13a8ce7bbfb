using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Conventions;

/// <summary>docs/asvs.csv says nothing that is not so: each test that it names exists, and each row has a test or a reason.</summary>
public sealed partial class AsvsTableTests
{
    private static IEnumerable<string[]> Rows => File.ReadLines(Path.Combine(Repository.Root, "docs", "asvs.csv"))
        .SkipWhile(line => line.StartsWith('#')).Skip(1).Select(line => line.Split(',', 4));

    [Fact]
    public void Every_test_that_the_table_names_exists()
    {
        var named = Rows.Where(row => row[2] == "tested").SelectMany(row => row[3].Split(';')).ToList();
        named.Count.ShouldBeGreaterThan(50);
        named.Where(test => !TestNames.All.Contains(test)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_row_has_a_test_or_a_reason_and_stands_once()
    {
        var rows = Rows.ToList();
        rows.Where(row => row.Length != 4 || !Requirement().IsMatch(row[0]) || row[1] is not ("1" or "2" or "3")).Select(row => row[0]).ShouldBeEmpty();
        rows.Where(row => row[2] switch { "tested" => row[3].Length == 0, "waived" => row[3].Split(' ').Length < 5, _ => true }).Select(row => row[0]).ShouldBeEmpty();
        rows.Select(row => row[0]).ShouldBeUnique();
        rows.Select(row => Version.Parse(row[0])).ShouldBeInOrder();
    }

    [Fact]
    public void Every_test_with_the_number_of_a_requirement_stands_in_the_table()
    {
        var evidence = Rows.Where(row => row[2] == "tested").SelectMany(row => row[3].Split(';')).ToHashSet(StringComparer.Ordinal);
        TestNames.All.Where(test => test.Contains(".Asvs_", StringComparison.Ordinal) && !test.Contains("_the_check_sees_", StringComparison.Ordinal))
            .Where(test => !evidence.Contains(test)).ShouldBeEmpty();
    }

    [GeneratedRegex(@"^\d+\.\d+\.\d+$", RegexOptions.None, 1_000)]
    private static partial Regex Requirement();
}
