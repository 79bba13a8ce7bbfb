using System.Text.RegularExpressions;

namespace Coordination.Host.Tests.Conventions;

/// <summary>The tests of the repository as <c>Class.Method</c>: what a table may name as its evidence.</summary>
internal static partial class TestNames
{
    public static IReadOnlySet<string> All { get; } = (from file in Repository.Files("*Tests*.cs")
                                                       from method in Method().Matches(File.ReadAllText(file))
                                                       select $"{Path.GetFileName(file).Split('.')[0]}.{method.Groups["name"].Value}")
        .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"public (static )?(async Task|Task|void) (?<name>[A-Z]\w+)\(", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Method();
}
