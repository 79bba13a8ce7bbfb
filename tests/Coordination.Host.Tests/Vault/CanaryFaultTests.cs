using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Coordination.Host.Tests.Api;
using Coordination.Host.Tests.Asvs;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Vault;

/// <summary>Identities typed into every form of every page by somebody signed in, and falling into whatever can break on their way.</summary>
public sealed partial class CanaryFaultTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Name = "Melati-KENARI";
    private const string Nik = "3171009999990028";
    private static readonly string[] Users = ["imigrasi.batam", "koordinator"];

    [Fact]
    public async Task No_identity_that_is_typed_into_a_page_is_left_in_a_log_a_trace_or_a_metric()
    {
        using var seen = Net();
        var secrets = await Secrets.Make(api);
        var sent = 0;
        foreach (var user in Users)
        {
            using var browser = await SignedIn.As(api, user);
            foreach (var path in Pages(secrets))
                sent += await Fill(browser, path);
        }

        sent.ShouldBeGreaterThan(80, "forms were found and sent");
        Found(seen.Lines).ShouldBeEmpty();
        Probe(seen);
    }

    [Fact]
    public async Task No_identity_that_falls_into_a_fault_is_left_in_a_log_a_trace_a_metric_or_a_problem()
    {
        using var seen = Net();
        var problems = new List<string>();
        foreach (var broken in Broken())
            problems.AddRange(await Problem(broken));
        problems.AddRange(await While("lock table public.mt_events, readmodel.person_holding, vault.person in access exclusive mode", cut: false));
        problems.AddRange(await While("lock table public.mt_events, vault.data_key in access exclusive mode", cut: true));
        await Execute("revoke insert on public.mt_events from coord_daemon; revoke select on coordination.access_entry from coord_daemon");
        foreach (var request in Whole())
            problems.AddRange(await Problem(request));
        await Execute("grant insert on public.mt_events to coord_daemon; grant select on coordination.access_entry to coord_daemon");
        await HangUp();
        problems.Count.ShouldBeGreaterThan(15, "most of it is refused");
        Found(problems).ShouldBeEmpty("in a problem");
        Found(seen.Lines).ShouldBeEmpty("in a log, trace or metric");
        Probe(seen);
    }

    private Seen Net()
    {
        var seen = new Seen();
        api.Host.Services.GetRequiredService<ILoggerFactory>().AddProvider(seen);
        return seen;
    }

    private void Probe(Seen seen)
    {
        seen.Lines.Count.ShouldBeGreaterThan(20);
        api.Host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("probe").LogWarning("{Text}", Name);
        Found(seen.Lines).ShouldNotBeEmpty("the net catches what is in it");
    }

    /// <summary>Sends each form of a page with the identity in every field that somebody types into.</summary>
    private static async Task<int> Fill(SignedIn browser, string path)
    {
        using var opened = await browser.GetAsync(path, ApiFixture.Ct);
        var forms = Form().Matches(await opened.Content.ReadAsStringAsync(ApiFixture.Ct)).Select(match => match.Value).Where(form => !form.Contains("/keluar", StringComparison.Ordinal)).ToList();
        foreach (var form in forms)
        {
            var fields = Hidden().Matches(form).Select(field => KeyValuePair.Create(field.Groups["name"].Value, WebUtility.HtmlDecode(field.Groups["value"].Value)));
            var typed = Typed().Matches(form).Select(field => field.Groups["name"].Value).Distinct(StringComparer.Ordinal)
                .Select((name, at) => KeyValuePair.Create(name, at % 2 == 0 ? Name : Nik));
            using var content = new FormUrlEncodedContent(fields.Concat(typed));
            using var answer = await browser.PostAsync(path, content, ApiFixture.Ct);
            ((int)answer.StatusCode).ShouldBeLessThan(500, path);
        }

        return forms.Count;
    }

    /// <summary>Every page but the one that signs out, about a thing that is there.</summary>
    private IEnumerable<string> Pages(Secrets secrets) =>
        from route in Routes.Of(api.Host)
        where route is { Method: "GET", IsApi: false } && route.Endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null
        from id in route.Pattern.Contains('{', StringComparison.Ordinal) ? secrets.All : [""]
        select Parameter().Replace(route.Pattern, id);

    /// <summary>Whole commands and questions that name a person.</summary>
    private static IEnumerable<HttpRequestMessage> Whole()
    {
        yield return Post("/api/v1/cases", Told.Case("POLRI").Replace("Malaka-Batam-Kamboja", Name, StringComparison.Ordinal));
        yield return Post("/api/v1/handoffs/police", Told.ToPolice().Replace("Gagak", Name, StringComparison.Ordinal));
        yield return Post("/api/v1/persons/search", $$"""{"name":"{{Name}}","purpose":"Investigation","operation":"OPS-1"}""");
        yield return Post("/api/v1/deconfliction", $$"""{"soughtBy":"Nik","value":"{{Nik}}","purpose":"Investigation","operation":"OPS-1"}""");
        yield return Post("/api/v1/victims", $$"""{"person":{"name":"{{Name}}","nik":"{{Nik}}"},"source":"Officer","circumstances":"{{Name}}"}""");
        yield return Post(
            "/api/v1/events", Told.Application($"kenari-{Guid.CreateVersion7()}", "P-1", Nik).Replace("Bakung", Name, StringComparison.Ordinal), "application/cloudevents+json");
    }

    /// <summary>What cannot be read, or not be taken as it is.</summary>
    private static IEnumerable<HttpRequestMessage> Broken()
    {
        var whole = $$"""{"name":"{{Name}}","nik":"{{Nik}}"}""";
        foreach (var type in new[] { "text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/json; charset=utf-7" })
            yield return Post("/api/v1/cases", whole, type);
        yield return Post("/api/v1/cases", $$"""{"name":"{{Name}}","name":"{{Nik}}"}""");
        yield return Post("/api/v1/victims", $$"""{"person":{"name":"{{Name}}\u0000","nik":"{{Nik}}"},"source":"Officer","circumstances":"{{Name}}\u0000"}""");
        yield return Post("/api/v1/victims", $$"""{"person":{"name":"{{Name}}\ud800","nik":"{{Nik}}"},"source":"{{Name}}","circumstances":"{{Name}}"}""");
        yield return Post("/api/v1/persons/search", $$"""{"name":"{{Name}}\u0000","purpose":"Investigation","operation":"OPS-1"}""");
        var large = Post("/api/v1/cases", $$"""{"title":"{{Name}}{{new string('x', 2_000_000)}}"}""");
        large.Headers.ExpectContinue = true; // who is refused for the length alone does not send on into a closed line, and reads the problem
        yield return large;
        yield return Post("/api/v1/events", string.Concat(Enumerable.Repeat("[", 64)) + Name, "application/cloudevents-batch+json");
        foreach (var header in new[] { "If-Match", "Idempotency-Key", "X-After-Position", "Accept-Language", "Sec-Fetch-Site", "tracestate", "Last-Event-ID" })
        {
            var request = Post("/api/v1/cases", Told.Case(Name));
            request.Headers.TryAddWithoutValidation(header, $"{Name} {Nik}");
            yield return request;
        }

        foreach (var query in new[] { "limit", "after", "caseId" })
            yield return new(HttpMethod.Get, $"/api/v1/alerts?{query}={Name}");
    }

    private static HttpRequestMessage Post(string path, string body, string type = "application/json")
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return new(HttpMethod.Post, path) { Content = content };
    }

    private async Task<IEnumerable<string>> Problem(HttpRequestMessage request)
    {
        using (request)
        {
            request.Headers.Authorization = new("Bearer", await api.Token(Users[0]));
            using var response = await api.Http.SendAsync(request, ApiFixture.Ct);
            return response.IsSuccessStatusCode ? [] : [await response.Content.ReadAsStringAsync(ApiFixture.Ct)];
        }
    }

    /// <summary>Everything at once while PostgreSQL keeps it waiting until it gives up, or until it loses its connections.</summary>
    private async Task<IReadOnlyList<string>> While(string locking, bool cut)
    {
        await using var connection = await api.Database.Owner.OpenConnectionAsync(ApiFixture.Ct);
        await using var transaction = await connection.BeginTransactionAsync(ApiFixture.Ct);
        await using (var command = new Npgsql.NpgsqlCommand(locking, connection, transaction))
            await command.ExecuteNonQueryAsync(ApiFixture.Ct);
        var asked = Whole().Select(Problem).ToList();
        if (cut)
        {
            // Until all of them wait; nothing depends on it, but without waiting there is nothing to cut.
            await Task.WhenAny(Task.WhenAll(asked), Task.Delay(TimeSpan.FromSeconds(2), ApiFixture.Ct));
            await Execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename like 'coord%' and wait_event_type = 'Lock'");
        }

        var answers = await Task.WhenAll(asked);
        await transaction.RollbackAsync(ApiFixture.Ct);
        return [.. answers.SelectMany(answer => answer)];
    }

    /// <summary>Half a body, and the line goes dead.</summary>
    private async Task HangUp()
    {
        using var client = new System.Net.Sockets.TcpClient();
        await client.ConnectAsync(api.Host.Address.Host, api.Host.Address.Port, ApiFixture.Ct);
        var head = $"POST /api/v1/cases HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {await api.Token(Users[0])}\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n";
        await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes($$"""{{head}}{"title":"{{Name}}","summary":"{{Nik}}"""), ApiFixture.Ct);
        client.Client.LingerState = new(true, 0);
    }

    private async Task Execute(string sql)
    {
        await using var command = api.Database.Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(ApiFixture.Ct);
    }

    private static IEnumerable<string> Found(IEnumerable<string> lines) => lines
        .Where(line => line.Contains("KENARI", StringComparison.Ordinal) || line.Contains(Nik, StringComparison.Ordinal))
        .Select(line => line[..Math.Min(line.Length, 300)]);

    [GeneratedRegex("(?s)<form[^>]*method=\"post\".*?</form>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hidden();

    [GeneratedRegex("<(input(?! type=\"hidden\")|textarea|select)[^>]* name=\"(?<name>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Typed();

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();
}
