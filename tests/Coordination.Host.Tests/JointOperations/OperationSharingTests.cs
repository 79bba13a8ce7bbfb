using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Coordination.Host.Tests.Api;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.JointOperations;

/// <summary>Who reads an operation beside those who take part: its owner widens, takes back, and is told who has to answer for it.</summary>
public sealed class OperationSharingTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Owner = "imigrasi.batam";
    private const string Added = "pemda.malaka";
    private const string Stranger = "desa.malaka";
    private long _last;

    [Fact]
    public async Task It_is_widened_taken_back_and_answered_for_and_a_stranger_never_learns_of_it()
    {
        var story = await Started();
        await ShouldNotKnow(Added, story);
        await ShouldNotKnow(Stranger, story);

        await Do(Owner, "POST", $"sharing/{story.Id}/widening", """{"recipients":[{"agency":"PEMDA-KAB"}],"reason":"Menyiapkan penampungan."}""");
        (await Do(Added, "GET", $"operations/{story.Id}"))["chronology"]!.AsArray().ShouldNotBeEmpty();
        (await Listed(Added)).ShouldContain(story.Id);
        (await Status(Added, $"operations/{story.Id}/report?format=json")).ShouldBe(HttpStatusCode.OK);
        await ShouldNotKnow(Stranger, story);

        await Do(Owner, "POST", $"sharing/{story.Id}/narrowing", """{"keep":[],"reason":"Sasaran berubah."}""");
        await ShouldNotKnow(Added, story);
        await ShouldNotKnow(Stranger, story);
        (await Status("polri.barelang", $"operations/{story.Id}")).ShouldBe(HttpStatusCode.OK, "who takes part cannot do without it");
        (await Recalls(Stranger)).ShouldBeEmpty();
        (await Recalls("polri.barelang")).ShouldBeEmpty("it still reads it");
        (await Recalls(Added)).Single()!["reason"]!.ToString().ShouldBe("Sasaran berubah.");
        await Do(Added, "PUT", $"sharing/{story.Id}/recalls/1/acknowledgement", """{"outcome":"Destroyed"}""");
        (await Recalls(Added)).ShouldBeEmpty();

        async Task<IEnumerable<JsonNode?>> Recalls(string user) =>
            (await Do(user, "GET", "recalls"))["items"]!.AsArray().Where(one => one!["thing"]!.ToString() == story.Id);
    }

    [Fact]
    public async Task What_happens_after_a_widening_is_read_too_and_after_a_taking_back_no_more()
    {
        var story = await Started();
        await Do(Owner, "POST", $"sharing/{story.Id}/widening", """{"recipients":[{"agency":"PEMDA-KAB"}],"reason":"Menyiapkan penampungan."}""");
        await story.Tell(Owner, "POST", "locations", """{"site":"L-02","place":"21.71.06.1001","description":"Ruko."}""");
        _last = story.Position;
        (await Do(Added, "GET", $"operations/{story.Id}"))["chronology"]!.ToJsonString().ShouldContain("L-02");
        await Do(Owner, "POST", $"sharing/{story.Id}/narrowing", """{"keep":[],"reason":"Sasaran berubah."}""");
        await story.Tell(Owner, "POST", "locations", """{"site":"L-03","place":"21.71.06.1001","description":"Gudang."}""");
        _last = story.Position;
        await ShouldNotKnow(Added, story);
    }

    [Fact]
    public async Task Who_was_added_is_told_to_the_owner_alone()
    {
        var story = await Started();
        await Do(Owner, "POST", $"sharing/{story.Id}/widening", """{"recipients":[{"agency":"PEMDA-KAB"}],"reason":"Menyiapkan penampungan."}""");
        (await Do(Owner, "GET", $"sharing/{story.Id}")).ToJsonString().ShouldContain("PEMDA-KAB");
        (await Do("polri.barelang", "GET", $"sharing/{story.Id}")).ToJsonString().ShouldNotContain("PEMDA-KAB");
        (await Do("polri.barelang", "GET", $"operations/{story.Id}")).ToJsonString().ShouldNotContain("PEMDA-KAB");
        using var narrowed = await api.Send("polri.barelang", "POST", $"/api/v1/sharing/{story.Id}/narrowing", """{"keep":[],"reason":"Keliru."}""");
        narrowed.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Who_was_shut_out_does_not_get_the_report_of_a_position_before_that_either()
    {
        var story = await Started();
        await Do(Owner, "POST", $"sharing/{story.Id}/widening", """{"recipients":[{"agency":"PEMDA-KAB"}],"reason":"Menyiapkan penampungan."}""");
        var before = $"operations/{story.Id}/report?format=json&position={_last}";
        var police = (await Do("polri.barelang", "GET", before)).ToJsonString();
        (await Status(Added, before)).ShouldBe(HttpStatusCode.OK);
        await Do(Owner, "POST", $"sharing/{story.Id}/narrowing", """{"keep":[],"reason":"Sasaran berubah."}""");
        (await Status(Added, before)).ShouldBe(HttpStatusCode.NotFound, "what was taken back stays taken back");
        (await Do("polri.barelang", "GET", before)).ToJsonString().ShouldBe(police, "who may still read it gets the same bytes");
    }

    [Fact]
    public async Task What_was_taken_back_is_no_annex_of_the_report_of_a_position_before_that_either()
    {
        var story = await Started();
        var handoff = await story.HandToPolice("BAST/77/2026", story.Id);
        _last = story.Position;
        foreach (var thing in new[] { story.Id, handoff })
            await Do(Owner, "POST", $"sharing/{thing}/widening", """{"recipients":[{"agency":"PEMDA-KAB"}],"reason":"Menyiapkan penampungan."}""");
        var report = $"operations/{story.Id}/report?format=json&position={_last}";
        var record = $"handoffs/{handoff}/record?format=json&position={_last}";
        (await Do(Added, "GET", report)).ToJsonString().ShouldContain("BAST/77/2026");
        (await Status(Added, record)).ShouldBe(HttpStatusCode.OK);
        await Do(Owner, "POST", $"sharing/{handoff}/narrowing", """{"keep":[],"reason":"Keliru."}""");
        (await Do(Added, "GET", report)).ToJsonString().ShouldNotContain("BAST/77/2026");
        (await Status(Added, record)).ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<OperationStory> Started()
    {
        var story = await new OperationStory(api).Propose();
        await story.Tell("koordinator", "PUT", "approval");
        foreach (var user in new[] { Owner, "polri.barelang", "bp3mi.kepri" })
            await story.Order(user);
        await story.Tell(Owner, "PUT", "briefing", """{"victimFirst":true,"tasks":"Dua tim."}""");
        await story.Tell(Owner, "PUT", "start");
        _last = story.Position;
        return story;
    }

    private async Task ShouldNotKnow(string user, OperationStory story)
    {
        foreach (var path in new[] { $"operations/{story.Id}", $"operations/{story.Id}/report?format=json", $"sharing/{story.Id}" })
            (await Status(user, path)).ShouldBe(HttpStatusCode.NotFound, $"{user} {path}");
        (await Listed(user)).ShouldNotContain(story.Id);
        using var widened = await api.Send(
            user, "POST", $"/api/v1/sharing/{story.Id}/widening", """{"recipients":[{"agency":"DESA"}],"reason":"Ingin tahu."}""");
        widened.StatusCode.ShouldBe(HttpStatusCode.NotFound, user);
    }

    private async Task<IEnumerable<string>> Listed(string user) =>
        (await Do(user, "GET", "operations?limit=200"))["items"]!.AsArray().Select(one => one!["id"]!.ToString());

    private async Task<JsonNode> Do(string user, string method, string path, string? json = null)
    {
        var done = await api.Ask(user, method, $"/api/v1/{path}", json, "application/json", ("X-After-Position", _last.ToString(CultureInfo.InvariantCulture)));
        if (method != "GET")
            _last = done["position"]!.GetValue<long>();
        return done;
    }

    private async Task<HttpStatusCode> Status(string user, string path)
    {
        using var response = await api.Send(
            user, "GET", $"/api/v1/{path}", null, "application/json", ("X-After-Position", _last.ToString(CultureInfo.InvariantCulture)));
        return response.StatusCode;
    }
}
