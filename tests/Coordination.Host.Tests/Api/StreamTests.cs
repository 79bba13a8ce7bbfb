using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Coordination.Host.Live;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Api;

public sealed class StreamTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const int Large = 40;
    private const int Size = 400_000;

    [Fact]
    public async Task A_member_gets_a_frame_for_a_new_line_and_resumes_after_it()
    {
        using var live = await Open("polri.barelang", null);
        var opened = await api.Ask("imigrasi.batam", "POST", "/api/v1/cases", Told.Case("POLRI"));
        var frame = await live.Next();
        frame.Event.ShouldBe("timeline");
        frame.Data["case"]!.ToString().ShouldBe(opened["id"]!.ToString());
        using var resumed = await Open("polri.barelang", frame.Id);
        var member = await api.Ask("imigrasi.batam", "POST", $"/api/v1/cases/{opened["id"]}/members", """{"agency":"BP3MI","reason":"Pelindungan"}""");
        var next = await resumed.Next();
        next.Data["position"]!.ToString().ShouldBe(member["position"]!.ToString(), "the first line is not told again");
    }

    [Fact]
    public async Task A_stranger_gets_no_frame_of_it()
    {
        using var stranger = await Open("pemda.malaka", null);
        await api.Ask("imigrasi.batam", "POST", "/api/v1/cases", Told.Case("POLRI"));
        var own = await api.Ask("imigrasi.batam", "POST", "/api/v1/cases", Told.Case("POLRI", "PEMDA-KAB"));
        (await stranger.Next()).Data["case"]!.ToString().ShouldBe(own["id"]!.ToString(), "the first case was passed over");
    }

    [Fact]
    public async Task A_resume_point_that_is_none_is_a_bad_request()
    {
        using var header = await api.Send("polri.barelang", "GET", "/api/v1/stream", null, "application/json", ("Last-Event-ID", "yesterday"));
        header.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var query = await api.Send("polri.barelang", "GET", "/api/v1/stream?after=yesterday");
        query.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_stream_says_where_it_begins_so_that_a_cut_before_its_first_frame_loses_nothing()
    {
        string begin;
        using (var cut = await Open("polri.barelang", null))
            begin = (await cut.Lines.ReadLineAsync(ApiFixture.Ct))!["id: ".Length..];
        var opened = await api.Ask("imigrasi.batam", "POST", "/api/v1/cases", Told.Case("POLRI"));
        using var resumed = await Open("polri.barelang", begin);
        (await resumed.Next()).Data["case"]!.ToString().ShouldBe(opened["id"]!.ToString());
    }

    [Fact]
    public async Task A_page_hears_what_happened_between_its_making_and_its_stream()
    {
        string shown;
        using (var before = await Open("polri.barelang", null))
            shown = (await before.Lines.ReadLineAsync(ApiFixture.Ct))!["id: ".Length..];
        var opened = await api.Ask("imigrasi.batam", "POST", "/api/v1/cases", Told.Case("POLRI"));
        using var page = await Open("polri.barelang", null, $"?after={shown}");
        var frame = await page.Next();
        frame.Data["case"]!.ToString().ShouldBe(opened["id"]!.ToString());
        using var again = await Open("polri.barelang", frame.Id, $"?after={shown}");
        (await again.Lines.ReadLineAsync(ApiFixture.Ct)).ShouldBe($"id: {frame.Id}", "the header is newer than the address");
    }

    [Fact]
    public async Task A_read_after_a_write_shows_it_and_one_beyond_the_log_gives_up_in_time()
    {
        for (var i = 0; i < 20; i++)
        {
            var opened = await api.Ask("imigrasi.batam", "POST", "/api/v1/cases", Told.Case("POLRI"));
            var page = await api.Ask(
                "imigrasi.batam", "GET", $"/api/v1/cases/{opened["id"]}/timeline", headers: ("X-After-Position", opened["position"]!.ToString()));
            page["items"]!.AsArray().Count.ShouldBe(1);
        }
        using var beyond = await api.Send("imigrasi.batam", "GET", "/api/v1/cases", null, "application/json", ("X-After-Position", "999999999"));
        beyond.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        beyond.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_reader_who_stalls_gets_no_frame_of_what_is_taken_back_meanwhile()
    {
        const string owner = "imigrasi.batam", reader = "polri.barelang";
        string begin;
        using (var before = await Open(reader, null))
            begin = (await before.Lines.ReadLineAsync(ApiFixture.Ct))!["id: ".Length..];
        var file = (await api.Ask(owner, "POST", "/api/v1/cases", Told.Case("POLRI")))["id"]!.ToString();
        var (reports, position) = (new List<string>(), 0L);
        for (var i = 0; i < Large; i++)
        {
            var filed = await File(owner, file);
            reports.Add(filed["id"]!.ToString());
            position = filed["position"]!.GetValue<long>();
        }
        await api.Settle();

        using var stalled = await Open(reader, begin);
        // All of it was read and is about to be written, more than the way to a reader who takes nothing holds.
        await Until(async () => await LookedUpTo(reader, file) >= position);
        await api.Ask(owner, "POST", $"/api/v1/sharing/{reports[^1]}/narrowing", """{"keep":[],"reason":"Sumber terancam."}""");
        await api.Settle();
        await Task.Delay(StreamEndpoint.Fresh, ApiFixture.Ct);
        var last = (await api.Ask(owner, "POST", $"/api/v1/cases/{file}/members", """{"agency":"BP3MI","reason":"Pelindungan"}"""))["position"]!.ToString();
        var told = new List<string>();
        for (var frame = await stalled.Next(); frame.Data["position"]!.ToString() != last; frame = await stalled.Next())
            told.Add(frame.Data["streamId"]!.ToString());
        told.ShouldBe([file, .. reports.SkipLast(1)]);
    }

    private static async Task Until(Func<Task<bool>> isSo)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await isSo())
            await Task.Delay(50, limit.Token);
    }

    private async Task<long> LookedUpTo(string officer, string file)
    {
        await using var command = api.Database.Owner.CreateCommand(
            "select coalesce(max(up_to), 0) from coordination.access_entry where officer = $1 and target = $2 and action = 'timeline_read'");
        command.Parameters.AddWithValue(officer);
        command.Parameters.AddWithValue($"case:{file}");
        return (long)(await command.ExecuteScalarAsync(ApiFixture.Ct))!;
    }

    private Task<JsonNode> File(string owner, string file) => api.Ask(owner, "POST", "/api/v1/intelligence", new JsonObject
    {
        ["title"] = "Penampungan", ["summary"] = new string('x', Size), ["sourceGrade"] = "B", ["informationGrade"] = 2, ["case"] = file,
    }.ToJsonString());

    private async Task<Live> Open(string user, string? lastEventId, string query = "")
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/stream{query}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await api.Token(user));
        if (lastEventId is not null)
            request.Headers.Add("Last-Event-ID", lastEventId);
        var response = await api.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ApiFixture.Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var live = new Live(response, new StreamReader(await response.Content.ReadAsStreamAsync(ApiFixture.Ct)));
        // The first comment says that the stream stands where it will go on from.
        (await live.Lines.ReadLineAsync(ApiFixture.Ct)).ShouldBe(": open");
        return live;
    }

    private sealed record Frame(string Id, string Event, JsonNode Data);

    private sealed record Live(HttpResponseMessage Response, StreamReader Lines) : IDisposable
    {
        public async Task<Frame> Next()
        {
            var fields = new Dictionary<string, string>(StringComparer.Ordinal);
            while (await Lines.ReadLineAsync(ApiFixture.Ct).AsTask().WaitAsync(TimeSpan.FromSeconds(60), ApiFixture.Ct) is { } line)
            {
                if (line.Length == 0 && fields.TryGetValue("data", out var data))
                    return new Frame(fields["id"], fields["event"], JsonNode.Parse(data)!);
                if (line.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon)
                    fields[line[..colon]] = line[(colon + 2)..];
            }
            throw new EndOfStreamException("The stream ended.");
        }

        public void Dispose()
        {
            Lines.Dispose();
            Response.Dispose();
        }
    }
}
