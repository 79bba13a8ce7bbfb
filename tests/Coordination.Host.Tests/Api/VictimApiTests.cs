using System.Net;
using System.Text.Json.Nodes;
using Npgsql;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Api;

/// <summary>What agencies say of one person meets in one stream, and is never less secret than a victim's identity.</summary>
public sealed class VictimApiTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Indicated =
        "\"form\":\"SKRINING-TPPO\",\"indicators\":[\"A1\"],\"score\":5,\"isChild\":false,\"formLanguage\":\"vi\"";

    [Fact]
    public async Task The_words_of_all_agencies_about_a_person_meet_whichever_door_they_come_by()
    {
        var referred = await Refer("imigrasi.batam", "ZZ0000201");
        var screened = await Send("bp3mi.kepri", "/BP3MI/BP3MI-KEPRI", "KORBAN-17", "victim_screened", $$"""{"person":{"passport":"ZZ0000201"},{{Indicated}}}""");
        screened["status"]!.ToString().ShouldBe("accepted", screened.ToJsonString());
        screened["streamId"]!.ToString().ShouldBe(referred);
        var determined = await Send(
            "polri.barelang", "/POLRI/POLRESTA-BARELANG", "LP-1", "victim_status_determined", """{"person":{"passport":"ZZ0000201"},"status":"Dual","grounds":"Dua peran."}""");
        determined["streamId"]!.ToString().ShouldBe(referred);
        (await Words(referred)).ShouldBe(["victim_referred/IMIGRASI/R", "victim_screened/BP3MI/R", "victim_status_determined/POLRI/R"]);
    }

    [Fact]
    public async Task A_batch_about_one_person_keeps_its_order_whatever_its_subjects()
    {
        var results = await api.SendEvents(
            "bp3mi.kepri",
            [.. Enumerable.Range(1, 20).SelectMany(n => new[]
            {
                Event($"b{n}-1", $"A-{n}", "victim_referred", $$"""{"person":{"passport":"ZZ00003{{n:00}}"},"source":"Officer","circumstances":"Ditemukan."}"""),
                Event($"b{n}-2", $"B-{n}", "victim_status_determined", $$"""{"person":{"passport":"ZZ00003{{n:00}}"},"status":"Presumed","grounds":"Alasan."}"""),
            })]);
        results.AsArray().Select(result => result!["status"]!.ToString()).Distinct().ShouldBe(["accepted"]);
        foreach (var stream in results.AsArray().Select(result => result!["streamId"]!.ToString()).Distinct())
            (await Words(stream)).ShouldBe(["victim_referred/BP3MI/R", "victim_status_determined/BP3MI/R"]);
    }

    [Fact]
    public async Task Whoever_may_read_less_writes_what_it_may_not_read()
    {
        var id = await Refer("pemda.malaka", "ZZ0000202", """,{"marking":"B","audience":["*"]}""");
        (await Words(id)).ShouldBe(["victim_referred/PEMDA-KAB/R"]);
    }

    [Fact]
    public async Task An_agency_says_its_word_by_naming_the_person_and_learns_of_no_other()
    {
        var id = await Refer("imigrasi.batam", "ZZ0000203");
        using var blind = await api.Send("bp3mi.kepri", "PUT", $"/api/v1/victims/{id}/determination", """{"status":"NotVictim","grounds":"Ingin tahu"}""");
        blind.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await api.Ask(
            "bp3mi.kepri", "POST", "/api/v1/victims/determinations", """{"person":{"passport":"ZZ0000203"},"status":"Presumed","grounds":"Alasan."}""");
        // Once it has spoken it may speak again, and its own word twice is no error.
        await api.Ask("bp3mi.kepri", "PUT", $"/api/v1/victims/{id}/revision", """{"status":"NotVictim","reason":"Tidak ada unsur."}""");
        await api.Ask("bp3mi.kepri", "PUT", $"/api/v1/victims/{id}/revision", """{"status":"NotVictim","reason":"Tidak ada unsur."}""");
        using var others = await api.Send("imigrasi.batam", "PUT", $"/api/v1/victims/{id}/revision", """{"status":"NotVictim","reason":"Ikut."}""");
        (await others.Content.ReadAsStringAsync(ApiFixture.Ct)).ShouldContain("victim.not_yours");
    }

    [Fact]
    public async Task A_person_is_looked_after_from_consent_to_reintegration_by_several_agencies()
    {
        var begun = await api.Ask(
            "bp3mi.kepri", "POST", "/api/v1/protections",
            """{"person":{"passport":"ZZ0000204"},"services":["Health","Psychosocial","Repatriation","Reintegration"],"givenBy":"Self","language":"vi"}""");
        var path = $"/api/v1/protections/{begun["id"]}";
        await api.Ask("bp3mi.kepri", "POST", $"{path}/health-assessments", """{"facility":"RS Batam","emergency":true}""");
        using var without = await api.Send("bp3mi.kepri", "POST", $"{path}/legal-aid", """{"organisation":"LBH"}""");
        (await without.Content.ReadAsStringAsync(ApiFixture.Ct)).ShouldContain("protection.no_consent");
        await api.Ask("bp3mi.kepri", "PUT", $"{path}/handover", """{"agency":"PEMDA-KAB","unit":"PEMDA-MALAKA","recordNumber":"BAST 9"}""");
        await api.Ask("pemda.malaka", "PUT", $"{path}/handover/acknowledgement");
        await api.Ask("pemda.malaka", "PUT", $"{path}/reintegration-plan", """{"parts":["Livelihood"],"goals":"Bengkel las."}""");
        await api.Ask("pemda.malaka", "POST", $"{path}/follow-ups", """{"milestone":"Day30"}""");
        using var stranger = await api.Send("imigrasi.batam", "PUT", $"{path}/return/arrival");
        stranger.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<string> Refer(string user, string passport, string envelope = "") =>
        (await api.Ask(
            user, "POST", "/api/v1/victims",
            $$"""{"person":{"passport":"{{passport}}"},"source":"Officer","circumstances":"Ditemukan."{{(envelope.Length > 0 ? ",\"envelope\":" + envelope[1..] : "")}} }"""))["id"]!
        .ToString();

    private async Task<JsonNode> Send(string user, string source, string subject, string alias, string data) =>
        (await api.Ask(user, "POST", "/api/v1/events", Event(subject, subject, alias, data, source), "application/cloudevents+json"))[0]!;

    private static string Event(string id, string subject, string alias, string data, string source = "/BP3MI/BP3MI-KEPRI") =>
        $$"""{"specversion":"1.0","id":"{{id}}","source":"{{source}}","type":"id.satgas.{{alias}}","subject":"{{subject}}","data":{{data}} }""";

    private async Task<List<string>> Words(string stream)
    {
        await using var command = api.Database.Owner.CreateCommand(
            "select format('%s/%s/%s', type, headers ->> 'agency', headers -> 'marking' ->> 'level') from mt_events where stream_id = $1 order by version");
        command.Parameters.Add(new NpgsqlParameter { Value = Guid.Parse(stream) });
        await using var reader = await command.ExecuteReaderAsync(ApiFixture.Ct);
        var words = new List<string>();
        while (await reader.ReadAsync(ApiFixture.Ct))
            words.Add(reader.GetString(0));
        return words;
    }
}
