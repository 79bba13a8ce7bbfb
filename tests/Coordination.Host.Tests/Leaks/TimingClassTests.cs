using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using Coordination.Host.Tests.Api;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Leaks;

/// <summary>
/// What is withheld answers as soon as what is missing. First by what is done for it, which no busy machine blurs: the same statements in the same order.
/// Then by the clock, in pairs: a difference counts when it is one that a caller could see through its own noise.
/// </summary>
public sealed class TimingClassTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const int Pairs = 40;

    /// <summary>A difference within a pair that is more than noise of a machine with nothing else to do, and more than half of the answer.</summary>
    private static readonly TimeSpan Visible = TimeSpan.FromMilliseconds(3);

    private static readonly string Missing = "0190a000-0000-7000-8000-0000000000ff";

    /// <summary>Reads and commands of a thing that a stranger asks for.</summary>
    private static IEnumerable<(string Method, string Path, string? Body)> Asked(Secrets secrets)
    {
        const string reason = """{"reason":"Ingin tahu"}""";
        foreach (var tail in new[] { "", "/timeline", "/bundle" })
            yield return ("GET", $"cases/{secrets.Case}{tail}", null);
        foreach (var (kind, id) in new[] { ("handoffs", secrets.Handoff), ("intelligence", secrets.Report), ("alerts", secrets.Alert), ("events", secrets.Event), ("victims", secrets.Victim), ("protections", secrets.Protection) })
            yield return ("GET", $"{kind}/{id}", null);
        yield return ("GET", $"handoffs/{secrets.Handoff}/record", null);
        yield return ("GET", $"sharing/{secrets.Report}", null);
        yield return ("GET", $"sharing/{secrets.Case}", null);
        yield return ("GET", $"visibility?target={secrets.Case}&agency=POLRI", null);
        yield return ("GET", $"access?target=case:{secrets.Case}", null);
        yield return ("POST", $"cases/{secrets.Case}/members", """{"agency":"PEMDA-KAB","reason":"Ingin tahu"}""");
        yield return ("PUT", $"handoffs/{secrets.Handoff}/withdrawal", reason);
        yield return ("PUT", $"handoffs/{secrets.Handoff}/receipt", null);
        yield return ("POST", $"sharing/{secrets.Report}/narrowing", """{"keep":[],"reason":"Ingin tahu"}""");
    }

    [Fact]
    public async Task A_withheld_record_and_a_missing_one_take_the_same_statements()
    {
        var secrets = await Secrets.Make(api);
        using var heard = new Statements();
        var differing = new List<string>();
        foreach (var (method, path, body) in Asked(secrets))
        {
            var (withheld, missing) = await Twice(heard, (method, path, body), secrets);
            if (!withheld.SequenceEqual(missing, StringComparer.Ordinal))
                differing.Add($"{method} {path}\n  withheld: {string.Join("; ", withheld)}\n  missing:  {string.Join("; ", missing)}");
        }

        differing.ShouldBeEmpty();
        var (mine, none) = (await Heard(heard, "imigrasi.batam", "GET", $"cases/{secrets.Case}", null), await Heard(heard, "imigrasi.batam", "GET", $"cases/{Missing}", null));
        mine.ShouldNotBe(none, "who may read it is told more, and that takes more: the ear hears");
    }

    [Fact]
    public async Task A_withheld_record_and_a_missing_one_take_the_same_time_as_far_as_anybody_could_tell()
    {
        var secrets = await Secrets.Make(api);
        (string, string, string?)[] asked = [("GET", $"cases/{secrets.Case}", null), ("GET", $"handoffs/{secrets.Handoff}", null), ("PUT", $"handoffs/{secrets.Handoff}/withdrawal", """{"reason":"Ingin tahu"}""")];
        foreach (var one in asked)
            (await Apart(one, secrets)).ShouldBeLessThan(Pairs * 3 / 4, one.Item2);

        // Planted: a question of what is there that takes its time.
        await Execute("""
            create or replace function coordination.was_added(id uuid) returns boolean language plpgsql stable parallel safe as $$
            begin
                perform pg_sleep(0.03);
                return exists (select from coordination.added_to(id));
            end $$
            """);
        (await Apart(asked[1], secrets)).ShouldBeGreaterThanOrEqualTo(Pairs * 3 / 4, "a difference that is there is seen");
    }

    /// <summary>In how many of the pairs the one is told from the other, in whichever direction more are.</summary>
    private async Task<int> Apart((string Method, string Path, string? Body) asked, Secrets secrets)
    {
        for (var warm = 0; warm < 5; warm++)
        {
            await Time(asked.Method, asked.Path, asked.Body);
            await Time(asked.Method, Gone(asked.Path, secrets), asked.Body);
        }

        var (slower, faster) = (0, 0);
        for (var pair = 0; pair < Pairs; pair++)
        {
            // Each goes first as often as the other.
            var first = pair % 2 == 0;
            var one = await Time(asked.Method, first ? asked.Path : Gone(asked.Path, secrets), asked.Body);
            var other = await Time(asked.Method, first ? Gone(asked.Path, secrets) : asked.Path, asked.Body);
            var (withheld, missing) = first ? (one, other) : (other, one);
            slower += Exceeds(withheld, missing) ? 1 : 0;
            faster += Exceeds(missing, withheld) ? 1 : 0;
        }

        return Math.Max(slower, faster);
    }

    private static bool Exceeds(TimeSpan one, TimeSpan other) => one - other > Visible && one > other * 1.5;

    private async Task<TimeSpan> Time(string method, string path, string? body)
    {
        var began = Stopwatch.GetTimestamp();
        using var response = await api.Send(Secrets.Stranger, method, $"/api/v1/{path}", body);
        await response.Content.ReadAsByteArrayAsync(ApiFixture.Ct);
        ((int)response.StatusCode).ShouldBeOneOf(404, 403);
        return Stopwatch.GetElapsedTime(began);
    }

    private async Task<(IReadOnlyList<string> Withheld, IReadOnlyList<string> Missing)> Twice(
        Statements heard, (string Method, string Path, string? Body) asked, Secrets secrets)
    {
        var gone = Gone(asked.Path, secrets);
        await Heard(heard, Secrets.Stranger, asked.Method, asked.Path, asked.Body);
        await Heard(heard, Secrets.Stranger, asked.Method, gone, asked.Body);
        return (await Heard(heard, Secrets.Stranger, asked.Method, asked.Path, asked.Body), await Heard(heard, Secrets.Stranger, asked.Method, gone, asked.Body));
    }

    private static string Gone(string path, Secrets secrets) => secrets.All.Aggregate(path, (all, id) => all.Replace(id, Missing, StringComparison.Ordinal));

    private async Task<IReadOnlyList<string>> Heard(Statements heard, string user, string method, string path, string? body)
    {
        var trace = ActivityTraceId.CreateRandom();
        using var request = new HttpRequestMessage(new(method), $"/api/v1/{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await api.Token(user));
        request.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await api.Http.SendAsync(request, ApiFixture.Ct);
        await response.Content.ReadAsByteArrayAsync(ApiFixture.Ct);
        return heard.Of(trace);
    }

    private async Task Execute(string sql)
    {
        await using var command = api.Database.Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(ApiFixture.Ct);
    }

    /// <summary>The text of every statement that was sent to PostgreSQL on behalf of a request, in order.</summary>
    private sealed class Statements : IDisposable
    {
        private readonly ConcurrentQueue<(ActivityTraceId Trace, DateTime At, string Text)> _sent = [];
        private readonly ActivityListener _listener;

        public Statements()
        {
            _listener = new ActivityListener
            {
                ShouldListenTo = source => source.Name is "Npgsql" or "Microsoft.AspNetCore",
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = span =>
                {
                    // Who asks is remembered for two seconds, whatever is asked for.
                    if (span.Source.Name == "Npgsql" && span.GetTagItem("db.query.text") is string text
                        && !text.Contains("coordination.access_token", StringComparison.Ordinal) && !text.Contains("readmodel.member", StringComparison.Ordinal))
                        _sent.Enqueue((span.TraceId, span.StartTimeUtc, text.ReplaceLineEndings(" ")[..Math.Min(text.Length, 120)]));
                },
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public IReadOnlyList<string> Of(ActivityTraceId trace) => [.. _sent.Where(one => one.Trace == trace).OrderBy(one => one.At).Select(one => one.Text)];

        public void Dispose() => _listener.Dispose();
    }
}
