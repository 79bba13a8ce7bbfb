using System.Net;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Api;

/// <summary>What the public tells, through both doors, up to the case that it led to.</summary>
public sealed class TipsApiTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Desk = "imigrasi.batam";

    private const string Told = """
        {
          "channel": "Telephone", "anonymous": true, "urgency": "Urgent", "summary": "Rumah tampung di Nagoya.", "phones": ["+6200000012"],
          "subjects": [{ "person": { "name": "Gagak", "phone": "+6200000012" }, "role": "Harbourer" }],
          "envelope": { "audience": ["members", "agency:BP3MI"] }
        }
        """;

    [Fact]
    public async Task A_tip_that_becomes_a_case_stands_on_its_timeline_with_what_went_before()
    {
        var tip = (await api.Ask(Desk, "POST", "/api/v1/tips", Told))["id"]!.ToString();
        await api.Ask(Desk, "PUT", $"/api/v1/tips/{tip}/triage", """{"category":"Lodging","priority":"High"}""");
        var opened = (await api.Ask(Desk, "POST", "/api/v1/cases", Api.Told.Case("POLRI")))["id"]!.ToString();
        var converted = await api.Ask(Desk, "POST", $"/api/v1/tips/{tip}/conversions", $$"""{"into":"Case","target":"{{opened}}"}""");

        (await Timeline(opened, converted["position"]!.ToString())).ShouldBe(
            ["tip_received", "tip_triaged", "case_opened", "tip_converted"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_tip_that_became_intelligence_comes_along_when_a_case_takes_the_report_up()
    {
        var report = (await api.Ask(
            Desk, "POST", "/api/v1/intelligence", """{"title":"Penampungan","summary":"Rumah di Nagoya","sourceGrade":"B","informationGrade":2}"""))["id"]!.ToString();
        var tip = (await api.Ask(Desk, "POST", "/api/v1/tips", Told))["id"]!.ToString();
        await api.Ask(Desk, "PUT", $"/api/v1/tips/{tip}/triage", """{"category":"Lodging","priority":"High"}""");
        await api.Ask(Desk, "POST", $"/api/v1/tips/{tip}/conversions", $$"""{"into":"Intelligence","target":"{{report}}"}""");
        var opened = (await api.Ask(Desk, "POST", "/api/v1/cases", Api.Told.Case("POLRI")))["id"]!.ToString();
        var linked = await api.Ask(
            Desk, "POST", $"/api/v1/cases/{opened}/sources", $$$"""{"source":{"stream":"{{{report}}}","kind":"intelligence_report"}}""");

        (await Timeline(opened, linked["position"]!.ToString())).ShouldContain("tip_received");
    }

    [Fact]
    public async Task A_retry_of_the_sender_is_the_same_report_although_each_time_a_code_is_made()
    {
        var first = (await Send("t-1"))[0]!;
        first["status"]!.ToString().ShouldBe("accepted", first.ToJsonString());
        (await Send("t-1"))[0]!["status"]!.ToString().ShouldBe("duplicate");
        var again = (await Send("t-2"))[0]!;
        (again["status"]!.ToString(), again["streamId"]!.ToString()).ShouldBe(("accepted", first["streamId"]!.ToString()), again.ToJsonString());
        first["receipt"].ShouldNotBeNull();
        again["receipt"].ShouldBeNull("nothing was written");

        Task<JsonNode> Send(string id) => api.SendEvents(Desk, Api.Told.Event(id, "/imigrasi/batam", "LM-9", "tip_received", "2026-01-19T09:10:00+08:00", new JsonObject
        {
            ["channel"] = "Web", ["anonymous"] = true, ["urgency"] = "Routine", ["summary"] = "Tawaran kerja.",
        }));
    }

    [Fact]
    public async Task An_anonymous_report_with_a_telephone_is_refused()
    {
        using var response = await api.Send(
            Desk, "POST", "/api/v1/tips",
            """{"channel":"Telephone","anonymous":true,"urgency":"Routine","summary":"Tawaran.","reporterContact":"+6200000013"}""");
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await response.Content.ReadAsStringAsync(ApiFixture.Ct)).ShouldContain("tip.anonymous_named");
    }

    private async Task<IReadOnlyList<string>> Timeline(string caseId, string position)
    {
        var timeline = await api.Ask(Desk, "GET", $"/api/v1/cases/{caseId}/timeline", headers: ("X-After-Position", position));
        return [.. timeline["items"]!.AsArray().Select(item => item!["kind"]!.ToString())];
    }
}
