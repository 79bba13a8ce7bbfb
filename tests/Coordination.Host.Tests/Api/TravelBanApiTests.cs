using System.Net;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Api;

/// <summary>What a decision about a ban must know from outside its stream: what the vault holds of the person, and what any agency says of it as victim.</summary>
public sealed class TravelBanApiTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Police = "polri.barelang";

    [Fact]
    public async Task A_person_who_cannot_be_recognised_is_not_stopped_at_a_checkpoint()
    {
        var refused = await Ask(HttpStatusCode.UnprocessableEntity, "urgent-exit", Urgent("R/1", """{"name":"Gagak","nik":"2171010001800071","sex":"M"}"""));
        refused["code"]!.ToString().ShouldBe("travel_ban.data_missing");
        refused["details"]!.AsArray().Select(field => field!.ToString()).ShouldBe(["nationality", "birthDate"]);
        await Ask(HttpStatusCode.Created, "urgent-exit", Urgent("R/2", Known("2171010001800072")));
    }

    [Fact]
    public async Task A_person_whom_another_agency_protects_is_not_banned_at_any_step()
    {
        var banned = await Ask(HttpStatusCode.Created, "urgent-exit", Urgent("R/3", Known("2171010001800073")));
        await api.Ask("imigrasi.batam", "POST", "/api/v1/handoffs/protection", """
            {"subject":{"nik":"2171010001800073"},"to":{"agency":"BP3MI","unit":"BP3MI-KEPRI","desk":"PELINDUNGAN"},"recordNumber":"BAST 73","summary":"Diduga korban."}
            """);
        foreach (var (path, body) in new[]
        {
            ("urgent-exit", Urgent("R/4", Known("2171010001800073"))),
            ("exit", Decision("2171010001800073")),
            ("entry", $$"""{"person":{"nik":"2171010001800073"},"requestNumber":"R/5","until":"2030-01-01","reason":"Ingin masuk."}"""),
        })
            (await Ask(HttpStatusCode.Forbidden, path, body))["code"]!.ToString().ShouldBe("travel_ban.victim_shield", path);
        // The ban that stood is over by itself, and nobody can take it up again.
        await api.Settle();
        (await api.Ask(Police, "GET", $"/api/v1/travel-bans/{banned["id"]}"))["item"]!["status"]!.ToString().ShouldBe("ended");
        using var decided = await api.Send(Police, "PUT", $"/api/v1/travel-bans/{banned["id"]}/decision", Decision("2171010001800073"));
        (await decided.Content.ReadAsStringAsync(ApiFixture.Ct)).ShouldContain("travel_ban.over");
    }

    private static string Known(string nik) => $$"""{"name":"Gagak","nik":"{{nik}}","sex":"M","nationality":"ID","birthDate":"1980-01-01"}""";

    private static string Urgent(string number, string person) =>
        $$"""{"person":{{person}},"requestNumber":"{{number}}","reason":"Hendak berangkat.","photoSha256":"{{new string('a', 64)}}"}""";

    private static string Decision(string nik)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        return $$"""
            {"person":{"nik":"{{nik}}"},"decreeNumber":"KEP/1","from":"{{today:yyyy-MM-dd}}","until":"{{today.AddMonths(3):yyyy-MM-dd}}","reason":"Tersangka."}
            """;
    }

    private async Task<JsonNode> Ask(HttpStatusCode status, string path, string body)
    {
        using var response = await api.Send(Police, "POST", $"/api/v1/travel-bans/{path}", body);
        var text = await response.Content.ReadAsStringAsync(ApiFixture.Ct);
        response.StatusCode.ShouldBe(status, text);
        return JsonNode.Parse(text)!;
    }
}
