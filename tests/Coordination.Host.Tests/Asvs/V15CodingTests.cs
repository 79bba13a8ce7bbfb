using System.Net;
using System.Text.Json.Nodes;
using Coordination.Domain;
using Coordination.Host.Tests.Api;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Asvs;

/// <summary>OWASP ASVS 5.0 chapters 13 to 15: configuration, data in places where it does not belong, and members that nobody asked for.</summary>
public sealed class V15CodingTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static readonly string[] More = ["isAdmin", "role", "agency", "recordedAt", "by", "version", "clearance", "__proto__", "ID"];

    [Fact]
    public async Task Asvs_15_3_3_no_route_takes_a_member_that_it_does_not_describe()
    {
        await AsvsWorld.StepUp(api);
        var routes = Routes.Of(api.Host).Where(route => route.TakesJson).ToList();
        routes.Count.ShouldBeGreaterThan(25);
        foreach (var route in routes)
        {
            using var response = await api.Send(AsvsWorld.Reader(route), route.Method, route.PathOf(), """{"isAdministrator":true}""");
            var body = await response.Content.ReadAsStringAsync(ApiFixture.Ct);
            // Of a person whom nobody spoke of nothing is told, not even what is wrong with a question about it.
            if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden && AsvsWorld.Hides(route))
                continue;
            ((int)response.StatusCode).ShouldBeOneOf([400, 422], $"{route}: {body}");
            body.ShouldContain("isAdministrator\"", Case.Sensitive, $"{route}: {body}");
        }
    }

    [Fact]
    public void Asvs_15_3_3_every_route_that_changes_something_is_asked()
    {
        // What takes no body at all, and what is asked in its own tests: CloudEvents below, forms and reports of browsers in chapter 3.
        var others = Routes.Of(api.Host).Where(route => route.IsApi && route.Method is "POST" or "PUT" or "PATCH")
            .Where(route => route.IsApi && !route.TakesJson).Select(route => route.Pattern["/api/v1/".Length..]);
        others.ShouldBe(["tokens/second-factor", "members/officers/{key}/invitation", "break-glass/{id:guid}/end", "privacy/requests/{id:guid}/erasure", "privacy/retention/{id:guid}/erasure", "erasures/{id:guid}/approval", "events", "admin/rebuild/{name}", "admin/dead-letters/{id:guid}/replay", "admin/verify"], ignoreOrder: true);
    }

    [Fact]
    public async Task Asvs_15_3_3_no_event_takes_a_member_that_its_schema_does_not_have()
    {
        foreach (var member in More)
        {
            var entries = Catalogue.Entries.Where(entry => !entry.SystemOnly && !entry.Example().ContainsKey(member)).ToList();
            var results = (await api.SendEvents("imigrasi.batam", [.. entries.Select(entry => Told.Event(
                $"x-{member}-{entry.Alias}", "/imigrasi/batam", $"X-{entry.Alias}", entry.Alias, "2026-02-09T07:05:00+07:00", With(entry.Example(), member)))])).AsArray();
            var wrong = entries.Zip(results, (entry, result) => (entry, result!)).Where(one => one.Item2["problem"]?["code"]?.ToString() is not ("data.invalid" or "events.by_hand_only"))
                // A member of that name that the schema has, and the example leaves out, is no stranger.
                .Where(one => !one.entry.Schema.ToJsonString().Contains($"\"{member}\":", StringComparison.Ordinal));
            wrong.Select(one => $"{one.entry.Alias}: {one.Item2.ToJsonString()}").ShouldBeEmpty(member);
        }
    }

    [Fact]
    public void Asvs_14_2_1_no_address_has_a_place_for_a_name_a_number_of_identity_or_a_token()
    {
        // "key" is of an account, a task force or a client; "position", "number" and "recall" count what is in the log.
        string[] allowed = ["id", "reference", "name", "path", "rest", "documentName", "language", "number", "recall", "key", "position", "Id", "Person", "personId", "caseId", "person"];
        var places = Routes.Of(api.Host).SelectMany(route => route.Endpoint.RoutePattern.Parameters.Select(p => (route, p.Name)));
        places.Where(place => !allowed.Contains(place.Name, StringComparer.Ordinal)).Select(place => $"{place.route}: {place.Name}").ShouldBeEmpty();
        // "name" is that of a view.
        places.Where(place => place.Name == "name").Select(place => place.route.ToString()).ShouldBe(["POST /api/v1/admin/rebuild/{name}"]);
    }

    [Fact]
    public async Task Asvs_14_2_1_no_question_in_an_address_is_about_a_person()
    {
        var description = JsonNode.Parse(await api.Http.GetStringAsync("/openapi/v1.json", ApiFixture.Ct))!;
        var asked = from path in description["paths"]!.AsObject()
                    from operation in path.Value!.AsObject()
                    from parameter in operation.Value!["parameters"]?.AsArray() ?? []
                    where parameter!["in"]!.ToString() == "query"
                    select (path.Key, Name: parameter["name"]!.ToString());
        string[] personal = ["nik", "name", "nama", "passport", "paspor", "phone", "telepon", "token", "password", "sandi", "birth", "lahir", "search", "q"];
        asked.Where(one => personal.Any(word => one.Name.Contains(word, StringComparison.OrdinalIgnoreCase) && (word.Length > 1 || one.Name == word)))
            .Select(one => $"{one.Key}?{one.Name}").ShouldBeEmpty();
        asked.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Asvs_14_3_2_nothing_but_files_is_kept()
    {
        foreach (var route in Routes.Of(api.Host).Where(route => route.Method == "GET" && !route.Pattern.Contains('*') && Path.GetExtension(route.Pattern).Length == 0))
        {
            foreach (var user in new[] { "koordinator", null })
            {
                using var response = await api.Send(user, "GET", route.PathOf());
                response.Headers.CacheControl.ShouldNotBeNull().NoStore.ShouldBeTrue($"{route} {(int)response.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task Asvs_13_4_2_no_environment_of_the_process_turns_on_what_helps_a_developer()
    {
        api.Host.Services.GetRequiredService<IHostEnvironment>().IsProduction().ShouldBeTrue();
        foreach (var path in new[] { "/_framework/aspnetcore-browser-refresh.js", "/swagger", "/metrics", "/debug", "/.git/config", "/appsettings.json", "/web.config", "/Coordination.Host.dll", "/lib/", "/%2e%2e/appsettings.json" })
        {
            using var response = await api.Send("koordinator", "GET", path);
            response.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    private static JsonObject With(JsonObject example, string member)
    {
        var more = (JsonObject)example.DeepClone();
        more[member] = "SATGAS";
        return more;
    }
}
