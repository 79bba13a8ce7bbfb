using System.Globalization;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Conventions;

public sealed partial class RepositoryTests
{
    private static readonly string[] Binary = [".png", ".ico", ".woff2"];

    [Fact]
    public void No_file_names_a_directory_of_somebodys_machine_or_unfinished_work()
    {
        var found = from file in Texts()
                    where Path.GetFileName(file) is not ("RepositoryTests.cs" or ".git") && !file.EndsWith("lock.json", StringComparison.Ordinal)
                    from line in File.ReadLines(file)
                    let match = Forbidden().Match(line)
                    where match.Success
                    select $"{Repository.Relative(file)}: {match.Value}";
        found.ShouldBeEmpty();
    }

    [Fact]
    public void Lock_files_do_not_say_where_packages_were_fetched_from()
    {
        var found = from file in Repository.Files("*lock.json")
                    from line in File.ReadLines(file)
                    where line.Contains("\"resolved\": \"http", StringComparison.Ordinal)
                    select $"{Repository.Relative(file)}: {line.Trim()}";
        found.ShouldBeEmpty();
    }

    [Fact]
    public void Every_migration_has_a_number_of_its_own_in_the_range_of_its_project()
    {
        var migrations = Repository.Files("*.sql").Select(f => (File: Repository.Relative(f), Name: MigrationName().Match(Path.GetFileName(f))))
            .Where(m => m.Name.Success)
            .Select(m => (m.File, Number: int.Parse(m.Name.Groups["number"].ValueSpan, CultureInfo.InvariantCulture)))
            .ToList();
        migrations.ShouldNotBeEmpty();
        migrations.GroupBy(m => m.Number).Where(g => g.Count() > 1).SelectMany(g => g.Select(m => m.File)).ShouldBeEmpty();
        migrations.Where(m => !InRange(m.File, m.Number)).Select(m => m.File).ShouldBeEmpty();
    }

    private static bool InRange(string file, int number) => file.Split(Path.DirectorySeparatorChar) switch
    {
        ["src", "Coordination.EventStore", ..] => number is >= 1 and < 100,
        ["src", "Coordination.Projections", ..] => number is (>= 100 and < 300) or (>= 500 and < 700),
        ["src", "Coordination.Host", ..] => number is >= 300 and < 500,
        // Deliberately odd ones, for tests of the migrator.
        ["tests", ..] => number >= 9000,
        _ => false,
    };

    private static IEnumerable<string> Texts() => Repository.Files().Where(f => !Binary.Contains(Path.GetExtension(f)));

    // Directories of a home or a workspace, hosts of package registries, and marks of work that is not done.
    [GeneratedRegex(
        @"(?<![\w.~-])/(root|home|work|Users)/\w+|\bTODO\b|\bFIXME\b|\bNotImplementedException\b|\bworktree\b|registry\.npmjs|api\.nuget\.org",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Forbidden();

    [GeneratedRegex(@"^(?<number>\d{4})_\w+\.sql$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MigrationName();
}
