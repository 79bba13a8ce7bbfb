using System.Net;
using System.Text.Json.Nodes;
using Coordination.Host.Tests.Vault;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Api;

/// <summary>A case is closed when nobody is waited for any more, and reopened; by the API and on its page.</summary>
public sealed class CaseClosingApiTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Closing = """{"ground":"FinalJudgment","note":"Putusan berkekuatan hukum tetap."}""";

    [Fact]
    public async Task It_waits_for_an_open_handoff_and_then_shows_as_closed_until_it_is_reopened()
    {
        var opened = await api.Ask("imigrasi.batam", "POST", "/api/v1/cases", Told.Case("POLRI"));
        var id = opened["id"]!.ToString();
        var handoff = JsonNode.Parse(Told.ToPolice())!;
        handoff["case"] = id;
        var offered = (await api.Ask("imigrasi.batam", "POST", "/api/v1/handoffs/police", handoff.ToJsonString()))["id"]!.ToString();
        (await Post("imigrasi.batam", $"cases/{id}/closing", Closing)).ShouldBe((HttpStatusCode.Conflict, "case.handoff_open"));
        await api.Ask("imigrasi.batam", "PUT", $"/api/v1/handoffs/{offered}/withdrawal", """{"reason":"Tidak jadi."}""");
        (await Post("polri.barelang", $"cases/{id}/closing", Closing)).ShouldBe((HttpStatusCode.Forbidden, "case.not_opener"));

        await api.Ask("imigrasi.batam", "POST", $"/api/v1/cases/{id}/closing", Closing);
        (await Case(id))["closed"]!.ToString().ShouldBe("finalJudgment");
        (await Post("imigrasi.batam", $"cases/{id}/members", """{"agency":"BP3MI","reason":"Pelindungan."}""")).ShouldBe((HttpStatusCode.Conflict, "case.closed"));
        var proposal = new JsonObject
        {
            ["kind"] = "Police", ["role"] = "Suspect", ["summary"] = "Menyusul.", ["case"] = id,
            ["subject"] = handoff["subject"]!.DeepClone(), ["to"] = handoff["to"]!.DeepClone(),
        };
        (await Post("imigrasi.batam", "handoffs", proposal.ToJsonString())).ShouldBe((HttpStatusCode.Conflict, "handoff.case_closed"));
        // Who stands at the desk already is recorded, whatever became of the case.
        offered = (await api.Ask("imigrasi.batam", "POST", "/api/v1/handoffs/police", handoff.ToJsonString()))["id"]!.ToString();
        await api.Ask("imigrasi.batam", "PUT", $"/api/v1/handoffs/{offered}/withdrawal", """{"reason":"Tidak jadi."}""");

        using var browser = await SignedIn.As(api, "imigrasi.batam");
        (await browser.GetStringAsync($"/kasus/{id}", ApiFixture.Ct)).ShouldContain("Ditutup: putusan berkekuatan hukum tetap");
        using var reopened = await browser.Submit($"/kasus/{id}/penutupan", "reopen", ("sebab", "Korban lain melapor."));
        reopened.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Case(id))["closed"].ShouldBeNull();
        using var again = await browser.Submit($"/kasus/{id}/penutupan", "close", ("alasan", "NotTrafficking"), ("hasil", "Bukan TPPO."));
        (await Case(id))["closed"]!.ToString().ShouldBe("notTrafficking");
    }

    private async Task<JsonNode> Case(string id)
    {
        await using var command = api.Database.Owner.CreateCommand("select coalesce(max(seq_id), 0)::text from public.mt_events");
        return await api.Ask(
            "polri.barelang", "GET", $"/api/v1/cases/{id}", headers: ("X-After-Position", (string)(await command.ExecuteScalarAsync(ApiFixture.Ct))!));
    }

    private async Task<(HttpStatusCode Status, string? Code)> Post(string user, string path, string body)
    {
        using var response = await api.Send(user, "POST", $"/api/v1/{path}", body);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(ApiFixture.Ct))!["code"]?.ToString());
    }
}
