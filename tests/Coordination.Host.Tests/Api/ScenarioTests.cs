using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Coordination.Host.Replay;
using Coordination.Host.Tests.Conventions;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Api;

/// <summary>
/// The stories of the field, told through the public API on a clock that jumps from step to step. What each step leaves in the log, every alert and every
/// refusal stands in <c>scenarios/expected</c>, word for word; COORDINATION_WRITE=1 writes it anew, to be read before it is committed.
/// </summary>
public sealed class ScenarioTests
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    private static CancellationToken Ct => ApiFixture.Ct;

    [Theory]
    [InlineData("s1-malaka-batam-kamboja")]
    [InlineData("s3-umrah-fiktif")]
    public async Task Every_line_alert_and_refusal_of_a_story_comes_at_its_time(string name)
    {
        await using var api = new ApiFixture();
        await api.InitializeAsync();
        var scenario = Scenario.Read(Path.Combine(AppContext.BaseDirectory, "scenarios", $"{name}.json"));
        var told = new Told(api);
        await told.Begin();
        await using var output = new StringWriter();
        (await Player(api, output, told.Note).Play(scenario, Ct)).ShouldBeTrue(output.ToString());
        await told.Cases();
        await told.Intelligence();
        var expected = Path.Combine(Repository.Root, "scenarios", "expected", $"{name}.txt");
        if (Environment.GetEnvironmentVariable("COORDINATION_WRITE") == "1")
            await File.WriteAllTextAsync(expected, told.Text, Ct);
        told.Text.ShouldBe(await File.ReadAllTextAsync(expected, Ct), "COORDINATION_WRITE=1 writes it anew; read what changed");

        await using var again = new StringWriter();
        (await Player(api, again, null).Play(WithoutRefusals(scenario), Ct)).ShouldBeTrue(again.ToString());
        (await told.Since()).ShouldBeEmpty("telling it twice changes nothing");
    }

    [Fact]
    public async Task Several_stories_are_told_on_one_clock_whatever_zone_each_is_written_in()
    {
        await using var api = new ApiFixture();
        await api.InitializeAsync();
        var noon = new DateTimeOffset(2026, 3, 5, 12, 0, 0, TimeSpan.FromHours(7));
        var west = new Scenario("barat", "", [Passes("barat satu", noon), Passes("barat dua", noon.AddHours(2))]);
        var east = new Scenario("timur", "", [Passes("timur satu", noon.AddMinutes(30).ToOffset(TimeSpan.FromHours(9))), Passes("timur dua", noon.AddHours(3))]);
        await using var output = new StringWriter();
        (await Player(api, output, null).Play([east, west], Ct)).ShouldBeTrue(output.ToString());
        output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => string.Join(' ', line.Trim().Split(' ')[^2..]))
            .ShouldBe(["barat satu", "timur satu", "barat dua", "timur dua"]);
    }

    private static ScenarioStep Passes(string what, DateTimeOffset at) => new(at, "koordinator", what);

    // A refusal is a new answer each time, given what has happened since.
    private static Scenario WithoutRefusals(Scenario scenario) => scenario with
    {
        Steps = [.. scenario.Steps.Select(step => step.Expect?.Refused is null ? step : step with { Events = null, Call = null, Expect = null })],
    };

    private static ScenarioPlayer Player(ApiFixture api, TextWriter output, Func<ScenarioStep, int, string?, CancellationToken, Task>? after) =>
        new(api.Host.Address, ApiFixture.Password, output, after: after);

    /// <summary>What came of each step, as text.</summary>
    private sealed class Told(ApiFixture api)
    {
        private readonly StringBuilder _text = new();
        private long _position;

        public string Text => _text.ToString();

        /// <summary>What the product writes at its start is no part of a story.</summary>
        public async Task Begin()
        {
            await api.Settle();
            await Written();
        }

        public async Task Note(ScenarioStep step, int number, string? refused, CancellationToken ct)
        {
            await api.Settle();
            var moment = step.At.ToString("d MMM yyyy HH.mm zzz", Indonesian);
            _text.Append(CultureInfo.InvariantCulture, $"{number}. {moment} {step.As}: {step.What}\n");
            if (refused is not null)
                _text.Append(CultureInfo.InvariantCulture, $"   ditolak: {refused}\n");
            var lines = await Written();
            if (lines.Kinds.Count > 0)
                _text.Append(CultureInfo.InvariantCulture, $"   tercatat: {string.Join(", ", lines.Kinds)}\n");
            foreach (var alert in lines.Alerts)
                _text.Append(CultureInfo.InvariantCulture, $"   peringatan: {alert}\n");
        }

        /// <summary>Kinds of what was written since the last step.</summary>
        public async Task<IReadOnlyList<string>> Since()
        {
            await api.Settle();
            var (kinds, alerts) = await Written();
            return [.. kinds.Select(kind => kind.Split(' ')[0]).Distinct(StringComparer.Ordinal), .. alerts];
        }

        /// <summary>How much of each case its readers see in the end.</summary>
        public async Task Cases()
        {
            foreach (var reader in new[] { "koordinator", "polri.barelang", "bp3mi.kepri", "pemda.malaka" })
            {
                var cases = await api.Ask(reader, "GET", "/api/v1/cases");
                foreach (var item in cases["items"]!.AsArray())
                {
                    var page = await api.Ask(reader, "GET", $"/api/v1/cases/{item!["id"]}/timeline?limit=200");
                    _text.Append(CultureInfo.InvariantCulture, $"{item["number"]} {reader}: {page["items"]!.AsArray().Count(line => !line!["kind"]!.ToString().StartsWith("alert_", StringComparison.Ordinal))} baris, {page["withheld"]} tidak dapat dilihat\n");
                }
            }
        }

        /// <summary>Who answered what the story's own desk shared, and who in time.</summary>
        public async Task Intelligence()
        {
            var reports = await api.Ask("imigrasi.cirebon", "GET", "/api/v1/intelligence");
            foreach (var report in reports["items"]!.AsArray().Where(report => report!["unit"]!.ToString() == "KANIM-CIREBON"))
            {
                foreach (var to in report!["recipients"]!.AsArray())
                    _text.Append(CultureInfo.InvariantCulture, $"{report["title"]}, {to!["recipient"]}: {Answered(to)}\n");
            }
        }

        private static string Answered(JsonNode to) => to["acknowledgedAt"] switch
        {
            null => "belum menjawab",
            var at when at.GetValue<DateTimeOffset>() <= to["dueAt"]!.GetValue<DateTimeOffset>() => "tepat waktu",
            _ => "terlambat",
        };

        private async Task<(List<string> Kinds, List<string> Alerts)> Written()
        {
            await using var command = api.Database.Owner.CreateCommand(
                "select seq_id, type, data::text from public.mt_events where seq_id > $1 order by seq_id");
            command.Parameters.Add(new() { Value = _position });
            await using var reader = await command.ExecuteReaderAsync(Ct);
            var (kinds, alerts) = (new List<string>(), new List<string>());
            while (await reader.ReadAsync(Ct))
            {
                _position = reader.GetInt64(0);
                if (reader.GetString(1) == "alert_raised")
                    alerts.Add(Alert(JsonNode.Parse(reader.GetString(2))!));
                else if (reader.GetString(1) != "alert_escalated")
                    kinds.Add(reader.GetString(1));
            }

            // How equal answers fall into clusters hangs on the key of this very database: one or three alerts of R06 say the same.
            alerts = [.. alerts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            return ([.. kinds.Order(StringComparer.Ordinal).GroupBy(kind => kind).Select(group => group.Count() == 1 ? group.Key : $"{group.Key} ×{group.Count()}")], alerts);
        }

        private static string Alert(JsonNode body) =>
            $"{body["code"]} {body["rule"]} v{body["ruleVersion"]} {body["severity"]}{(body["rule"]!.ToString() == "R06" ? "" : $", {body["evidence"]!.AsArray().Count} bukti")}, untuk "
            + string.Join(" ", body["recipients"]!.AsArray().Select(group => group!.ToString()).Order(StringComparer.Ordinal));
    }
}
