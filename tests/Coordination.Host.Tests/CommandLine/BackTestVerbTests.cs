using System.Diagnostics;
using System.Text.Json.Nodes;
using Coordination.Host.CommandLine;
using Coordination.Host.Tests.Api;
using Coordination.Projections.Alerts;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.CommandLine;

/// <summary>The back-test as an operator runs it: a process of its own, beside a Host that serves.</summary>
public sealed class BackTestVerbTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task It_reports_what_the_rule_would_have_found_with_other_numbers()
    {
        await api.SendEvents("imigrasi.atambua", [.. Enumerable.Range(0, 3).Select(n => Told.Application(
            $"uji-verb-{n}", Guid.CreateVersion7().ToString(), $"532101000190222{n}", "+6200003131"))]);
        var (code, said, _) = await Run("--rule", "R01", "--from", "2020-01-01", "--to", "2099-12-31");
        code.ShouldBe(Verbs.Well);
        var report = JsonNode.Parse(said)!;
        ((string)report["rule"]!, (long)report["eventsRead"]!).ShouldBe(("R01", 3));
        report["alerts"]!.AsArray().ShouldHaveSingleItem()!["evidence"]!.AsArray().Count.ShouldBe(3);
        (_, said, _) = await Run("--rule", "R01", "--from", "2020-01-01", "--to", "2099-12-31", "--set", "count=4", "--set", "days=14");
        (JsonNode.Parse(said)!["alerts"]!.AsArray().Count, (int)JsonNode.Parse(said)!["set"]!["count"]!).ShouldBe((0, 4));
    }

    [Theory]
    [InlineData("R99", "2020-01-01", "count=4", "There is no rule R99")]
    [InlineData("R01", "kemarin", "count=4", "--from is no day")]
    [InlineData("R01", "2020-01-01", "count", "--set takes name=number")]
    [InlineData("R01", "2020-01-01", "weeks=4", "no such threshold")]
    public async Task What_makes_no_sense_is_told_in_one_line(string rule, string from, string set, string why)
    {
        var (code, said, errors) = await Run("--rule", rule, "--from", from, "--to", "2099-12-31", "--set", set);
        (code, said).ShouldBe((Verbs.CouldNot, ""));
        errors.Trim().Split('\n').ShouldHaveSingleItem().ShouldContain(why);
    }

    [Fact]
    public async Task Too_much_to_remember_is_told_in_one_line_too() =>
        (await Verbs.Guarded(() => throw new BackTestTooLargeException())).ShouldBe(Verbs.CouldNot);

    private async Task<(int Code, string Said, string Errors)> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Coordination.Host.dll"), "backtest", .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ConnectionStrings__Coordination"] = api.Database.RuntimeConnectionString,
                ["ConnectionStrings__CoordinationOwner"] = api.Database.OwnerConnectionString,
                ["COORDINATION_DATA"] = api.DataDirectory,
            },
        };
        using var process = Process.Start(start)!;
        var (said, errors) = (process.StandardOutput.ReadToEndAsync(ApiFixture.Ct), process.StandardError.ReadToEndAsync(ApiFixture.Ct));
        await process.WaitForExitAsync(ApiFixture.Ct).WaitAsync(Limit, ApiFixture.Ct);
        return (process.ExitCode, await said, await errors);
    }
}
