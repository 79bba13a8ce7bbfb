using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Coordination.Host.Tests.Api;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Vault;

/// <summary>OWASP ASVS 5.0, 14.2.6: identities are masked by default; opening one is an act with a purpose, recorded first.</summary>
public sealed class RevealTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static readonly ConcurrentDictionary<(ApiFixture, string), Task> Proved = [];
    private const string Name = "Teratai Contoh-CANARY";
    private const string Officer = "imigrasi.batam";

    [Fact]
    public async Task A_member_opens_what_it_asks_for_and_no_more_and_it_is_recorded_by_itself()
    {
        var (person, id) = await Victim();
        await StepUp("polri.barelang");
        var revealed = await api.Ask("polri.barelang", "POST", $"/api/v1/persons/{person}/reveal", Request(id));
        revealed["fields"]!.AsObject().Select(field => $"{field.Key}={field.Value}").ShouldBe([$"name={Name}"]);
        await api.Ask("polri.barelang", "POST", $"/api/v1/persons/{person}/reveal", Request(id, fields: """["nik","birthDate"]"""));
        await using var command = api.Database.Owner.CreateCommand(
            "select purpose || ' ' || array_to_string(fields, ',') from coordination.access_entry where action = 'identity_revealed' and persons @> array[$1] and case_id = $2 order by seq");
        command.Parameters.AddWithValue(Guid.Parse(person));
        command.Parameters.AddWithValue(Guid.Parse(id));
        await using var reader = await command.ExecuteReaderAsync(ApiFixture.Ct);
        var entries = new List<string>();
        while (await reader.ReadAsync(ApiFixture.Ct))
            entries.Add(reader.GetString(0));
        entries.ShouldBe(["protection name", "protection nik,birthDate"]);
    }

    [Fact]
    public async Task What_cannot_be_recorded_is_not_opened()
    {
        var (person, id) = await Victim();
        await StepUp(Officer);
        await Execute("revoke insert on coordination.access_entry from coord_rt");
        try
        {
            using var refused = await api.Send(Officer, "POST", $"/api/v1/persons/{person}/reveal", Request(id));
            refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await refused.Content.ReadAsStringAsync(ApiFixture.Ct)).ShouldNotContain("CANARY");
        }
        finally
        {
            await Execute("grant insert on coordination.access_entry to coord_rt");
        }
    }

    [Fact]
    public async Task Without_a_recent_second_factor_purpose_case_or_person_there_is_nothing()
    {
        var (person, id) = await Victim();
        await Refused("bp3mi.kepri", person, Request(id), HttpStatusCode.Forbidden); // no second factor yet
        foreach (var user in new[] { "pemda.malaka", Officer })
            await StepUp(user);
        await Refused("pemda.malaka", person, Request(id), HttpStatusCode.NotFound); // may not know of the case
        await Refused(Officer, Guid.CreateVersion7().ToString(), Request(id), HttpStatusCode.NotFound); // not on the case
        await Refused(Officer, person, Request(Guid.CreateVersion7().ToString()), HttpStatusCode.NotFound); // no such case
        await Refused(Officer, person, Request(id, purpose: "curiosity"), HttpStatusCode.UnprocessableEntity);
        await Refused(Officer, person, Request(id, fields: "[]"), HttpStatusCode.UnprocessableEntity);
        await Refused(Officer, person, Request(id, fields: """["photo"]"""), HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Nothing_but_the_reveal_ever_says_the_name()
    {
        var (_, id) = await Victim();
        foreach (var path in new[] { $"cases/{id}", $"cases/{id}/timeline", "cases", "handoffs", "alerts", "intelligence" })
            (await api.Ask(Officer, "GET", "/api/v1/" + path)).ToJsonString().ShouldNotContain("CANARY");
    }

    [Fact]
    public async Task The_page_opens_it_without_a_script_and_says_nothing_in_its_address()
    {
        var (person, id) = await Victim();
        using var browser = await SignedIn.As(api, "bp3mi.ntt");
        (await browser.GetStringAsync($"/kasus/{id}", ApiFixture.Ct)).ShouldContain($"/kasus/{id}/orang/{person}");
        var code = (await api.Ask("bp3mi.ntt", "GET", "/api/v1/demo/step-up-code"))["code"]!.ToString();
        using var proved = await browser.Submit($"/langkah-kedua?kembali=/kasus/{id}/orang/{person}", "prove", ("kode", code));
        using var shown = await browser.Submit($"/kasus/{id}/orang/{person}", "reveal", ("tujuan", "protection"), ("data", "name"));
        var html = WebUtility.HtmlDecode(await shown.Content.ReadAsStringAsync(ApiFixture.Ct));
        html.ShouldContain(Name);
        shown.RequestMessage!.RequestUri!.ToString().ShouldNotContain("CANARY");
        shown.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    private async Task<(string Person, string Case)> Victim()
    {
        var body = JsonNode.Parse(Told.Case("POLRI", "BP3MI"))!;
        body["subjects"] = new JsonArray(new JsonObject
        {
            ["person"] = new JsonObject { ["name"] = Name, ["nik"] = "0000000000000017", ["birthDate"] = "2007-01-02" }, ["role"] = "Victim",
        });
        var opened = await api.Ask(Officer, "POST", "/api/v1/cases", body.ToJsonString());
        var file = await api.Ask(Officer, "GET", $"/api/v1/cases/{opened["id"]}", headers: ("X-After-Position", opened["position"]!.ToString()));
        return (file["subjects"]![0]!["person"]!.ToString(), opened["id"]!.ToString());
    }

    private static string Request(string id, string purpose = "protection", string fields = """["name"]""") =>
        $$"""{"purpose":"{{purpose}}","caseId":"{{id}}","fields":{{fields}}}""";

    private async Task Refused(string user, string person, string request, HttpStatusCode status)
    {
        using var refused = await api.Send(user, "POST", $"/api/v1/persons/{person}/reveal", request);
        var body = await refused.Content.ReadAsStringAsync(ApiFixture.Ct);
        refused.StatusCode.ShouldBe(status, $"{user} {body}");
        body.ShouldNotContain("CANARY");
    }

    // Once for a token: it lasts five minutes, and a code works once.
    private Task StepUp(string user) => Proved.GetOrAdd((api, user), async _ =>
    {
        var code = (await api.Ask(user, "GET", "/api/v1/demo/step-up-code"))["code"];
        await api.Ask(user, "POST", "/api/v1/tokens/step-up", $$"""{"code":"{{code}}"}""");
    });

    private async Task Execute(string sql)
    {
        await using var command = api.Database.Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(ApiFixture.Ct);
    }
}
