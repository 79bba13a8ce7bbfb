using System.Net;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Api;

/// <summary>Sharing over HTTP: who reads a thing, who must give it back, and who may use it for what.</summary>
public sealed class SharingApiTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Owner = "imigrasi.batam";
    private const string Police = "polri.barelang";
    private const string Shelter = "bp3mi.kepri";

    [Fact]
    public async Task A_report_goes_on_by_consent_is_narrowed_recalled_and_answered_for()
    {
        var report = await FileReport("H2");
        var path = $"/api/v1/intelligence/{report}";
        await Do(Owner, "POST", $"{path}/sharing", """{"recipients":[{"agency":"POLRI"}],"reason":"Penyidikan."}""");
        await Do(Police, "GET", path);
        using (var refused = await api.Send(Police, "POST", $"{path}/sharing", """{"recipients":[{"agency":"BP3MI"}],"reason":"Penampungan."}"""))
            refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        var sharing = $"/api/v1/sharing/{report}";
        await Do(Police, "POST", $"{sharing}/consents", """{"kind":"OnwardSharing","recipients":[{"agency":"BP3MI"}],"reason":"Penampungan."}""");
        var asked = await Do(Owner, "GET", "/api/v1/consents?toAnswer=true");
        asked["items"]!.AsArray().Single(one => one!["thing"]!.ToString() == report)!["what"]!.ToString().ShouldBe("onwardSharing");
        (await Status(Shelter, path)).ShouldBe(HttpStatusCode.NotFound);
        await Do(Owner, "PUT", $"{sharing}/consents/1/grant");
        (await Do(Shelter, "GET", path))["recipients"]!.AsArray().Single()!["agency"]!.ToString().ShouldBe("BP3MI", "it learns of no other reader");

        await Do(Owner, "POST", $"{sharing}/narrowing", """{"keep":[{"agency":"BP3MI"}],"reason":"Sumber dilindungi."}""");
        (await Status(Police, path)).ShouldBe(HttpStatusCode.NotFound);
        (await Status(Shelter, path)).ShouldBe(HttpStatusCode.OK);
        var recall = (await Do(Police, "GET", "/api/v1/recalls"))["items"]!.AsArray().Single(one => one!["thing"]!.ToString() == report)!;
        recall["reason"]!.ToString().ShouldBe("Sumber dilindungi.");
        (await Recalls(Shelter, report)).ShouldBeEmpty("it still reads it");
        using (var stranger = await api.Send(Shelter, "PUT", $"{sharing}/recalls/1/acknowledgement", """{"outcome":"Destroyed"}"""))
            stranger.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Line(report))["outcome"].ShouldBeNull();
        await Do(Police, "PUT", $"{sharing}/recalls/1/acknowledgement", """{"outcome":"Destroyed","note":"Satu salinan cetak."}""");
        var line = await Line(report);
        (line["unit"]!.ToString(), line["outcome"]!.ToString(), line["note"]!.ToString()).ShouldBe(("POLRESTA-BARELANG", "destroyed", "Satu salinan cetak."));
        (await Recalls(Police, report)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Names_of_an_audience_are_for_the_owner_alone()
    {
        var report = await FileReport();
        await Do(Owner, "POST", $"/api/v1/intelligence/{report}/sharing", """{"recipients":[{"agency":"POLRI"},{"agency":"BP3MI"}],"reason":"Penyidikan."}""");
        var mine = await Do(Owner, "GET", $"/api/v1/sharing/{report}");
        mine["marking"]!["audience"]!.ToJsonString().ShouldContain("BP3MI");
        var theirs = await Do(Police, "GET", $"/api/v1/sharing/{report}");
        theirs.ToJsonString().ShouldNotContain("BP3MI");
        theirs["mine"]!.GetValue<bool>().ShouldBeFalse();
        (await Status("pemda.malaka", $"/api/v1/sharing/{report}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_owner_alone_narrows_and_a_report_is_widened_by_sharing_it()
    {
        var report = await FileReport();
        await Do(Owner, "POST", $"/api/v1/intelligence/{report}/sharing", """{"recipients":[{"agency":"POLRI"}],"reason":"Penyidikan."}""");
        using var narrowed = await api.Send(Police, "POST", $"/api/v1/sharing/{report}/narrowing", """{"keep":[],"reason":"Keliru."}""");
        await Code(narrowed, HttpStatusCode.Forbidden, "sharing.not_owner");
        using var widened = await api.Send(
            Owner, "POST", $"/api/v1/sharing/{report}/widening", """{"recipients":[{"agency":"BP3MI"}],"reason":"Keliru."}""");
        await Code(widened, HttpStatusCode.UnprocessableEntity, "sharing.intelligence_is_shared");
    }

    [Fact]
    public async Task What_may_not_be_used_in_court_is_not_handed_to_the_police_without_its_owners_consent()
    {
        var report = await FileReport("H1");
        await Do(Owner, "POST", $"/api/v1/intelligence/{report}/sharing", """{"recipients":[{"agency":"BP3MI"}],"reason":"Pelindungan."}""");
        var handing = $$"""
            {"kind":"Police","subject":{"name":"Gagak"},"role":"Suspect","to":{"agency":"POLRI","unit":"POLRESTA-BARELANG","desk":"PPA-PPO"},
             "summary":"Menampung.","offence":"UU 21/2007 Ps 4","sources":["{{report}}"]}
            """;
        using (var refused = await api.Send(Shelter, "POST", "/api/v1/handoffs", handing))
            await Code(refused, HttpStatusCode.Forbidden, "handoff.court_consent_missing");
        await Do(Shelter, "POST", $"/api/v1/sharing/{report}/consents", """{"kind":"CourtUse","recipients":[],"reason":"Berkas perkara."}""");
        using (var notTheirs = await api.Send(Shelter, "PUT", $"/api/v1/sharing/{report}/consents/1/grant"))
            notTheirs.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await Do(Owner, "PUT", $"/api/v1/sharing/{report}/consents/1/grant");
        await Do(Shelter, "POST", "/api/v1/handoffs", handing);
    }

    [Fact]
    public async Task A_case_is_widened_and_visibility_is_told_as_of_then_to_the_owner_and_to_nobody_else()
    {
        var opened = (await Do(Owner, "POST", "/api/v1/cases", Told.Case("POLRI")))["id"]!.ToString();
        var before = await Now();
        (await Status(Shelter, $"/api/v1/cases/{opened}")).ShouldBe(HttpStatusCode.NotFound);
        await Do(Owner, "POST", $"/api/v1/sharing/{opened}/widening", """{"recipients":[{"agency":"BP3MI"}],"reason":"Penampungan."}""");
        (await Status(Shelter, $"/api/v1/cases/{opened}")).ShouldBe(HttpStatusCode.OK);
        string Ask(string at) => $"/api/v1/visibility?target={opened}&agency=BP3MI&at={Uri.EscapeDataString(at)}";
        (await Do(Owner, "GET", Ask(before)))["sight"]!.ToString().ShouldBe("nothing");
        var after = await Now();
        (await Do(Owner, "GET", Ask(after)))["sight"]!.ToString().ShouldBe("full");
        (await Do("koordinator", "GET", Ask(after)))["sight"]!.ToString().ShouldBe("full");
        (await Status(Police, Ask(after))).ShouldBe(HttpStatusCode.NotFound, "a member, but neither owner nor coordinator");
        (await Status("pemda.malaka", Ask(after))).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Top_secret_begins_at_home_and_its_release_waits_for_a_second_person()
    {
        using var refused = await api.Send(Owner, "POST", "/api/v1/intelligence", Report(""","envelope":{"marking":"SR","audience":["POLRI"]}"""));
        ((int)refused.StatusCode).ShouldBe(403);
    }

    private async Task<string> FileReport(string? caveat = null) => (await Do(
        Owner, "POST", "/api/v1/intelligence",
        Report($$""","envelope":{"marking":"T","audience":["originator"],"caveats":[{{(caveat is null ? "" : $"\"{caveat}\"")}}]}""")))["id"]!.ToString();

    private static string Report(string more) =>
        """{"title":"Penampungan","summary":"Rumah di Nagoya","sourceGrade":"B","informationGrade":2""" + more + "}";

    private async Task<JsonNode> Line(string report) =>
        (await Do(Owner, "GET", $"/api/v1/sharing/{report}"))["recalls"]![0]!["units"]!.AsArray().Single()!;

    private async Task<IEnumerable<JsonNode?>> Recalls(string user, string report) =>
        (await Do(user, "GET", "/api/v1/recalls"))["items"]!.AsArray().Where(one => one!["thing"]!.ToString() == report);

    private async Task<string> Now() => (await Do(Owner, "GET", "/api/v1/demo/clock"))["now"]!.ToString();

    /// <summary>Asks, and for what is read: after everything that was done before.</summary>
    private async Task<JsonNode> Do(string user, string method, string path, string? json = null)
    {
        var done = await api.Ask(user, method, path, json, "application/json", ("X-After-Position", _last.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        if (method != "GET")
            _last = done["position"]!.GetValue<long>();
        return done;
    }

    private async Task<HttpStatusCode> Status(string user, string path)
    {
        using var response = await api.Send(
            user, "GET", path, null, "application/json", ("X-After-Position", _last.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return response.StatusCode;
    }

    private static async Task Code(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        var body = await response.Content.ReadAsStringAsync(ApiFixture.Ct);
        response.StatusCode.ShouldBe(status, body);
        JsonNode.Parse(body)!["code"]!.ToString().ShouldBe(code);
    }

    private long _last;
}
