using System.Text.Json.Nodes;
using Coordination.Host.Tests.Api;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Vault;

/// <summary>Identities that are pushed through every endpoint, and then looked for where nobody should find one.</summary>
public sealed class CanaryTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Name = "Siti-CANARY";
    private const string Nik = "3171009999990017";
    private const string Officer = "imigrasi.batam";

    /// <summary>Bodies that mean something to some endpoint, nothing to most, and break others.</summary>
    private static readonly string[] Bodies =
    [
        $$"""{"name":"{{Name}}","nik":"{{Nik}}","person":{"name":"{{Name}}","nik":"{{Nik}}"},"summary":"{{Name}}","reason":"{{Name}}","title":"{{Name}}"}""",
        $$"""{"subject":{"name":"{{Name}}","nik":"{{Nik}}x"},"username":"{{Name}}","password":"{{Nik}}","purpose":"{{Name}}","fields":["{{Name}}"],"code":"{{Nik}}"}""",
        $$"""{"name":"{{Name}}""",
        $$"""["{{Name}}","{{Nik}}"]""",
    ];

    [Fact]
    public async Task Asvs_16_2_5_no_identity_reaches_a_log_a_trace_a_metric_or_a_problem()
    {
        using var seen = new Seen();
        api.Host.Services.GetRequiredService<ILoggerFactory>().AddProvider(seen);
        await Told();
        var problems = new List<string>();
        foreach (var (method, path) in Routes())
            foreach (var body in Bodies)
                problems.AddRange(await Refusal(method, path, body));
        foreach (var path in Pages())
            await Page(path);
        foreach (var (path, body, code) in Misplaced())
        {
            var told = (await Refusal("POST", path, body)).ShouldHaveSingleItem();
            JsonNode.Parse(told)!["code"]!.ToString().ShouldBe(code);
            problems.Add(told);
        }
        await WithoutStore(async () => problems.AddRange(await Refusal("POST", "/api/v1/cases", Bodies[0])));
        problems.Count.ShouldBeGreaterThan(50, "most of it is refused");
        seen.Lines.Count.ShouldBeGreaterThan(20);
        Found(problems).ShouldBeEmpty("in a problem");
        Found(seen.Lines).ShouldBeEmpty("in a log, trace or metric");
        api.Host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("probe").LogWarning("{Text}", Name);
        Found(seen.Lines).ShouldNotBeEmpty("the net catches what is in it");
    }

    [Fact]
    public async Task Asvs_14_2_1_no_address_has_a_place_for_an_identity_or_a_token()
    {
        string[] forbidden = ["name", "nik", "passport", "phone", "birthdate", "token", "password", "nama", "paspor", "telepon"];
        var described = await api.Ask(Officer, "GET", "/openapi/v1.json");
        var parameters =
            from path in described["paths"]!.AsObject()
            from operation in path.Value!.AsObject()
            from parameter in operation.Value!["parameters"]?.AsArray() ?? []
            where parameter!["in"]!.ToString() is "query" or "path"
            let name = parameter["name"]!.ToString()
            // The name of a view, for operators.
            where !path.Key.Contains("/admin/rebuild/", StringComparison.Ordinal)
            select (path.Key, name);
        var all = parameters.ToList();
        all.Count.ShouldBeGreaterThan(20);
        all.Where(parameter => forbidden.Contains(parameter.name.ToLowerInvariant())).ShouldBeEmpty();
    }

    [Fact]
    public async Task Asvs_14_3_1_no_answer_of_the_api_is_kept()
    {
        foreach (var path in new[] { "cases", "handoffs", "intelligence", "alerts", "catalogue" })
        {
            using var answer = await api.Send(Officer, "GET", "/api/v1/" + path);
            answer.Headers.CacheControl!.NoStore.ShouldBeTrue(path);
        }
    }

    /// <summary>Things that are accepted, so that what is written and projected passes by as well.</summary>
    private async Task Told()
    {
        await api.SendEvents("imigrasi.atambua", Api.Told.Application("canary-1", "P-CANARY", Nik).Replace("Bakung", Name, StringComparison.Ordinal));
        var body = JsonNode.Parse(Api.Told.Case("POLRI"))!;
        (body["title"], body["summary"]) = (Name, $"{Name} {Nik}");
        var opened = await api.Ask(Officer, "POST", "/api/v1/cases", body.ToJsonString());
        await api.Ask(Officer, "GET", $"/api/v1/cases/{opened["id"]}/timeline", headers: ("X-After-Position", opened["position"]!.ToString()));
    }

    /// <summary>Whole commands with an identity where a code belongs: an answer says which place is wrong, not what stood there.</summary>
    private static IEnumerable<(string Path, string Body, string Code)> Misplaced()
    {
        string Case(string part, JsonNode value)
        {
            var body = JsonNode.Parse(Api.Told.Case("POLRI"))!;
            body["envelope"] = new JsonObject { [part] = value };
            return body.ToJsonString();
        }

        string Handoff(string part)
        {
            var body = JsonNode.Parse(Api.Told.ToPolice())!;
            body["to"]![part] = Name;
            return body.ToJsonString();
        }

        yield return ("/api/v1/cases", Api.Told.Case(Name), "reference.unknown_agency");
        yield return ("/api/v1/cases", Case("place", Nik), "reference.unknown_place");
        yield return ("/api/v1/cases", Case("marking", Name), "marking.unknown_level");
        yield return ("/api/v1/cases", Case("audience", new JsonArray("POLRI", Name)), "marking.unknown_reader");
        yield return ("/api/v1/cases", Case("caveats", new JsonArray(Name)), "authority.unknown_caveat");
        yield return ("/api/v1/cases", Case("legalBasis", new JsonArray(Name)), "authority.unknown_legal_basis");
        yield return ("/api/v1/handoffs/police", Handoff("agency"), "reference.unknown_agency");
        yield return ("/api/v1/handoffs/police", Handoff("unit"), "reference.unknown_unit");
        yield return ("/api/v1/handoffs/police", Handoff("desk"), "reference.unknown_desk");
    }

    private async Task<IEnumerable<string>> Refusal(string method, string path, string body)
    {
        using var response = await api.Send(Officer, method, path, method is "GET" or "HEAD" ? null : body);
        return response.Content.Headers.ContentType?.MediaType == "application/problem+json" ? [await response.Content.ReadAsStringAsync(ApiFixture.Ct)] : [];
    }

    /// <summary>As a query, as a form without a token against forgery, and as the return address of the sign-in.</summary>
    private async Task Page(string path)
    {
        using var asked = await api.Send(null, "GET", $"{path}?kembali=%2F{Name}&nama={Name}&nik={Nik}");
        using var form = new FormUrlEncodedContent([new("nama", Name), new("sandi", Nik), new("namaorang", Name), new("alasan", Name), new("nilai", Nik)]);
        using var sent = await api.Http.PostAsync(path, form, ApiFixture.Ct);
        ((int)sent.StatusCode).ShouldBeInRange(200, 499, path);
    }

    private IEnumerable<string> Pages() =>
        from endpoint in api.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>() is not null
        select "/" + System.Text.RegularExpressions.Regex.Replace(
            endpoint.RoutePattern.RawText!.Trim('/'), @"\{[^}]+\}", Guid.CreateVersion7().ToString(), default, TimeSpan.FromSeconds(1));

    private async Task WithoutStore(Func<Task> ask)
    {
        await Execute("revoke insert on public.mt_events from coord_daemon; revoke insert on vault.data_key from coord_keys");
        try
        {
            await ask();
        }
        finally
        {
            await Execute("grant insert on public.mt_events to coord_daemon; grant insert on vault.data_key to coord_keys");
        }
    }

    private async Task Execute(string sql)
    {
        await using var command = api.Database.Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(ApiFixture.Ct);
    }

    private static IEnumerable<string> Found(IEnumerable<string> lines) => lines
        .Where(line => line.Contains("CANARY", StringComparison.Ordinal) && !line.Contains("P-CANARY", StringComparison.Ordinal)
            || line.Contains(Nik, StringComparison.Ordinal))
        .Select(line => line[..Math.Min(line.Length, 300)]);

    // Streams stay open and the demo's clock would move: neither takes an identity.
    private IEnumerable<(string Method, string Path)> Routes() =>
        from endpoint in api.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let path = endpoint.RoutePattern.RawText!
        where path.StartsWith("/api/v1/", StringComparison.Ordinal) && !path.EndsWith("/stream", StringComparison.Ordinal)
            && !path.EndsWith("/current", StringComparison.Ordinal) && !path.Contains("demo", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
        select (method, Filled(endpoint.RoutePattern.Parameters.Aggregate(path, (all, parameter) =>
            System.Text.RegularExpressions.Regex.Replace(all, $$"""\{{{parameter.Name}}[^}]*\}""", Guid.CreateVersion7().ToString(), default, TimeSpan.FromSeconds(1)))));

    private static string Filled(string path) => path.TrimEnd('/');
}
