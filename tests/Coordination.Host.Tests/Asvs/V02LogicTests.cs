using System.Net;
using System.Text.Json.Nodes;
using Coordination.Host.Tests.Api;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Asvs;

/// <summary>OWASP ASVS 5.0 chapter 2, business logic: steps come in their order, and a command is done wholly or not at all.</summary>
public sealed class V02LogicTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Batam = "imigrasi.batam";
    private const string Barelang = "polri.barelang";

    [Theory]
    [InlineData(Barelang, "PUT", "handoffs/{handoff}/receipt", "{}")]
    [InlineData(Barelang, "PUT", "handoffs/{handoff}/acceptance", "{}")]
    [InlineData(Barelang, "PUT", "handoffs/{handoff}/return", """{"missing":[{"description":"Paspor"}],"reason":"Tidak ada"}""")]
    [InlineData(Barelang, "PUT", "handoffs/{handoff}/decline", """{"reason":"Bukan wilayah kami"}""")]
    [InlineData(Batam, "PUT", "handoffs/{handoff}/supplement", """{"items":[],"note":"Menyusul"}""")]
    [InlineData(Barelang, "POST", "alerts/{alert}/reopening", """{"reason":"Belum selesai"}""")]
    [InlineData("imigrasi.atambua", "POST", "intelligence/{report}/acknowledgement", "{}")]
    public async Task Asvs_2_3_1_a_step_cannot_be_taken_before_the_ones_that_lead_to_it(string user, string method, string path, string body)
    {
        var (handoff, alert, report) = await Begin();
        await api.Settle();
        var before = await Events();
        using var response = await api.Send(
            user, method, "/api/v1/" + path.Replace("{handoff}", handoff, StringComparison.Ordinal).Replace("{alert}", alert, StringComparison.Ordinal)
                .Replace("{report}", report, StringComparison.Ordinal), body);
        var told = await response.Content.ReadAsStringAsync(ApiFixture.Ct);
        // 200: it is as asked for already, as with the reopening of what was never closed.
        ((int)response.StatusCode).ShouldBeOneOf([200, 404, 409, 422], told);
        // Refused by the rule, not by the shape of the body.
        told.ShouldNotContain("data.invalid");
        (await Events()).ShouldBe(before);
    }

    /// <summary>Words in a route by which it lets a whole file out.</summary>
    private static readonly string[] Files = ["bundle", "export", "ekspor", "record", "report", "laporan"];

    /// <summary>A bulk export would need a second person: there is none, each file is of one thing.</summary>
    [Fact]
    public void Asvs_2_3_5_no_route_lets_more_than_one_thing_out_in_a_file()
    {
        var files = Routes.Of(api.Host).Where(route => route.Method == "GET" && route.Pattern.Split('/').Any(Files.Contains)).ToList();
        files.Count.ShouldBeGreaterThanOrEqualTo(5);
        files.Where(route => !route.Pattern.Contains("{id", StringComparison.OrdinalIgnoreCase)).Select(route => route.ToString())
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task Asvs_2_3_2_a_batch_is_bounded()
    {
        var many = Enumerable.Range(0, 1_001).Select(i => $$"""{"id":"{{i}}"}""");
        using var response = await api.Send(Batam, "POST", "/api/v1/events", $"[{string.Join(',', many)}]", "application/cloudevents-batch+json");
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(ApiFixture.Ct)).ShouldContain("cloudevents.batch_too_large");
        using var list = await api.Send(Batam, "GET", "/api/v1/cases?limit=201");
        list.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Asvs_2_3_3_a_command_leaves_its_events_and_its_key_or_neither()
    {
        const string key = "asvs-2-3-3";
        using var refused = await api.Send(Batam, "POST", "/api/v1/cases", """{"title":""}""", headers: ("Idempotency-Key", key));
        refused.IsSuccessStatusCode.ShouldBeFalse();
        var before = await Events();
        (await Keys(key)).ShouldBe(0);
        await api.Ask(Batam, "POST", "/api/v1/cases", Told.Case("POLRI"), headers: ("Idempotency-Key", key));
        (await Events()).ShouldBeGreaterThan(before);
        (await Keys(key)).ShouldBe(1);
        // Stored with the events: one statement of one transaction writes both, so the row's transaction is theirs.
        await using var command = api.Database.Owner.CreateCommand(
            """
            select count(*) from coordination.idempotency k join public.mt_events e on e.xmin = k.xmin where k.key = $1
            """);
        command.Parameters.AddWithValue(key);
        ((long)(await command.ExecuteScalarAsync(ApiFixture.Ct))!).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Asvs_2_3_4_of_many_who_answer_one_handoff_at_once_one_does()
    {
        var handoff = (await api.Ask(Batam, "POST", "/api/v1/handoffs/police", Told.ToPolice(pending: false)))["id"]!.ToString();
        await api.Ask(Barelang, "PUT", $"/api/v1/handoffs/{handoff}/receipt", "{}");
        var before = await Events("handoff_accepted", "handoff_declined");
        string[] answers = ["acceptance", "decline", "acceptance", "decline", "acceptance", "decline"];
        await Task.WhenAll(answers.Select(async verb =>
        {
            using var response = await api.Send(
                Barelang, "PUT", $"/api/v1/handoffs/{handoff}/{verb}", verb == "decline" ? """{"reason":"Bukan wilayah kami"}""" : "{}");
            ((int)response.StatusCode).ShouldBeOneOf(200, 409, 422);
        }));
        (await Events("handoff_accepted", "handoff_declined")).ShouldBe(before + 1);
    }

    private async Task<(string Handoff, string Alert, string Report)> Begin()
    {
        var secrets = await Secrets.Make(api);
        var handoff = await api.Ask(
            Batam, "POST", "/api/v1/handoffs",
            new JsonObject
            {
                ["kind"] = "Police", ["subject"] = new JsonObject { ["name"] = "Gagak" }, ["role"] = "Suspect",
                ["to"] = new JsonObject { ["agency"] = "POLRI", ["unit"] = "POLRESTA-BARELANG", ["desk"] = "PPA-PPO" }, ["summary"] = "Terduga perekrut",
            }.ToJsonString());
        return (handoff["id"]!.ToString(), secrets.Alert, secrets.Report);
    }

    private async Task<long> Events(params string[] types)
    {
        // What was refused is itself recorded; it is no step.
        await using var command = api.Database.Owner.CreateCommand(
            "select count(*) from public.mt_events where type <> 'command_rejected' and (cardinality($1) = 0 or type = any($1))");
        command.Parameters.AddWithValue(types);
        return (long)(await command.ExecuteScalarAsync(ApiFixture.Ct))!;
    }

    private async Task<long> Keys(string key)
    {
        await using var command = api.Database.Owner.CreateCommand("select count(*) from coordination.idempotency where key = $1");
        command.Parameters.AddWithValue(key);
        return (long)(await command.ExecuteScalarAsync(ApiFixture.Ct))!;
    }
}
