using System.Net;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Api;

/// <summary>From the handoff to the verdict, each step by the agency whose step it is.</summary>
public sealed class MatterApiTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Batam = "imigrasi.batam";
    private const string Barelang = "polri.barelang";
    private const string Kejari = "kejaksaan.batam";
    private const string Court = "pn.batam";
    private const string Lpsk = "lpsk.pusat";

    private const string Victim = """{"name":"Melati","nik":"5321010001900041","sex":"F"}""";

    [Fact]
    public async Task Immigration_cannot_open_an_investigation_of_trafficking_and_the_try_stands_in_the_log()
    {
        using var refused = await api.Send(Batam, "POST", "/api/v1/matters/investigations", """{"orderNumber":"SPRIN/9","articles":["UU-21-2007:4"]}""");
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await Code(refused)).ShouldBe("prosecution.trafficking_is_police");
        await using var command = api.Database.Owner.CreateCommand(
            "select count(*) from public.mt_events where type = 'command_rejected' and data ->> 'code' = 'prosecution.trafficking_is_police'");
        (await command.ExecuteScalarAsync(ApiFixture.Ct)).ShouldBe(1L);
    }

    [Fact]
    public async Task A_matter_goes_from_the_report_to_the_payment()
    {
        var id = (await api.Ask(Barelang, "POST", "/api/v1/matters", $$"""{"reportNumber":"LP/7","articles":["UU-21-2007:4"],"suspects":[{"name":"Gagak","nik":"2171010001800001"}],"victims":[{{Victim}}]}"""))["id"]!.ToString();
        await Step(Barelang, "PUT", id, "investigation", """{"orderNumber":"SPRIN/7","articles":["UU-21-2007:4"]}""");
        await Step(Barelang, "PUT", id, "notice", """{"noticeNumber":"SPDP/7","prosecutorOffice":"KEJARI-BATAM","recipients":["Prosecutor"],"investigationStartedOn":"2026-02-02"}""");
        await Step(Barelang, "PUT", id, "file", """{"letterNumber":"BP/7"}""");
        await Step(Kejari, "PUT", id, "file/return", """{"kind":"P19","letterNumber":"P19/7","instructions":["Periksa saksi."]}""");
        await Step(Barelang, "PUT", id, "file/resubmission", """{"letterNumber":"BP/7.a"}""");
        await Step(Kejari, "PUT", id, "file/completion", """{"letterNumber":"P21/7"}""");
        await Step(Barelang, "PUT", id, "transfer", """{"recordNumber":"BAST/7","suspects":[{"name":"Gagak","nik":"2171010001800001"}],"evidence":[]}""");
        await Step(Kejari, "PUT", id, "indictment", """{"indictmentNumber":"PDM/7","court":"PN-BATAM","articles":["UU-21-2007:4"]}""");
        await Step(Lpsk, "POST", id, "restitution/assessments", $$"""{"victim":{{Victim}},"amountRupiah":52000000,"assessmentNumber":"R/7"}""");
        await Step(Kejari, "POST", id, "restitution/claims", $$"""{"victim":{{Victim}},"amountRupiah":52000000,"claimNumber":"B/7"}""");
        await Step(Court, "POST", id, "verdicts", """{"verdictNumber":"7/2026","outcome":"Convicted","articles":["UU-21-2007:4"],"termMonths":84,"fineRupiah":200000000}""");
        await Step(Court, "POST", id, "restitution/orders", $$"""{"victim":{{Victim}},"amountRupiah":48000000,"decisionNumber":"7/2026"}""");
        await Step(Kejari, "POST", id, "restitution/payments", $$"""{"victim":{{Victim}},"amountRupiah":48000000,"receiptNumber":"KW/7"}""");
    }

    [Fact]
    public async Task A_conflict_over_a_declined_handoff_stops_its_clock()
    {
        var handoff = (await api.Ask(Batam, "POST", "/api/v1/handoffs/police", Told.ToPolice(pending: false)))["id"]!.ToString();
        await api.Ask(Barelang, "PUT", $"/api/v1/handoffs/{handoff}/decline", """{"reason":"Bukan wewenang kami."}""");
        await api.Ask(Batam, "POST", "/api/v1/competence-conflicts", $$"""{"fromOffence":"Smuggling","toOffence":"Trafficking","agencies":["IMIGRASI","POLRI"],"reason":"Ada eksploitasi.","handoff":"{{handoff}}"}""");
        (await Last(handoff)).ShouldBe("handoff_followed_up");
    }

    [Fact]
    public async Task A_new_handoff_in_place_of_a_declined_one_stops_its_clock_for_its_sender_only()
    {
        var handoff = (await api.Ask(Batam, "POST", "/api/v1/handoffs/police", Told.ToPolice(pending: false)))["id"]!.ToString();
        await api.Ask(Barelang, "PUT", $"/api/v1/handoffs/{handoff}/decline", """{"reason":"Bukan wewenang kami."}""");
        var again = JsonNode.Parse(Told.ToPolice(pending: false))!.AsObject();
        again["parentHandoffId"] = handoff;
        await api.Ask("imigrasi.kupang", "POST", "/api/v1/handoffs/police", again.ToJsonString());
        (await Last(handoff)).ShouldBe("handoff_declined", "a stranger stops no clock");
        await api.Ask(Batam, "POST", "/api/v1/handoffs/police", again.ToJsonString());
        (await Last(handoff)).ShouldBe("handoff_followed_up");
    }

    [Fact]
    public async Task The_chain_of_an_item_begins_with_its_manifest_and_says_what_differs()
    {
        var handoff = (await api.Ask(Batam, "POST", "/api/v1/handoffs/police", Told.ToPolice(pending: false)))["id"]!.ToString();
        var taken = $$"""{"handoff":"{{handoff}}","item":"B-01","from":{"agency":"IMIGRASI","unit":"KANIM-BATAM"},"to":{"agency":"POLRI","unit":"POLRESTA-BARELANG"},"sha256":"{{new string('b', 64)}}"}""";
        var item = (await api.Ask(Barelang, "POST", "/api/v1/evidence/custody", taken))["id"]!.ToString();
        (await api.Ask(Barelang, "POST", "/api/v1/evidence/custody", taken))["id"]!.ToString().ShouldBe(item, "one item has one chain");
        (await Types(item)).ShouldBe(["evidence_registered", "evidence_custody_changed"]);
        var on = """{"from":{"agency":"POLRI","unit":"POLRESTA-BARELANG"},"to":{"agency":"KEJAKSAAN","unit":"KEJARI-BATAM"},"sealNumber":"SGL-0001"}""";
        await api.Ask(Kejari, "POST", $"/api/v1/evidence/{item}/custody", on);
        await api.Ask(Kejari, "POST", $"/api/v1/evidence/{item}/custody", on.Replace("KEJARI-BATAM", "KEJARI-BELU", StringComparison.Ordinal)
            .Replace("\"agency\":\"POLRI\",\"unit\":\"POLRESTA-BARELANG\"", "\"agency\":\"KEJAKSAAN\",\"unit\":\"KEJARI-BATAM\"", StringComparison.Ordinal)
            .Replace("SGL-0001", "SGL-0002", StringComparison.Ordinal));
        await using var command = api.Database.Owner.CreateCommand(
            $"select data ->> 'mismatch' from public.mt_events where stream_id = '{item}' order by version desc limit 1");
        (await command.ExecuteScalarAsync(ApiFixture.Ct)).ShouldBe("""["SealDiffers"]""");
    }

    private async Task Step(string user, string method, string matter, string step, string body) =>
        await api.Ask(user, method, $"/api/v1/matters/{matter}/{step}", body);

    private async Task<string> Last(string stream) => (await Types(stream))[^1];

    private async Task<IReadOnlyList<string>> Types(string stream)
    {
        await using var command = api.Database.Owner.CreateCommand($"select type from public.mt_events where stream_id = '{stream}' order by version");
        await using var reader = await command.ExecuteReaderAsync(ApiFixture.Ct);
        var types = new List<string>();
        while (await reader.ReadAsync(ApiFixture.Ct))
            types.Add(reader.GetString(0));
        return types;
    }

    private static async Task<string> Code(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync(ApiFixture.Ct))!["code"]!.ToString();
}
