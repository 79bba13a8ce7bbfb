using System.Text.RegularExpressions;
using Coordination.Host.Tests.Conventions;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Asvs;

/// <summary>OWASP ASVS 5.0 chapter 1, on the sources: what a caller sends never becomes text of a statement.</summary>
public sealed partial class SqlTextTests
{
    /// <summary>Statements may be put together from constants and from the names of our own tables. What stands here was read, hole by hole.</summary>
    private static readonly Dictionary<string, string[]> Reviewed = new(StringComparer.Ordinal)
    {
        ["src/Coordination.EventStore/AppendBatch.cs"] = ["places"], // "$1, $2, …"
        ["src/Coordination.EventStore/ColumnRows.cs"] = ["into", "select", "arrays", "aliases"], // columns of a table, from the catalogue
        ["src/Coordination.EventStore/EventScan.cs"] = ["after", "upTo", "limit", "data"], // numbers of type long and int; names of our own events
        ["src/Coordination.EventStore/Twin.cs"] = ["locks", "live", "table"], // tables of our own, from the catalogue, quoted
        ["src/Coordination.EventStore/Verifier.cs"] = ["sql", "columns", "live", "folded"], // files of this assembly and columns of our own tables
        ["src/Coordination.EventStore/Watermark.cs"] = ["gate", "column", "table"], // constants of the one caller
        ["src/Coordination.Host/Postgres/EmbeddedPostgres.cs"] = ["login"], // names of our own roles
        ["src/Coordination.Host/Vault/BlindIndexes.cs"] = ["into"], // constants of the two callers
        // Sentences and numbers of receipts, in which a word of SQL is a word.
        ["src/Coordination.Domain/Victims/ProtectionFold.cs"] = ["e.ReceiptNumber"],
        ["src/Coordination.Projections/Sentences/ProtectionSentences.cs"] = ["who", "one"],
        ["src/Coordination.Projections/Victims/ShieldRecords.cs"] = ["0"], // a place of the constant text for one of two constants
        ["src/Coordination.Projections/ListSql.cs"] =
            ["from", "where", "order.After", "order.By", "order.Key", "order.Position", "order.Row", "order.Until", "sight", "columns", "unordered", "limited"], // constants of the queries, built once
        ["src/Coordination.Projections/VisibilitySql.cs"] = ["stream", "caseId"], // aliases of tables
        ["src/Coordination.Projections/ViewerBatch.cs"] = ["doors"], // a constant of the query
        ["src/Coordination.Projections/Alerts/OverturnedEvidence.cs"] = ["events"], // columns of the two callers
        ["src/Coordination.Projections/Cases/CaseSummaryQueries.cs"] = ["assessed", "subjects", "handoffs"], // columns of our own, or their place held by a constant
        ["src/Coordination.Projections/Cases/TimelinePageSql.cs"] = ["notBehind", "order", "time", "place", "position"], // constants, above
        ["src/Coordination.Projections/Privacy/PrivacyQueries.cs"] = ["columns", "table", "stream", "row"], // constants of the queries, built once
    };

    [Fact]
    public void Asvs_1_2_4_no_statement_is_built_from_what_might_be_a_callers()
    {
        var found = (from file in Repository.Files("*.cs").Select(Repository.Relative).Select(f => f.Replace('\\', '/'))
                     where file.StartsWith("src/", StringComparison.Ordinal)
                     from hole in Suspicious(File.ReadAllText(Path.Combine(Repository.Root, file)))
                     select (File: file, Hole: hole)).Distinct().ToList();
        found.Where(one => !Reviewed.GetValueOrDefault(one.File, []).Contains(one.Hole, StringComparer.Ordinal))
            .Select(one => $"{one.File}: {one.Hole}").ShouldBeEmpty("send it as a parameter, or have it reviewed here");
        // Nothing stays reviewed that is no longer there.
        Reviewed.SelectMany(row => row.Value.Select(hole => (row.Key, hole))).Except(found).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("var c = data.CreateCommand($\"select x from t where name = '{name}'\");", "name")]
    [InlineData("var c = data.CreateCommand(\"select x from t where name = '\" + name);", "+ name")]
    [InlineData("const string A = $\"\"\"\n  select {Columns}\n  from t\n  order by {sort}\n  \"\"\";", "sort")]
    [InlineData("data.CreateCommand(string.Format(\"select x from {0}\", table));", "string.Format")]
    [InlineData("data.CreateCommand($\"select x from t where {Alive} and y = $1\");", null)]
    public void Asvs_1_2_4_the_check_sees_what_it_is_for(string source, string? hole) =>
        Suspicious(source).ShouldBe(hole is null ? [] : [hole]);

    [Fact]
    public void Asvs_1_3_12_no_pattern_can_keep_a_processor_busy()
    {
        var endless = from file in Repository.Files("*.cs").Select(Repository.Relative)
                      where file.StartsWith("src", StringComparison.Ordinal)
                      from pattern in Pattern().Matches(File.ReadAllText(Path.Combine(Repository.Root, file)))
                      where !pattern.Value.Contains("NonBacktracking", StringComparison.Ordinal) && !Timeout().IsMatch(pattern.Value)
                      select $"{file}: {pattern.Value}";
        endless.ShouldBeEmpty();
    }

    /// <summary>Holes of statements that are no names of constants: by the house's style those begin with a capital letter, a variable does not.</summary>
    private static IEnumerable<string> Suspicious(string source)
    {
        var holes = from text in Interpolated().Matches(source)
                    where Statement().IsMatch(text.Value)
                    from hole in Hole().Matches(text.Value)
                    let name = hole.Groups["hole"].Value.Trim()
                    where !Constant().IsMatch(name)
                    select name;
        return holes
            .Concat(Joined().Matches(source).Where(text => Statement().IsMatch(text.Value)).Select(text => "+ " + text.Groups["name"].Value))
            .Concat(Formatted().Matches(source).Where(text => Statement().IsMatch(text.Value)).Select(_ => "string.Format"));
    }

    [GeneratedRegex("""(?s)\$+\x22{3}.*?\x22{3}|\$\x22(?:[^\x22\\\n]|\\.)*\x22""", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Interpolated();

    [GeneratedRegex(
        @"\b(select|insert into|update|delete from|truncate|alter|create|drop|grant|where|order by|set role|lock)\b", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Statement();

    [GeneratedRegex(@"(\[GeneratedRegex\(|new Regex\(|Regex\.(IsMatch|Match|Matches|Replace|Split)\()[^;]*?(\]\r?\n|;)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"matchTimeoutMilliseconds|TimeSpan|, *[0-9_]{3,}\)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Timeout();

    [GeneratedRegex(@"(?<!\{)\{+(?<hole>[^{}]+)\}", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Hole();

    [GeneratedRegex(@"^(\(int\))?[A-Z][A-Za-z]*(\.[A-Z][A-Za-z]*)*(\(|$|:)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Constant();

    [GeneratedRegex("""\x22(?:[^\x22\\\n]|\\.)*\x22\s*\+\s*(?<name>[a-z_]\w*)""", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Joined();

    [GeneratedRegex("""string\.Format\([^\x22;]*\x22(?:[^\x22\\\n]|\\.)*\x22""", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Formatted();
}
