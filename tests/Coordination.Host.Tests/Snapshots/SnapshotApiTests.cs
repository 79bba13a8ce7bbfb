using System.Net;
using Coordination.Domain.Kernel;
using Coordination.Host.Tests.Api;
using Coordination.Projections.Snapshots;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Snapshots;

public sealed class SnapshotApiTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Proposal = """
        {"specversion":"1.0","id":"NAME","source":"/imigrasi/kanim-batam","subject":"NAME","type":"id.satgas.watch_entry_proposed",
         "data":{"kind":"Interest","reason":"Menjemput tiga orang di pelabuhan.","action":"Wawancarai.","person":{"name":"Gagak","passport":"ZZ0000077"}},
         "marking":"T","audience":"POLRI"}
        """;

    [Fact]
    public async Task A_thing_is_listed_and_opened_with_its_narratives_version_and_next_steps()
    {
        var (id, after) = await Propose("pantau-1");
        var listed = await api.Ask("polri.barelang", "GET", "/api/v1/watch-entries?limit=200&status=proposed", headers: after);
        listed["items"]!.AsArray().ShouldContain(item => item!["id"]!.ToString() == id);
        using var response = await api.Send("imigrasi.batam", "GET", $"/api/v1/watch-entries/{id}");
        response.Headers.ETag!.Tag.ShouldBe("\"1\"");
        var body = await response.Content.ReadAsStringAsync(ApiFixture.Ct);
        body.ShouldContain("Menjemput tiga orang di pelabuhan.");
        body.ShouldNotContain("Gagak");
        body.ShouldNotContain("{sealed:");
        var thing = System.Text.Json.Nodes.JsonNode.Parse(body)!;
        thing["history"]![0]!["sentence"]!["id"]!.ToString().ShouldContain("mengusulkan entri daftar pantau");
        thing["next"]!.AsArray().ShouldAllBe(step => step!["type"]!.ToString() != "id.satgas.watch_entry_proposed", "it is proposed already");
    }

    [Fact]
    public async Task A_look_is_in_the_access_report_of_the_owner()
    {
        var (id, after) = await Propose("pantau-2");
        await api.Ask("polri.barelang", "GET", $"/api/v1/watch-entries/{id}", headers: after);
        var report = await api.Ask("imigrasi.batam", "GET", $"/api/v1/access?target=watch_entry:{id}");
        report["items"]!.AsArray().ShouldContain(line => line!["officer"]!.ToString() == "polri.barelang" && line["action"]!.ToString() == "snapshot_read");
        using var stranger = await api.Send(Secrets.Stranger, "GET", $"/api/v1/access?target=watch_entry:{id}");
        stranger.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task It_is_shared_and_its_visibility_is_told_like_that_of_any_thing()
    {
        var (id, after) = await Propose("pantau-3");
        using var before = await api.Send("bp3mi.kepri", "GET", $"/api/v1/watch-entries/{id}", null, "application/json", after);
        before.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var widened = await api.Ask(
            "imigrasi.batam", "POST", $"/api/v1/sharing/{id}/widening", """{"recipients":[{"agency":"BP3MI"}],"reason":"Pelindungan."}""");
        (string, string) now = ("X-After-Position", widened["position"]!.ToString());
        await api.Ask("bp3mi.kepri", "GET", $"/api/v1/watch-entries/{id}", headers: now);
        (await api.Ask("imigrasi.batam", "GET", $"/api/v1/visibility?target={id}&agency=BP3MI"))["sight"]!.ToString().ShouldBe("full");
        (await api.Ask("imigrasi.batam", "GET", $"/api/v1/visibility?target={id}&agency=KKP"))["sight"]!.ToString().ShouldBe("nothing");
    }

    [Fact]
    public async Task A_refused_command_tells_of_a_thing_those_alone_who_may_read_it()
    {
        var (id, after) = await Propose("pantau-4");
        await api.Ask("polri.barelang", "GET", $"/api/v1/watch-entries/{id}", headers: after);
        (await Approve("polri.barelang", id)).ShouldContain("watch_entry.other_agency");
        (await Approve("bp3mi.kepri", id)).ShouldNotContain("watch_entry.other_agency");
    }

    [Theory]
    [InlineData("status=ada")]
    [InlineData("mine=saya")]
    [InlineData("limit=0")]
    [InlineData("after=x")]
    public async Task A_filter_that_cannot_be_read_is_refused(string filter)
    {
        using var response = await api.Send("imigrasi.batam", "GET", $"/api/v1/watch-entries?{filter}");
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Every_kind_opens_by_its_example_and_is_read_by_whoever_opened_it()
    {
        foreach (var kind in SnapshotKinds.All)
        {
            var (id, position, reader) = await SnapshotRows.Open(api, kind);
            var queries = (SnapshotQueries)api.Host.Services.GetService(typeof(SnapshotQueries))!;
            await Waited(position);
            var found = (await queries.Find(Viewer.Of(reader), kind, id, DateTimeOffset.UnixEpoch, ApiFixture.Ct)).ShouldNotBeNull(kind.Type);
            kind.Statuses.ShouldContain(status => status.Code == found.Item.Status);
            found.Item.Title.Id.ShouldNotBeNullOrWhiteSpace();
            ((long)found.History.Count).ShouldBe(found.Item.Version, kind.Type);
        }
    }

    private async Task Waited(long position)
    {
        var daemon = (EventStore.ProjectionDaemon)api.Host.Services.GetService(typeof(EventStore.ProjectionDaemon))!;
        (await daemon.WaitFor(position, TimeSpan.FromSeconds(30), ApiFixture.Ct, [.. SnapshotQueries.Reads])).Reached.ShouldBeTrue();
    }

    private async Task<(string Id, (string, string) After)> Propose(string name)
    {
        var answer = await api.SendEvents("imigrasi.batam", Proposal.Replace("NAME", name, StringComparison.Ordinal));
        var result = answer[0]!;
        return (result["streamId"]!.ToString(), ("X-After-Position", result["position"]!.ToString()));
    }

    private async Task<string> Approve(string user, string id)
    {
        var source = user == "bp3mi.kepri" ? "/BP3MI/BP3MI-KEPRI" : "/POLRI/POLRESTA-BARELANG";
        using var response = await api.Send(
            user, "POST", "/api/v1/events",
            $$"""{"specversion":"1.0","id":"setuju-{{user}}-{{id}}","source":"{{source}}","subject":"{{id}}","type":"id.satgas.watch_entry_approved","data":{"validUntil":"2027-01-31"} }""",
            "application/cloudevents+json");
        return await response.Content.ReadAsStringAsync(ApiFixture.Ct);
    }
}
