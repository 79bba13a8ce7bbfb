using Coordination.Host.Replay;
using Coordination.Host.Tests.Conventions;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Api;

/// <summary>
/// The stories of the field, told through the public API on a clock that jumps from step to step. What each step leaves in the log, every alert with its
/// moment, every escalation and refusal, what its reader sees of it on the case, reasons and figures stand in <c>scenarios/expected</c>, word for word; COORDINATION_WRITE=1 writes it anew, to be read before it is committed.
/// </summary>
public sealed class ScenarioTests
{
    private static CancellationToken Ct => ApiFixture.Ct;

    [Theory]
    [InlineData("s1-malaka-batam-kamboja")]
    [InlineData("s3-umrah-fiktif")]
    public async Task Every_line_alert_and_refusal_of_a_story_comes_at_its_time(string name)
    {
        await using var api = new ApiFixture();
        await api.InitializeAsync();
        var scenario = Scenario.Read(Path.Combine(AppContext.BaseDirectory, "scenarios", $"{name}.json"));
        var told = new ScenarioLog(api);
        await told.Begin();
        await using var output = new StringWriter();
        (await Player(api, output, told.Note).Play(scenario, Ct)).ShouldBeTrue(output.ToString());
        await told.Cases();
        await told.Intelligence();
        var expected = Path.Combine(Repository.Root, "scenarios", "expected", $"{name}.txt");
        if (Environment.GetEnvironmentVariable("COORDINATION_WRITE") == "1")
            await File.WriteAllTextAsync(expected, told.Text, Ct);
        Differences(await File.ReadAllTextAsync(expected, Ct), told.Text).ShouldBeEmpty("COORDINATION_WRITE=1 writes it anew; read what changed");

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

    // Line by line: of a whole story a failure would show its beginning only.
    private static IEnumerable<string> Differences(string expected, string told)
    {
        var (wanted, found) = (expected.Split('\n'), told.Split('\n'));
        return Enumerable.Range(0, Math.Max(wanted.Length, found.Length))
            .Where(i => wanted.ElementAtOrDefault(i) != found.ElementAtOrDefault(i))
            .Select(i => $"line {i + 1}: {wanted.ElementAtOrDefault(i)} -> {found.ElementAtOrDefault(i)}").Take(20);
    }

    private static ScenarioStep Passes(string what, DateTimeOffset at) => new(at, "koordinator", what);

    // A refusal is a new answer each time, given what has happened since.
    private static Scenario WithoutRefusals(Scenario scenario) => scenario with
    {
        Steps = [.. scenario.Steps.Select(step => step.Expect?.Refused is null ? step : step with { Events = null, Call = null, Expect = null })],
    };

    private static ScenarioPlayer Player(ApiFixture api, TextWriter output, Func<ScenarioStep, int, string?, CancellationToken, Task>? after) =>
        new(api.Host.Address, ApiFixture.Password, output, after: after);
}
