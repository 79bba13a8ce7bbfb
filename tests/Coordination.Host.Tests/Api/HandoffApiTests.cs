using System.Net;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Api;

public sealed class HandoffApiTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Batam = "imigrasi.batam";
    private const string Barelang = "polri.barelang";

    [Fact]
    public async Task A_handoff_is_returned_for_a_missing_item_supplemented_and_accepted()
    {
        var handoff = await Propose();
        (await Change(Barelang, handoff, "receipt")).ShouldBe(HttpStatusCode.OK);
        (await Change(Barelang, handoff, "acceptance")).ShouldBe(HttpStatusCode.Conflict, "an item is still open");
        (await Change(Barelang, handoff, "return", """{"missing":[{"item":"B-02","description":"Salinan telepon"}],"reason":"Belum ada salinan"}""")).ShouldBe(HttpStatusCode.OK);
        (await Change(Barelang, handoff, "acceptance")).ShouldBe(HttpStatusCode.Conflict);
        var supplement = $$"""{"items":[{"item":"B-02","description":"Salinan telepon","kind":"DeviceImage","custodian":"KANIM-BATAM","sha256":"{{new string('a', 64)}}"}]}""";
        (await Change(Batam, handoff, "supplement", supplement)).ShouldBe(HttpStatusCode.OK);
        (await Change(Barelang, handoff, "acceptance", """{"registerNumber":"LP/1/2026"}""")).ShouldBe(HttpStatusCode.OK);
        (await Change(Barelang, handoff, "acceptance")).ShouldBe(HttpStatusCode.OK, "asking twice is not an error");
    }

    [Fact]
    public async Task A_new_handoff_says_where_it_is_and_which_version_and_position_it_has()
    {
        using var response = await api.Send(Batam, "POST", "/api/v1/handoffs/police", Told.ToPolice());
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(ApiFixture.Ct))!;
        response.Headers.ETag!.Tag.ShouldBe($"\"{answer["version"]}\"");
        response.Headers.GetValues("X-Log-Position").Single().ShouldBe(answer["position"]!.ToString());
        response.Headers.Location!.ToString().ShouldEndWith(answer["id"]!.ToString());
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task Under_a_key_asking_twice_is_asking_once_and_another_body_is_refused()
    {
        var first = await api.Ask(Batam, "POST", "/api/v1/handoffs/police", Told.ToPolice(), headers: ("Idempotency-Key", "serah-1"));
        var second = await api.Ask(Batam, "POST", "/api/v1/handoffs/police", Told.ToPolice(), headers: ("Idempotency-Key", "serah-1"));
        second["id"]!.ToString().ShouldBe(first["id"]!.ToString());
        second["position"]!.ToString().ShouldBe(first["position"]!.ToString());
        ((bool)second["duplicate"]!).ShouldBeTrue();
        using var other = await api.Send(Batam, "POST", "/api/v1/handoffs/police", Told.ToPolice(pending: false), headers: ("Idempotency-Key", "serah-1"));
        other.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Code(other)).ShouldBe("idempotency.key_reused");
    }

    [Fact]
    public async Task A_version_that_is_no_longer_true_fails_the_precondition_and_names_the_current_one()
    {
        var handoff = await Propose();
        using var stale = await api.Send(Barelang, "PUT", $"/api/v1/handoffs/{handoff}/receipt", headers: ("If-Match", "\"99\""));
        stale.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        var problem = JsonNode.Parse(await stale.Content.ReadAsStringAsync(ApiFixture.Ct))!;
        using var current = await api.Send(Barelang, "PUT", $"/api/v1/handoffs/{handoff}/receipt", headers: ("If-Match", $"\"{problem["currentVersion"]}\""));
        current.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var garbage = await api.Send(Barelang, "PUT", $"/api/v1/handoffs/{handoff}/receipt", headers: ("If-Match", "W/yesterday"));
        garbage.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Whoever_may_not_know_a_handoff_gets_the_same_bytes_as_for_none()
    {
        var handoff = await Propose();
        foreach (var (verb, path) in new[] { ("GET", ""), ("PUT", "/receipt"), ("PUT", "/acceptance") })
        {
            using var withheld = await api.Send("pemda.malaka", verb, $"/api/v1/handoffs/{handoff}{path}");
            using var missing = await api.Send("pemda.malaka", verb, $"/api/v1/handoffs/{Guid.CreateVersion7()}{path}");
            withheld.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await withheld.Content.ReadAsStringAsync(ApiFixture.Ct)).ShouldBe(await missing.Content.ReadAsStringAsync(ApiFixture.Ct));
        }
    }

    [Fact]
    public async Task A_refusal_stands_in_the_audit_of_the_agency()
    {
        using var refused = await api.Send(Batam, "POST", "/api/v1/events", Told.Event(
            "lp-1", "/imigrasi/batam", "LP-1", "police_report_registered", null,
            JsonNode.Parse((await api.Ask(Batam, "GET", "/api/v1/catalogue")).AsArray().Single(item => item!["alias"]!.ToString() == "police_report_registered")!["example"]!.ToJsonString())!.AsObject()),
            "application/cloudevents+json");
        (await refused.Content.ReadAsStringAsync(ApiFixture.Ct)).ShouldContain("authority.not_allowed");
        await using var command = api.Database.Owner.CreateCommand(
            "select count(*) from public.mt_events where type = 'command_rejected' and data ->> 'command' = 'RegisterPoliceReport' and headers ->> 'agency' = 'IMIGRASI'");
        (await command.ExecuteScalarAsync(ApiFixture.Ct)).ShouldBe(1L);
    }

    [Fact]
    public async Task A_wrong_body_names_the_member_that_is_wrong()
    {
        using var unknown = await api.Send(Batam, "POST", "/api/v1/handoffs", """{"kind":"Police","urgent":true}""");
        unknown.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var twice = await api.Send(Batam, "POST", "/api/v1/handoffs", """{"kind":"Police","kind":"Protection"}""");
        twice.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var text = await api.Send(Batam, "POST", "/api/v1/handoffs", "kind=Police", "application/x-www-form-urlencoded");
        text.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    private async Task<string> Propose() => (await api.Ask(Batam, "POST", "/api/v1/handoffs/police", Told.ToPolice()))["id"]!.ToString();

    private async Task<HttpStatusCode> Change(string user, string handoff, string verb, string? json = null)
    {
        using var response = await api.Send(user, "PUT", $"/api/v1/handoffs/{handoff}/{verb}", json);
        return response.StatusCode;
    }

    private static async Task<string> Code(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync(ApiFixture.Ct))!["code"]!.ToString();
}
