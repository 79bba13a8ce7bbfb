using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Coordination.EventStore;
using Coordination.Host.Tests.Api;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Vault;

/// <summary>Each value stands with the agency that told it, and reaches whom that agency named the person to.</summary>
public sealed class ToldByTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static readonly ConcurrentDictionary<(ApiFixture, string), Task> Proved = [];

    [Fact]
    public async Task To_know_a_number_or_a_reference_opens_nothing_that_another_agency_told()
    {
        const string Nik = "0000000000000021";
        var (person, _) = await Open("imigrasi.batam", $$"""{"name":"Kamboja Contoh-CANARY","nik":"{{Nik}}","phone":"+6200000021","birthDate":"2001-02-03"}""");
        var (same, byNumber) = await Open("polri.barelang", $$"""{"nik":"{{Nik}}"}""");
        same.ShouldBe(person);
        (await Reveal("polri.barelang", person, byNumber)).ShouldBe([$"nik={Nik} POLRI"]);
        var (_, byReference) = await Open("polri.barelang", $"\"{person}\"");
        (await Reveal("polri.barelang", person, byReference)).ShouldBe([$"nik={Nik} POLRI"]);
        (await Search("polri.barelang", "Kamboja Contoh-CANARY")).ShouldBeEmpty();
        (await Reveal("imigrasi.batam", person, (await Open("imigrasi.batam", $"\"{person}\"")).Case)).Count.ShouldBe(4);
    }

    [Fact]
    public async Task What_an_agency_told_reaches_those_to_whom_it_names_the_person()
    {
        var (person, file) = await Open("imigrasi.batam", """{"name":"Anggrek Contoh","nik":"0000000000000022"}""", "BP3MI");
        (await Reveal("bp3mi.kepri", person, file, "name")).ShouldBe(["name=Anggrek Contoh IMIGRASI"]);
    }

    [Fact]
    public async Task What_is_told_later_is_kept_beside_what_was_told_and_the_person_is_found_by_it()
    {
        const string Nik = "0000000000000023";
        var (person, file) = await Open("imigrasi.batam", $$"""{"nik":"{{Nik}}"}""");
        await Add("imigrasi.batam", file, $$"""{"nik":"{{Nik}}","name":"Wijayakusuma Malam"}""");
        await Add("imigrasi.batam", file, $$"""{"nik":"{{Nik}}","birthDate":"1999-01-02"}""");
        await Add("imigrasi.batam", file, $$"""{"nik":"{{Nik}}","name":"Wijayakusuma Fajar"}""");
        await Add("imigrasi.batam", file, $$"""{"nik":"{{Nik}}","name":"Wijayakusuma Malam"}""");
        (await Reveal("imigrasi.batam", person, file, "name", "birthDate")).ShouldBe(
            ["birthDate=1999-01-02 IMIGRASI", "name=Wijayakusuma Malam IMIGRASI", "name=Wijayakusuma Fajar IMIGRASI"]);
        (await Search("imigrasi.batam", "Wijayakusuma Fajar")).ShouldHaveSingleItem();
        (await Search("imigrasi.batam", "Wijayakusuma Malam")).ShouldHaveSingleItem();
        (await Scalar("select count(*) from vault.trait where person = $1 and kind = 'name_birth'", person)).ShouldBe(2);
    }

    [Fact]
    public async Task Who_is_told_of_in_a_command_that_is_refused_is_not_introduced()
    {
        var file = (await api.Ask("imigrasi.batam", "POST", "/api/v1/cases", Told.Case()))["id"]!.ToString();
        var before = await Scalar("select count(*) from vault.person");
        using var refused = await api.Send("pemda.malaka", "POST", $"/api/v1/cases/{file}/subjects", Subject("""{"nik":"0000000000000024","name":"Dahlia"}"""));
        refused.IsSuccessStatusCode.ShouldBeFalse();
        (await Scalar("select count(*) from vault.person")).ShouldBe(before);
        // Whom others know stays.
        var (person, _) = await Open("imigrasi.batam", """{"nik":"0000000000000025"}""");
        using var again = await api.Send("pemda.malaka", "POST", $"/api/v1/cases/{file}/subjects", Subject("""{"nik":"0000000000000025"}"""));
        again.IsSuccessStatusCode.ShouldBeFalse();
        (await Scalar("select count(*) from vault.person where person = $1 and created_by = 'IMIGRASI'", person)).ShouldBe(1);
    }

    [Fact]
    public async Task Who_is_known_by_a_reference_stays_though_the_number_told_with_it_is_another_persons()
    {
        var (other, _) = await Open("imigrasi.batam", """{"nik":"0000000000000026"}""");
        var (person, file) = await Open("imigrasi.batam", """{"name":"Cempaka Contoh"}""");
        await Add("imigrasi.batam", file, $$"""{"ref":"{{person}}","nik":"0000000000000026"}""");
        other.ShouldNotBe(person);
        (await Reveal("imigrasi.batam", person, file, "name")).ShouldBe(["name=Cempaka Contoh IMIGRASI"]);
    }

    [Fact]
    public async Task What_a_person_asks_to_have_corrected_stands_in_the_place_of_what_its_agency_told_and_of_nothing_else()
    {
        const string Nik = "0000000000000027";
        await Open("imigrasi.batam", $$"""{"nik":"{{Nik}}","name":"Mlati Kenanga"}""", "SATGAS");
        var (person, file) = await Open("koordinator", $$"""{"nik":"{{Nik}}","name":"Melatih Kenanga"}""");
        await Correct(await Receive("Access"), HttpStatusCode.Conflict);
        await Correct(await Receive("Correction"), HttpStatusCode.NoContent);
        (await Reveal("koordinator", person, file, "name")).ShouldBe(["name=Mlati Kenanga IMIGRASI", "name=Melati Kenanga SATGAS"]);
        (await Scalar("select count(*) from vault.name_key where person = $1", person)).ShouldBe(1);

        async Task<string> Receive(string right) => (await api.Ask(
            "koordinator", "POST", "/api/v1/privacy/requests",
            $$"""{"subject":"{{person}}","right":"{{right}}","reference":"PDP/{{right}}"}"""))["id"]!.ToString();

        async Task Correct(string request, HttpStatusCode expected)
        {
            await Written();
            using var answer = await api.Send("koordinator", "POST", $"/api/v1/privacy/requests/{request}/correction", """{"name":"Melati Kenanga"}""");
            answer.StatusCode.ShouldBe(expected, await answer.Content.ReadAsStringAsync(ApiFixture.Ct));
        }
    }

    private static string Subject(string person) => $$"""{"subject":{"person":{{person}},"role":"Victim"} }""";

    private Task<JsonNode> Add(string user, string file, string person) => api.Ask(user, "POST", $"/api/v1/cases/{file}/subjects", Subject(person));

    private async Task<(string Person, string Case)> Open(string user, string person, params string[] members)
    {
        var body = JsonNode.Parse(Told.Case(members))!;
        body["subjects"] = new JsonArray(new JsonObject { ["person"] = JsonNode.Parse(person), ["role"] = "Victim" });
        var opened = await api.Ask(user, "POST", "/api/v1/cases", body.ToJsonString());
        var file = await api.Ask(user, "GET", $"/api/v1/cases/{opened["id"]}", headers: ("X-After-Position", opened["position"]!.ToString()));
        return (file["subjects"]![0]!["person"]!.ToString(), opened["id"]!.ToString());
    }

    private async Task<IReadOnlyList<string>> Reveal(string user, string person, string file, params string[] fields)
    {
        await Proved.GetOrAdd((api, user), async _ =>
        {
            var code = (await api.Ask(user, "GET", "/api/v1/demo/step-up-code"))["code"];
            await api.Ask(user, "POST", "/api/v1/tokens/step-up", $$"""{"code":"{{code}}"}""");
        });
        var asked = new JsonObject
        {
            ["purpose"] = "protection", ["caseId"] = file,
            ["fields"] = new JsonArray([.. (fields is [] ? ["name", "nik", "phone", "birthDate"] : fields).Select(field => (JsonNode)field)]),
        };
        var revealed = await api.Ask(user, "POST", $"/api/v1/persons/{person}/reveal", asked.ToJsonString());
        return [.. revealed["told"]!.AsArray().Select(told => $"{told!["field"]}={told["value"]} {told["agency"]}")];
    }

    private async Task<JsonArray> Search(string user, string name)
    {
        var body = new JsonObject { ["name"] = name, ["purpose"] = "VictimProtection", ["operation"] = "Operasi contoh" };
        await Written();
        return (await api.Ask(user, "POST", "/api/v1/persons/search", body.ToJsonString()))["items"]!.AsArray();
    }

    // Until all views show it.
    private async Task Written()
    {
        var last = await Scalar("select coalesce(max(seq_id), 0) from public.mt_events");
        (await api.Host.Services.GetRequiredService<ProjectionDaemon>().WaitFor(last, TimeSpan.FromSeconds(30), ApiFixture.Ct)).Reached.ShouldBeTrue();
    }

    private async Task<long> Scalar(string sql, string? person = null)
    {
        await using var command = api.Database.Owner.CreateCommand(sql);
        if (person is not null)
            command.Parameters.AddWithValue(Guid.Parse(person));
        return (long)(await command.ExecuteScalarAsync(ApiFixture.Ct))!;
    }
}
