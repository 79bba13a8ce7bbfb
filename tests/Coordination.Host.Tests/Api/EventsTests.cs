using System.Net;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Api;

public sealed class EventsTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Three_applicants_come_in_one_batch_in_order_and_again_as_duplicates()
    {
        string[] batch = [Told.Application("a1", "M-1", "5321010001900001"), Told.Application("a2", "M-2", "5321010001900002"), Told.Application("a3", "M-3", "5321010001900003")];
        var first = (await api.SendEvents("imigrasi.atambua", batch)).AsArray();
        first.Select(result => result!["status"]!.ToString()).ShouldBe(["accepted", "accepted", "accepted"], first.ToJsonString());
        first.Select(result => result!["id"]!.ToString()).ShouldBe(["a1", "a2", "a3"]);
        var again = (await api.SendEvents("imigrasi.atambua", batch)).AsArray();
        again.Select(result => result!["status"]!.ToString()).ShouldBe(["duplicate", "duplicate", "duplicate"]);
        again.Select(result => (long)result!["position"]!).ShouldBe(first.Select(result => (long)result!["position"]!));
        again.Select(result => result!["streamId"]!.ToString()).ShouldBe(first.Select(result => result!["streamId"]!.ToString()));
    }

    [Fact]
    public async Task The_same_id_with_another_body_is_refused()
    {
        await api.SendEvents("imigrasi.atambua", Told.Application("b1", "N-1", "5321010001900011"));
        var result = (await api.SendEvents("imigrasi.atambua", Told.Application("b1", "N-1", "5321010001900012")))[0]!;
        result["status"]!.ToString().ShouldBe("rejected");
        result["problem"]!["code"]!.ToString().ShouldBe("idempotency.key_reused");
    }

    [Fact]
    public async Task One_bad_event_never_blocks_the_others()
    {
        var results = (await api.SendEvents(
            "imigrasi.atambua",
            Told.Application("c1", "O-1", "5321010001900021"),
            Told.Application("c2", "O-2", "123"),
            """{"specversion":"1.0","id":"c3"}""",
            Told.Event("c4", "/imigrasi/atambua", "O-4", "no_such_event", null, []),
            Told.Application("c5", "O-5", "5321010001900025", source: "/polri/barelang"),
            Told.Event("c6", "/imigrasi/atambua", "O-6", "police_report_registered", null, []),
            Told.Application("c7", "O-7", "5321010001900027").Replace("2026-01-19", "2999-01-19", StringComparison.Ordinal),
            Told.Application("c8", "O-8", "5321010001900028"))).AsArray();
        results.Select(result => result!["problem"]?["code"]?.ToString()).ShouldBe(
        [
            null, "person.unreadable", "cloudevents.missing_attribute", "events.unknown_type", "events.source_not_yours", "data.invalid",
            "authority.in_future", null,
        ], results.ToJsonString());
        results[1]!["problem"]!["details"]![0]!.ToString().ShouldBe("$.applicant.nik");
        results[2]!["problem"]!["details"]![0]!.ToString().ShouldBe("$[2].source");
    }

    [Fact]
    public async Task One_event_comes_structured_or_binary()
    {
        var structured = await api.Ask(
            "imigrasi.atambua", "POST", "/api/v1/events", Told.Application("d1", "P-1", "5321010001900031"), "application/cloudevents+json");
        structured[0]!["status"]!.ToString().ShouldBe("accepted");
        var data = JsonNode.Parse(Told.Application("d2", "P-2", "5321010001900032"))!["data"]!.ToJsonString();
        var binary = await api.Ask(
            "imigrasi.atambua", "POST", "/api/v1/events", data, "application/json", ("ce-specversion", "1.0"), ("ce-id", "d2"),
            ("ce-source", "/imigrasi/atambua"), ("ce-type", "id.satgas.passport_application_received"), ("ce-subject", "P-2"));
        binary[0]!["status"]!.ToString().ShouldBe("accepted");
    }

    [Fact]
    public async Task The_same_NIK_is_the_same_person_and_no_identity_stands_in_the_log()
    {
        await api.SendEvents(
            "imigrasi.atambua", Told.Application("e1", "Q-1", "5321010001900041"), Told.Application("e2", "Q-2", "5321010001900041", "0800 000 041"));
        await using var command = api.Database.Owner.CreateCommand(
            "select count(distinct data ->> 'applicant'), count(*) from public.mt_events where headers ->> 'sourceRef' in ('Q-1', 'Q-2')");
        await using var reader = await command.ExecuteReaderAsync(ApiFixture.Ct);
        await reader.ReadAsync(ApiFixture.Ct);
        (reader.GetInt64(0), reader.GetInt64(1)).ShouldBe((1, 2));
        await using var leak = api.Database.Owner.CreateCommand(
            "select count(*) from public.mt_events where data::text ~ '5321010001900041|Bakung|000011' or headers::text ~ '5321010001900041|Bakung'");
        (await leak.ExecuteScalarAsync(ApiFixture.Ct)).ShouldBe(0L);
    }

    [Theory]
    [MemberData(nameof(Intake.MalformedEvents.All), MemberType = typeof(Intake.MalformedEvents))]
    public async Task What_is_not_a_CloudEvent_is_a_bad_request(string json, string code, string where)
    {
        using var response = await api.Send("imigrasi.atambua", "POST", "/api/v1/events", json, "application/cloudevents+json");
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(ApiFixture.Ct))!;
        problem["code"]!.ToString().ShouldBe(code);
        problem["details"]!.AsArray().Count.ShouldBe(1, where);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json")]
    public async Task Other_media_types_are_no_CloudEvents(string mediaType)
    {
        using var response = await api.Send("imigrasi.atambua", "POST", "/api/v1/events", "{}", mediaType);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(ApiFixture.Ct)).ShouldContain("cloudevents.media_type");
    }

    [Fact]
    public async Task More_than_a_mebibyte_is_too_large()
    {
        // The server answers by the announced length and closes. A client that is still sending then finds a broken pipe in place of the answer, so it
        // asks first, as one with a large body should (RFC 9110, 10.1.1).
        using var response = await api.Send(
            "imigrasi.atambua", "POST", "/api/v1/events", $"[\"{new string('x', 1024 * 1024)}\"]", "application/cloudevents-batch+json",
            ("Expect", "100-continue"));
        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_thousand_events_come_in_one_batch_and_those_of_one_thing_keep_their_order()
    {
        var events = Enumerable.Range(0, 500).SelectMany(i => new[]
        {
            Told.Application($"t{i}", $"T-{i}", $"5321010002{i:000000}", $"+6200{i:000000}"),
            Told.Event($"u{i}", "/imigrasi/atambua", $"T-{i}", "passport_issuance_deferred", "2026-01-20T09:00:00+08:00", new JsonObject
            {
                ["reasons"] = new JsonArray("SuspectedNonProceduralWork"), ["documentsAsked"] = new JsonArray("Kontrak kerja"),
            }),
        }).ToArray();
        var results = (await api.SendEventsAgain("imigrasi.atambua", events)).AsArray();
        results.Count(result => result!["status"]!.ToString() is "accepted" or "duplicate").ShouldBe(1_000, results.FirstOrDefault(r => r!["problem"] is not null)?.ToJsonString() ?? "");
    }
}
