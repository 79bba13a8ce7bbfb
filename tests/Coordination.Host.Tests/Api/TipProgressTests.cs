using System.Net;
using System.Text.Json.Nodes;
using Coordination.Domain.Kernel;
using Coordination.Domain.Tips;
using Coordination.Host.Commands;
using Coordination.Host.Resources;
using Coordination.Host.Security;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Api;

/// <summary>What the holder of a tracking code is told, and what nobody is told.</summary>
public sealed class TipProgressTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Desk = "koordinator";

    private static readonly string Today = Envelope.DayOf(TimeProvider.System.GetUtcNow()).ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task The_code_tells_what_the_desk_told_by_day_and_nothing_else()
    {
        var (tip, code) = await Receive();
        (await Ask(code)).ShouldBe(Answer(Today));
        await Tell(tip, "triage", """{"category":"Recruitment","priority":"High","note":"Rahasia desk"}""");
        await Tell(tip, "assignment", """{"toAgency":"POLRI","toUnit":"POLRESTA-BARELANG"}""");
        (await Ask(code)).ShouldBe(Answer(Today), "what the desk has not told is not told");
        await Tell(tip, "feedback", """{"feedback":"BeingLookedInto"}""");
        (await Ask(code.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant())).ShouldBe(Answer(Today, Today));
        await Tell(tip, "feedback", """{"feedback":"PassedOn"}""");
        await Tell(tip, "dismissal", """{"basis":["Records"],"reason":"Tidak ada apa-apa"}""");
        (await Ask(code)).ShouldBe(Answer(Today, Today, Today));
        await Tell(tip, "feedback", """{"feedback":"NotConfirmed"}""");
        (await Ask(code)).ShouldBe(Answer(Today, Today, Today, Today));
    }

    [Fact]
    public async Task A_code_of_what_may_not_be_known_answers_in_the_very_bytes_of_one_that_nobody_was_given()
    {
        var withheld = await ReceiveAbove(Level.R, "WXYZ-2345-6789");
        (await Ask(await ReceiveAbove(Level.T, "WXYZ-2345-6788"))).ShouldBe(Answer(Today));
        var (_, shared) = await Receive(""" "trackingCode":"GGGG-2345-6789", """);
        await Receive(""" "trackingCode":"gggg23456789","village":"53.21", """);
        var (_, guessable) = await Receive(""" "trackingCode":"LAP/12", """);
        var unknown = await Ask("2222-3333-4444");
        unknown.ShouldBe(Answer(null));
        foreach (var code in new[] { withheld, shared, guessable, "", new string('Z', 5000) })
            (await Ask(code)).ShouldBe(unknown, code);
    }

    [Fact]
    public async Task Known_or_not_a_code_is_asked_for_so_often_and_no_more()
    {
        await using var other = await CoordinationHost.Start(
            new HostSettings(api.Database.RuntimeConnectionString, api.Database.OwnerConnectionString)
            {
                Port = 0, Demo = true, DemoPassword = ApiFixture.Password, DataDirectory = api.DataDirectory, Migrate = false,
                Limits = new RequestLimits { Trackings = 1, TrackingBurst = 2 },
            },
            ApiFixture.Ct);
        using var http = new HttpClient { BaseAddress = other.Address };
        var (_, known) = await Receive();
        foreach (var code in new[] { known, "3333-4444-5555" })
        {
            var answers = new List<HttpStatusCode>();
            for (var i = 0; i < 3; i++)
            {
                using var answer = await http.PostAsync("/api/v1/tips/progress", Body(code), ApiFixture.Ct);
                answers.Add(answer.StatusCode);
            }
            answers.ShouldBe([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], code);
        }
    }

    [Fact]
    public async Task The_page_answers_in_place_without_script_and_with_no_code_in_its_address()
    {
        var (_, code) = await Receive();
        await api.Settle();
        using var browser = Vault.SignedIn.Nobody(api);
        using var answer = await browser.Submit("/lapor/kabar", "kabar", ("kode", code));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var html = await answer.Content.ReadAsStringAsync(ApiFixture.Ct);
        html.ShouldContain("Diterima");
        html.ShouldContain($"<dd>{Texts.Indonesian.Day(Envelope.DayOf(TimeProvider.System.GetUtcNow()))}</dd>");
        answer.RequestMessage!.RequestUri!.PathAndQuery.ShouldBe("/lapor/kabar");
        html.ShouldNotContain("Tawaran kerja");
    }

    private static StringContent Body(string code) =>
        new(new JsonObject { ["code"] = code }.ToJsonString(), System.Text.Encoding.UTF8, "application/json");

    private static string Answer(string? received, string? lookedInto = null, string? passed = null, string? closed = null) =>
        $$"""{"receivedOn":{{Day(received)}},"lookedIntoOn":{{Day(lookedInto)}},"passedOn":{{Day(passed)}},"closedOn":{{Day(closed)}}}""";

    private static string Day(string? day) => day is null ? "null" : $"\"{day}\"";

    private async Task<string> Ask(string code)
    {
        await api.Settle();
        using var answer = await api.Send(null, "POST", "/api/v1/tips/progress", new JsonObject { ["code"] = code }.ToJsonString());
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync(ApiFixture.Ct);
    }

    private async Task Tell(string tip, string noun, string body) => await api.Ask(Desk, "PUT", $"/api/v1/tips/{tip}/{noun}", body);

    /// <summary>One step more secret than the level.</summary>
    private async Task<string> ReceiveAbove(Level level, string code)
    {
        var by = new Officer("uji.rahasia", "SATGAS", "SEKRETARIAT", OfficerRole.Coordinator, Level.SR);
        var services = api.Host.Services;
        var envelope = services.GetRequiredService<Envelopes>().For(by, marking: Marking.Of(level + 1, Audiences.Agency("SATGAS")));
        var told = new TipReceived(TipChannel.Web, true, TipUrgency.Routine, "Tawaran kerja", code);
        (await services.GetRequiredService<WritePath>().Write(told, Guid.CreateVersion7(), envelope, new WriteTerms(), ApiFixture.Ct)).Problem.ShouldBeNull();
        return code;
    }

    /// <summary>Answers with its id and tracking code, as the log has it.</summary>
    private async Task<(string Id, string Code)> Receive(string more = "")
    {
        var received = await api.Ask(
            Desk, "POST", "/api/v1/tips", $$"""{ {{more}} "channel":"Web","anonymous":true,"urgency":"Routine","summary":"Tawaran kerja"}""");
        var id = received["id"]!.ToString();
        await using var command = api.Database.Owner.CreateCommand($"select data ->> 'trackingCode' from public.mt_events where stream_id = '{id}' and version = 1");
        return (id, (string)(await command.ExecuteScalarAsync(ApiFixture.Ct))!);
    }
}
