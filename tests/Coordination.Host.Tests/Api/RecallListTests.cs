using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Coordination.Domain.Alerts;
using Coordination.Domain.Kernel;
using Coordination.EventStore;
using Coordination.Host.Commands;
using Coordination.Host.Tests.JointOperations;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Api;

/// <summary>Whoever read or exported a thing, on whatever way, stands on its recall list when it is taken back.</summary>
public sealed class RecallListTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Owner = "imigrasi.batam";
    private const string Reader = "bp3mi.kepri";
    private long _last;

    [Fact]
    public async Task Who_exported_the_bundle_of_a_case_answers_for_what_stood_on_it()
    {
        var (file, report) = await OnCase();
        await StepUp();
        // Whether a signed head covers it already is of no matter: it is recorded before it is packed.
        (await Status($"cases/{file}/bundle")).ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable);
        await Narrow(report);
        (await MustAnswer(report)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_read_the_lines_of_a_case_answers_for_what_was_among_them_and_not_for_what_was_taken_back_before(bool before)
    {
        var (file, report) = await OnCase();
        await Do(Owner, "POST", $"cases/{file}/members", """{"agency":"PEMDA-KAB","reason":"Penampungan."}""");
        if (before)
            (await Status($"cases/{file}/timeline")).ShouldBe(HttpStatusCode.OK);
        await Narrow(report);
        if (!before)
            (await Status($"cases/{file}/timeline")).ShouldBe(HttpStatusCode.OK);
        (await MustAnswer(report)).ShouldBe(before);
    }

    [Fact]
    public async Task Who_opened_one_event_answers_for_the_thing_that_it_is_of()
    {
        var (_, report) = await OnCase();
        var events = await api.Host.Services.GetRequiredService<EventLog>().FetchStream(Guid.Parse(report), ApiFixture.Ct);
        (await Status($"events/{events[0].Id}")).ShouldBe(HttpStatusCode.OK);
        await Narrow(report);
        (await MustAnswer(report)).ShouldBeTrue();
    }

    [Fact]
    public async Task Who_read_an_alert_answers_for_what_it_was_made_of()
    {
        var (_, report) = await OnCase();
        var evidence = (await api.Host.Services.GetRequiredService<EventLog>().FetchStream(Guid.Parse(report), ApiFixture.Ct))[0].Id;
        var alert = Guid.CreateVersion7();
        var raised = new AlertRaised(
            "A-REPEAT", "R11", 1, Severity.High, [evidence], [], [Audiences.Agency("BP3MI")], new Dictionary<string, string>(StringComparer.Ordinal));
        var envelope = api.Host.Services.GetRequiredService<Envelopes>().For(Officer.System, marking: Marking.Of(Level.T, Audiences.Agency("BP3MI")));
        _last = (await api.Host.Services.GetRequiredService<WritePath>().Write(raised, alert, envelope, new WriteTerms(), ApiFixture.Ct)).Position;
        (await Status($"alerts/{alert}")).ShouldBe(HttpStatusCode.OK);
        await Narrow(report);
        (await MustAnswer(report)).ShouldBeTrue();
    }

    [Fact]
    public async Task Who_exported_a_report_answers_for_what_it_cites()
    {
        var story = await new OperationStory(api).Propose();
        var handoff = await story.HandToPolice("BAST/78/2026", story.Id);
        _last = story.Position;
        var uncited = await story.HandToPolice("BAST/79/2026", Guid.CreateVersion7().ToString());
        foreach (var thing in new[] { handoff, uncited })
            await Do(Owner, "POST", $"sharing/{thing}/widening", """{"recipients":[{"agency":"BP3MI"}],"reason":"Penampungan."}""");
        (await Do(Reader, "GET", $"operations/{story.Id}/report?format=json")).ToJsonString().ShouldContain("BAST/78/2026");
        await Narrow(handoff);
        await Narrow(uncited);
        (await MustAnswer(handoff)).ShouldBeTrue();
        (await MustAnswer(uncited)).ShouldBeFalse("nobody has read it");
    }

    private async Task<(string File, string Report)> OnCase()
    {
        var file = (await Do(Owner, "POST", "cases", Told.Case("BP3MI")))["id"]!.ToString();
        var report = (await Do(Owner, "POST", "intelligence", $$"""
            {"title":"Penampungan","summary":"Rumah di Nagoya","sourceGrade":"B","informationGrade":2,"case":"{{file}}"}
            """))["id"]!.ToString();
        return (file, report);
    }

    private Task<JsonNode> Narrow(string thing) => Do(Owner, "POST", $"sharing/{thing}/narrowing", """{"keep":[],"reason":"Sumber terancam."}""");

    private async Task<bool> MustAnswer(string thing) =>
        (await Do(Reader, "GET", "recalls"))["items"]!.AsArray().Any(one => one!["thing"]!.ToString() == thing);

    private async Task StepUp()
    {
        var code = (await api.Ask(Reader, "GET", "/api/v1/demo/step-up-code"))["code"];
        using var proved = await api.Send(Reader, "POST", "/api/v1/tokens/step-up", $$"""{"code":"{{code}}"}""");
        proved.IsSuccessStatusCode.ShouldBeTrue();
    }

    private async Task<JsonNode> Do(string user, string method, string path, string? json = null)
    {
        var done = await api.Ask(user, method, $"/api/v1/{path}", json, "application/json", ("X-After-Position", _last.ToString(CultureInfo.InvariantCulture)));
        if (method != "GET")
            _last = done["position"]!.GetValue<long>();
        return done;
    }

    private async Task<HttpStatusCode> Status(string path)
    {
        using var response = await api.Send(
            Reader, "GET", $"/api/v1/{path}", null, "application/json", ("X-After-Position", _last.ToString(CultureInfo.InvariantCulture)));
        return response.StatusCode;
    }
}
