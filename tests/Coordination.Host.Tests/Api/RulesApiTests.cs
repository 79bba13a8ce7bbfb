using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Coordination.Domain.Kernel;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Api;

/// <summary>Rules over HTTP: what is in force, back-tests, and thresholds that two people change.</summary>
public sealed class RulesApiTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Coordinator = "koordinator";

    [Fact]
    public async Task Every_rule_says_its_version_thresholds_and_precision()
    {
        var rules = (await api.Ask("polri.barelang", "GET", "/api/v1/rules")).AsArray();
        var repeat = rules.Single(rule => (string)rule!["id"]! == "R11")!;
        ((int)repeat["version"]!, (string)repeat["code"]!, (string)repeat["severity"]!, (double)repeat["windowDays"]!).ShouldBe((1, "A-REPEAT", "critical", 30));
        repeat["thresholds"]!.AsArray().Select(one => ((string)one!["name"]!, (int)one["value"]!)).ShouldContain(("days", 14));
        repeat["precision"]!.AsArray().ShouldNotBeNull();
    }

    [Fact]
    public async Task A_back_test_answers_a_coordinator_and_what_makes_no_sense_is_refused()
    {
        var nik = $"53210100019{Random.Shared.Next(10000, 99999)}";
        var phone = $"+620000{Random.Shared.Next(10000, 99999)}";
        var sent = await api.SendEvents("imigrasi.atambua", [.. Enumerable.Range(0, 3).Select(n => Told.Application(
            $"uji-{nik}-{n}", Guid.CreateVersion7().ToString(), $"{nik[..15]}{n}", phone))]);
        sent.AsArray().ShouldAllBe(one => (string)one!["status"]! == "accepted");

        var report = await api.Ask(Coordinator, "POST", "/api/v1/rules/R01/backtest", """{"from":"2020-01-01","to":"2099-12-31"}""");
        ((string)report["rule"]!, (int)report["ruleVersion"]!).ShouldBe(("R01", 1));
        report["alerts"]!.AsArray().ShouldNotBeEmpty();
        report["alerts"]![0]!["evidence"]!.AsArray().Count.ShouldBe(3);
        ((long)report["eventsRead"]!).ShouldBeGreaterThanOrEqualTo(3);
        var stricter = await api.Ask(Coordinator, "POST", "/api/v1/rules/R01/backtest", """{"from":"2020-01-01","to":"2099-12-31","set":{"count":1000}}""");
        stricter["alerts"]!.AsArray().ShouldBeEmpty();

        await Refused("rules/R99/backtest", """{"from":"2020-01-01","to":"2099-12-31"}""", HttpStatusCode.NotFound, "http.not_found");
        await Refused("rules/R01/backtest", """{"from":"kemarin","to":"2099-12-31"}""", HttpStatusCode.BadRequest, "http.bad_parameter");
        await Refused("rules/R01/backtest", """{"from":"2020-01-01","to":"2019-12-31"}""", HttpStatusCode.BadRequest, "http.bad_parameter");
        await Refused("rules/R01/backtest", """{"from":"2020-01-01","to":"2099-12-31","set":{"weeks":1}}""", HttpStatusCode.UnprocessableEntity, "rule_setting.unknown_threshold");
        await Refused("rules/R01/backtest", """{"from":"2020-01-01","to":"2099-12-31","set":{"count":0}}""", HttpStatusCode.UnprocessableEntity, "rule_setting.out_of_range");
    }

    [Fact]
    public async Task A_back_test_that_would_remember_too_much_is_refused()
    {
        await using var small = new ApiFixture(settings => settings with { BackTestMost = 2 });
        await small.InitializeAsync();
        await small.SendEvents("imigrasi.atambua", [.. Enumerable.Range(0, 3).Select(n => Told.Application(
            $"uji-banyak-{n}", Guid.CreateVersion7().ToString(), $"532101000190111{n}", $"+62000021212{n}"))]);
        using var response = await small.Send(Coordinator, "POST", "/api/v1/rules/A-REAPPLY/backtest", """{"from":"2020-01-01","to":"2099-12-31"}""");
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(ApiFixture.Ct))!;
        (response.StatusCode, (string)problem["code"]!).ShouldBe((HttpStatusCode.UnprocessableEntity, "backtest.too_large"));
    }

    [Fact]
    public async Task One_coordinator_alone_changes_no_threshold()
    {
        var proposed = await api.Ask(
            Coordinator, "POST", "/api/v1/rule-settings",
            """{"rule":"R03","values":[{"name":"count","value":6}],"from":"2099-01-01","reason":"Tinjauan bulanan","territory":"53"}""");
        await Refused($"rule-settings/{proposed["id"]}/confirmation", "{}", HttpStatusCode.Forbidden, "rule_setting.same_person", "PUT");
        var rules = (await api.Ask(Coordinator, "GET", "/api/v1/rules", headers: ("X-After-Position", proposed["position"]!.ToString()))).AsArray();
        rules.Single(rule => (string)rule!["id"]! == "R03")!["changes"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_coordinators_change_what_a_rule_weighs_and_what_scores_are_held_against()
    {
        var encounter = Guid.CreateVersion7();
        var data = """
            { "traveller": { "name": "Seroja" }, "reasons": ["ProfileDoubtful"], "mode": "Sea", "destination": "KH", "ticket": "OneWay",
              "domicile": "53.21", "firstTrip": true }
            """;
        await api.SendEvents("tpi.sekupang", Told.Event(
            $"uji-{encounter}", "/imigrasi/tpi-sekupang", encounter.ToString(), "traveller_referred_to_secondary", "2026-01-19T09:10:00+07:00",
            JsonNode.Parse(data)!.AsObject(), ("place", "TPI-SEKUPANG")));
        await api.Settle();
        (await Score(encounter)).ShouldBe((25, "none"));

        var after = await Set("R07", "21.71", ("weight", 60));
        (await Score(encounter, after)).ShouldBe((65, "secondary"));
        after = await Set("R10", "53", ("weight", 100));
        (await Score(encounter, after)).ShouldBe((65, "secondary"), "another province");
        after = await Set("RISK", null, ("secondary", 20), ("supervisor", 65));
        (await Score(encounter, after)).ShouldBe((65, "supervisor"));

        var rules = (await api.Ask(Coordinator, "GET", "/api/v1/rules")).AsArray();
        Values(rules, "RISK", "value").ShouldBe([("secondary", 20), ("supervisor", 65)]);
        Values(rules, "R07", "value").ShouldContain(("weight", 20), "the whole country keeps it");
        ((int)rules.Single(rule => (string)rule!["id"]! == "R07")!["changes"]![0]!["values"]!["weight"]!).ShouldBe(60);
        await Refused("rule-settings", Proposal("RISK", null, ("secondary", 80), ("supervisor", 80)), HttpStatusCode.UnprocessableEntity, "rule_setting.limits_crossed");
        await Refused("rule-settings", Proposal("R07", null, ("weight", 201)), HttpStatusCode.UnprocessableEntity, "rule_setting.out_of_range");
    }

    private static IEnumerable<(string, int)> Values(JsonArray rules, string id, string of) =>
        rules.Single(rule => (string)rule!["id"]! == id)!["thresholds"]!.AsArray().Select(one => ((string)one!["name"]!, (int)one[of]!));

    private async Task<(int, string)> Score(Guid encounter, string after = "0")
    {
        var risk = await api.Ask("tpi.sekupang", "GET", $"/api/v1/risk/{encounter}", headers: ("X-After-Position", after));
        return ((int)risk["score"]!, (string)risk["advice"]!);
    }

    /// <summary>By two people; answers with the position from which it holds.</summary>
    private async Task<string> Set(string rule, string? territory, params (string Name, int Value)[] values)
    {
        var proposed = await api.Ask(Coordinator, "POST", "/api/v1/rule-settings", Proposal(rule, territory, values));
        var confirmed = await api.Ask("koordinator.wakil", "PUT", $"/api/v1/rule-settings/{proposed["id"]}/confirmation", "{}");
        return confirmed["position"]!.ToString();
    }

    private static string Proposal(string rule, string? territory, params (string Name, int Value)[] values) => new JsonObject
    {
        ["rule"] = rule,
        ["values"] = new JsonArray([.. values.Select(value => (JsonNode)new JsonObject { ["name"] = value.Name, ["value"] = value.Value })]),
        ["from"] = Envelope.DayOf(TimeProvider.System.GetUtcNow()).ToString("O", CultureInfo.InvariantCulture),
        ["reason"] = "Tinjauan bulanan",
        ["territory"] = territory,
    }.ToJsonString();

    [Fact]
    public async Task An_event_opens_for_those_who_may_read_it()
    {
        var secrets = await Secrets.Make(api);
        var opened = await api.Ask("imigrasi.batam", "GET", $"/api/v1/events/{secrets.Event}");
        ((string)opened["kind"]!, (string)opened["streamType"]!, (string)opened["by"]!["unit"]!).ShouldBe(("facilitator_handed_to_police", "handoff", "KANIM-BATAM"));
        opened["data"]!["recordNumber"]!.ToString().ShouldBe("BAST/7/2026");
        opened["data"]!["summary"]!.ToString().ShouldNotStartWith("{sealed");
        using var withheld = await api.Send(Secrets.Stranger, "GET", $"/api/v1/events/{secrets.Event}");
        withheld.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task Refused(string path, string body, HttpStatusCode status, string code, string method = "POST")
    {
        using var response = await api.Send(Coordinator, method, $"/api/v1/{path}", body);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(ApiFixture.Ct))!;
        (response.StatusCode, (string)problem["code"]!).ShouldBe((status, code), path);
    }
}
