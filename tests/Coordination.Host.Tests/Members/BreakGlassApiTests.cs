using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Coordination.Domain.Cases;
using Coordination.Domain.Kernel;
using Coordination.Domain.Members;
using Coordination.EventStore;
using Coordination.Host.Tests.Api;
using Coordination.Host.Tests.Security;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Members;

/// <summary>An officer of another agency opens one case of immigration in an emergency.</summary>
public sealed class BreakGlassApiTests(SessionFixture world) : IClassFixture<SessionFixture>
{
    private const string Glass = "/api/v1/break-glass";

    [Fact]
    public async Task It_opens_one_case_to_read_and_nothing_else_and_both_sides_are_told_at_once()
    {
        var (user, owner, head) = await People("a");
        var (held, other) = (await OpenCase(owner), await OpenCase(owner));
        using var ownersStream = await Stream(owner);
        using (var closed = await world.Send(user, "GET", $"/api/v1/cases/{held}"))
            closed.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var opened = await world.Ask(user, "POST", Glass, new { @case = held, reason = "Korban terancam malam ini.", hours = 2 });
        var id = opened["id"]!.ToString();

        (await world.Ask(user, "GET", $"{Glass}/{id}/case"))["id"]!.ToString().ShouldBe(held);
        (await world.Ask(user, "GET", $"{Glass}/{id}/timeline"))["items"]!.AsArray().Count.ShouldBeGreaterThan(0);
        foreach (var path in new[] { $"/api/v1/cases/{held}", $"/api/v1/cases/{held}/timeline", $"/api/v1/cases/{other}", $"{Glass}/{other}/case" })
        {
            using var shut = await world.Send(user, "GET", path);
            shut.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }
        (await world.Ask(user, "GET", "/api/v1/cases"))["items"]!.AsArray().ShouldBeEmpty();

        await Until(async () => (await ownersStream.Frames()).Any(frame => frame.Contains("\"kind\":\"break_glass_opened\"", StringComparison.Ordinal)));
        await Until(async () => (await ownersStream.Frames()).Any(frame => frame.Contains("A-BREAK-GLASS", StringComparison.Ordinal)));
        await Until(async () => (await world.Ask(head, "GET", "/api/v1/alerts"))["items"]!.AsArray().Any(alert => alert!["code"]!.ToString() == "A-BREAK-GLASS"));
        (await world.Ask(owner, "GET", $"/api/v1/cases/{held}/timeline"))["items"]!.AsArray()
            .ShouldContain(line => line!["kind"]!.ToString() == "break_glass_opened");
        await using var recorded = world.Database.Owner.CreateCommand(
            "select count(*) from coordination.access_entry where officer = 'darurat.a' and purpose = 'break_glass' and target = $1");
        recorded.Parameters.AddWithValue($"case:{held}");
        (await recorded.ExecuteScalarAsync(SessionFixture.Ct)).ShouldBe(2L);
    }

    [Fact]
    public async Task Asvs_7_5_3_it_needs_its_own_right_a_recent_second_factor_and_a_reason()
    {
        var (user, owner, _) = await People("b");
        var held = await OpenCase(owner);
        await world.Add("biasa.b", "BP3MI", "BP3MI-KEPRI");
        (await world.Refusal(await world.Proved("biasa.b"), "POST", Glass, new { @case = held, reason = "Perlu." })).ShouldBe("break_glass.no_right");
        (await world.Refusal(await world.Token("darurat.b"), "POST", Glass, new { @case = held, reason = "Perlu." })).ShouldBe("step_up_required");
        (await world.Refusal(user, "POST", Glass, new { @case = held, reason = " " })).ShouldBe("input.blank");
        (await world.Refusal(user, "POST", Glass, new { @case = held, reason = "Perlu.", hours = 5 })).ShouldBe("break_glass.too_long");
        (await world.Refusal(user, "POST", Glass, new { @case = held, reason = "Perlu.", hours = int.MaxValue })).ShouldBe("break_glass.too_long");
        (await world.Refusal(user, "POST", Glass, new { @case = held, reason = "Perlu.", hours = int.MinValue })).ShouldBe("break_glass.too_long");
        (await world.Refusal(user, "POST", Glass, new { @case = Guid.CreateVersion7(), reason = "Perlu." })).ShouldBe("http.not_found");
    }

    [Fact]
    public async Task A_case_above_the_clearance_of_its_user_is_answered_like_none_and_nobody_is_told()
    {
        await world.Add("darurat.e", "BP3MI", "BP3MI-KEPRI", clearance: Level.T, privileges: Privilege.BreakGlass);
        await world.Add("pemilik.e", "IMIGRASI", "KANIM-BATAM");
        var (user, owner) = (await world.Proved("darurat.e"), await world.Proved("pemilik.e"));
        var held = await OpenCase(owner, "R");
        var number = (await world.Ask(owner, "GET", $"/api/v1/cases/{held}"))["number"]!.ToString();
        foreach (var named in new[] { held, number })
            (await Body(user, named)).ShouldBe(await Body(user, "1999-0001"));
        (await world.Ask(owner, "GET", Glass)).AsArray().ShouldNotContain(line => line!["case"]!.ToString() == held);

        async Task<string> Body(string token, string named)
        {
            using var response = await world.Send(token, "POST", Glass, new { @case = named, reason = "Perlu." });
            response.StatusCode.ShouldBe(HttpStatusCode.NotFound, named);
            var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(SessionFixture.Ct))!.AsObject();
            body.Remove("traceId");
            return body.ToJsonString();
        }
    }

    [Fact]
    public async Task What_is_told_of_it_is_no_less_secret_than_the_case()
    {
        var (user, _, _) = await People("f");
        await world.Add("terbatas.f", "IMIGRASI", "KANIM-BATAM", clearance: Level.T);
        await world.Add("kepala.t.f", "BP3MI", "BP3MI-KEPRI", OfficerRole.UnitHead, Level.T);
        var owner = await world.Proved("pemilik.f");
        var held = await OpenCase(owner, "R");
        var id = (await world.Ask(user, "POST", Glass, new { @case = held, reason = "Korban terancam." }))["id"]!.ToString();
        await world.Ask(user, "POST", $"{Glass}/{id}/end");
        await Until(async () => (await world.Ask(owner, "GET", "/api/v1/alerts"))["items"]!.AsArray().Any(Tells));
        await using var levels = world.Database.Owner.CreateCommand(
            "select string_agg(distinct headers -> 'marking' ->> 'level', ' ') from public.mt_events where stream_id = $1");
        levels.Parameters.AddWithValue(Guid.Parse(id));
        (await levels.ExecuteScalarAsync(SessionFixture.Ct)).ShouldBe("R");
        foreach (var name in new[] { "terbatas.f", "kepala.t.f" })
        {
            var token = await world.Token(name);
            (await world.Ask(token, "GET", Glass)).AsArray().ShouldNotContain(line => line!["case"]!.ToString() == held, name);
            (await world.Ask(token, "GET", "/api/v1/alerts"))["items"]!.AsArray().Any(Tells).ShouldBeFalse(name);
        }

        bool Tells(JsonNode? alert) => alert!["code"]!.ToString() == "A-BREAK-GLASS" && alert.ToJsonString().Contains("darurat.f", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_can_be_named_by_its_number_and_who_has_no_right_learns_no_number()
    {
        var (user, owner, _) = await People("d");
        var held = await OpenCase(owner);
        var number = (await world.Ask(owner, "GET", $"/api/v1/cases/{held}"))["number"]!.ToString();
        await world.Add("biasa.d", "BP3MI", "BP3MI-KEPRI");
        var without = await world.Proved("biasa.d");
        foreach (var named in new[] { number, "1999-0001", held, $"{Guid.CreateVersion7()}" })
            (await world.Refusal(without, "POST", Glass, new { @case = named, reason = "Perlu." })).ShouldBe("break_glass.no_right");
        (await world.Refusal(user, "POST", Glass, new { @case = "1999-0001", reason = "Perlu." })).ShouldBe("http.not_found");

        var id = (await world.Ask(user, "POST", Glass, new { @case = number, reason = "Korban terancam." }))["id"]!.ToString();
        (await world.Ask(user, "GET", $"{Glass}/{id}/case"))["id"]!.ToString().ShouldBe(held);
    }

    [Fact]
    public async Task Who_read_a_thing_through_it_answers_for_it_when_it_is_taken_back()
    {
        var (user, owner, _) = await People("g");
        var held = await OpenCase(owner);
        var report = (await world.Ask(owner, "POST", "/api/v1/intelligence", JsonNode.Parse($$"""
            {"title":"Penampungan","summary":"Rumah di Nagoya","sourceGrade":"B","informationGrade":2,"case":"{{held}}"}
            """)))["id"]!.ToString();
        var id = (await world.Ask(user, "POST", Glass, new { @case = held, reason = "Korban terancam." }))["id"]!.ToString();
        (await world.Ask(user, "GET", $"{Glass}/{id}/timeline"))["items"]!.AsArray().ShouldContain(line => line!["streamId"]!.ToString() == report);
        await world.Ask(owner, "POST", $"/api/v1/sharing/{report}/narrowing", new { keep = Array.Empty<object>(), reason = "Sumber terancam." });
        (await world.Ask(user, "GET", "/api/v1/recalls"))["items"]!.AsArray().ShouldContain(one => one!["thing"]!.ToString() == report);
    }

    [Fact]
    public async Task It_opens_what_agencies_wrote_that_are_told_at_once_and_nobody_elses_words()
    {
        var (user, owner, _) = await People("h");
        await world.Add("anggota.h", "POLRI", "POLRESTA-BARELANG");
        await world.Add("sumber.h", "LPSK", "LPSK-PUSAT");
        var (member, source) = (await world.Token("anggota.h"), await world.Token("sumber.h"));
        var held = await OpenCase(owner);
        var assessed = await Say(held, "POLRI", "POLRESTA-BARELANG", Marking.Default, new CaseIndicatorsAssessed([], [], [], true, "Catatan polisi."));
        await Say(held, "LPSK", "LPSK-PUSAT", Marking.Of(Level.T, Audiences.Agency("IMIGRASI")), new CaseSubjectAdded(
            new(new PersonRef(Guid.CreateVersion7()), CaseRole.Witness), "Saksi yang hanya diketahui pemilik."));
        var owners = await world.Ask(owner, "GET", $"/api/v1/cases/{held}");
        (owners["subjects"]!.AsArray().Count, owners["indicators"] is null).ShouldBe((1, false));
        using var membersStream = await Stream(member);

        var id = (await world.Ask(user, "POST", Glass, new { @case = held, reason = "Korban terancam." }))["id"]!.ToString();
        await Until(async () => (await membersStream.Frames()).Any(frame => frame.Contains("A-BREAK-GLASS", StringComparison.Ordinal)));
        (await world.Ask(member, "GET", Glass)).AsArray().ShouldContain(line => line!["id"]!.ToString() == id);
        (await world.Ask(source, "GET", Glass)).AsArray().ShouldBeEmpty("it does not know of the case");
        var lines = (await world.Ask(user, "GET", $"{Glass}/{id}/timeline"))["items"]!.AsArray();
        lines.ShouldContain(line => line!["eventId"]!.ToString() == assessed);
        lines.ShouldNotContain(line => line!["kind"]!.ToString() == "case_subject_added", "who was not told");
        var seen = await world.Ask(user, "GET", $"{Glass}/{id}/case");
        (seen["subjects"]!.AsArray().Count, seen["indicators"] is null).ShouldBe((0, false));
    }

    [Fact]
    public async Task It_ends_by_itself_and_its_user_cannot_close_the_review()
    {
        var (user, owner, head) = await People("c");
        var held = await OpenCase(owner);
        var id = (await world.Ask(user, "POST", Glass, new { @case = held, reason = "Korban terancam.", hours = 1 }))["id"]!.ToString();
        world.Events.Jump(TimeSpan.FromMinutes(61));
        using (var over = await world.Send(user, "GET", $"{Glass}/{id}/case"))
            over.StatusCode.ShouldBe(HttpStatusCode.NotFound, "its time is over");
        await Until(async () => (await Line(owner, id))["endedAt"] is not null);
        (await world.Refusal(user, "POST", Glass, new { @case = held, reason = "Lagi." })).ShouldBe("break_glass.review_pending");
        var review = new { finding = "Unjustified", note = "Tidak ada ancaman." };
        (await world.Refusal(user, "POST", $"{Glass}/{id}/review", review)).ShouldBe("break_glass.own_review");
        world.Events.Jump(TimeSpan.FromHours(72));
        await Until(async () => (await world.Ask(head, "GET", "/api/v1/alerts"))["items"]!.AsArray()
            .Any(alert => alert!["code"]!.ToString() == "A-BREAK-GLASS-REVIEW"));
        await world.Ask(head, "POST", $"{Glass}/{id}/review", review);
        (await Line(owner, id))["finding"]!.ToString().ShouldBe("Unjustified");
        await world.Ask(user, "POST", Glass, new { @case = held, reason = "Kali ini nyata." });
    }

    private async Task<(string User, string Owner, string Head)> People(string name)
    {
        await world.Add($"darurat.{name}", "BP3MI", "BP3MI-KEPRI", privileges: Privilege.BreakGlass);
        await world.Add($"kepala.bp3mi.{name}", "BP3MI", "BP3MI-KEPRI", OfficerRole.UnitHead);
        await world.Add($"pemilik.{name}", "IMIGRASI", "KANIM-BATAM");
        return (await world.Proved($"darurat.{name}"), await world.Token($"pemilik.{name}"), await world.Token($"kepala.bp3mi.{name}"));
    }

    private async Task<string> OpenCase(string owner, string level = "T")
    {
        var told = JsonNode.Parse(Told.Case("POLRI"))!;
        told["envelope"] = new JsonObject { ["marking"] = level };
        return (await world.Ask(owner, "POST", "/api/v1/cases", told))["id"]!.ToString();
    }

    /// <summary>Into the case, past the doors: not every agency that writes on it may open it.</summary>
    private async Task<string> Say(string held, string agency, string unit, Marking marking, CaseEvent fact)
    {
        var (log, now) = (world.Host.Services.GetRequiredService<EventLog>(), world.Events.GetUtcNow());
        var by = new Officer($"tulis.{agency}".ToLowerInvariant(), agency, unit, OfficerRole.Officer, Level.R);
        var version = (await log.FetchStreamState(Guid.Parse(held), SessionFixture.Ct))!.Version;
        var happened = new NewEvent(
            Guid.CreateVersion7(now), fact, now, EnvelopeHeaders.Write(new Envelope(by, now, now, null, [], marking, null), (fact as IConcernsPersons)?.Persons() ?? []), by.Id);
        var appended = await log.Append(new([new(Guid.Parse(held), "case", version, [happened])]), SessionFixture.Ct);
        world.Host.Services.GetRequiredService<ProjectionDaemon>().Signal(appended.Position);
        await world.Shown(appended.Position);
        return happened.Id.ToString();
    }

    private async Task<JsonNode> Line(string token, string id) =>
        (await world.Ask(token, "GET", Glass)).AsArray().Single(line => line!["id"]!.ToString() == id)!;

    private async Task<Live> Stream(string token)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/stream");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var response = await world.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, SessionFixture.Ct);
        var live = new Live(response, new StreamReader(await response.Content.ReadAsStreamAsync(SessionFixture.Ct)));
        (await live.Lines.ReadLineAsync(SessionFixture.Ct)).ShouldBe(": open");
        return live;
    }

    private static async Task Until(Func<Task<bool>> isSo)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        while (!await isSo())
            await Task.Delay(100, limit.Token);
    }

    private sealed record Live(HttpResponseMessage Response, StreamReader Lines) : IDisposable
    {
        private readonly List<string> _frames = [];
        private Task<string?>? _next;

        /// <summary>All lines that have come.</summary>
        public async Task<IReadOnlyList<string>> Frames()
        {
            _next ??= Lines.ReadLineAsync(SessionFixture.Ct).AsTask();
            while (await Task.WhenAny(_next, Task.Delay(50)) == _next && await _next is { } line)
            {
                _frames.Add(line);
                _next = Lines.ReadLineAsync(SessionFixture.Ct).AsTask();
            }
            return _frames;
        }

        public void Dispose()
        {
            Lines.Dispose();
            Response.Dispose();
        }
    }
}
