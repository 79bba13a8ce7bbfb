using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Coordination.Domain;
using Coordination.Host.Tests.Api;
using Coordination.Host.Tests.Conventions;
using Microsoft.AspNetCore.Http.Metadata;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Asvs;

/// <summary>OWASP ASVS 5.0 chapter 1, encoding and injection: whatever is sent, the answer is a verdict and never the database's.</summary>
public sealed partial class V01InputTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string User = "imigrasi.batam";

    private static readonly string[] Junk =
    [
        "'", "\"", "';--", "' or '1'='1", "$1", "%00", "\u0000", "\ud83d\ude00", "-1", "0", "99999999999999999999", "1e999", "NaN", "null", "true",
        "{}", "[]", "{0}", "../..", "a,b", "created desc; drop table mt_events", "\r\nX-Bad: 1", "2026-99-99", "∞:0", ":", "0:0:0", new string('x', 5_000),
    ];

    private static readonly string[] WrongJson =
    [
        """{"a":1,"a":2}""", """{"a":"\ud800"}""", """{"a":NaN}""", """{"a":1e999}""", """{"a":-1e999}""", """{"a":01}""", """{"a":1,}""", """{"a":1}{}""",
        "{\"a\":" + new string('[', 17) + new string(']', 17) + "}", "{\"a\":\"\u0001\"}", "nonsense", "[1]", "{'a':1}", "/* */{}",
    ];

    /// <summary>Whoever adds one escapes what begins with = + - @, a tab or a NUL, and tests that.</summary>
    [Fact]
    public void Asvs_1_2_10_nothing_that_a_spreadsheet_opens_leaves_the_product()
    {
        var answered =
            from route in Routes.Of(api.Host)
            from answer in route.Endpoint.Metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>()
            from type in answer.ContentTypes
            select $"{route}: {type}";
        var written =
            from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.*", SearchOption.AllDirectories)
            where Path.GetExtension(file) is ".cs" or ".razor" && !file.Contains("/obj/", StringComparison.Ordinal)
            where Cells().IsMatch(File.ReadAllText(file))
            select file;
        answered.ShouldContain(answer => answer.EndsWith("application/zip", StringComparison.Ordinal), "files are among the answers");
        answered.Where(answer => Cells().IsMatch(answer)).Concat(written).ShouldBeEmpty();
    }

    [GeneratedRegex(@"text/csv|tab-separated|ms-excel|spreadsheet", RegexOptions.IgnoreCase, 1_000)]
    private static partial Regex Cells();

    [Fact]
    public async Task Asvs_1_2_4_no_filter_sort_or_cursor_reaches_the_database_as_text()
    {
        var description = JsonNode.Parse(await api.Http.GetStringAsync("/openapi/v1.json", ApiFixture.Ct))!;
        // Each parameter meets some, all of them meet all: the answer is decided in one place, whichever the route is.
        var asked = 0;
        foreach (var (path, operations) in description["paths"]!.AsObject())
        {
            if (operations!["get"] is not { } get || path.EndsWith("/stream", StringComparison.Ordinal))
                continue;
            var concrete = Hole().Replace(path, "0190a000-0000-7000-8000-0000000000ff");
            foreach (var parameter in (get["parameters"]?.AsArray() ?? []).Select(p => p!))
            {
                var (name, place) = (parameter["name"]!.ToString(), parameter["in"]!.ToString());
                foreach (var junk in Some(Junk, asked / 3, 3))
                {
                    await ShouldBeAVerdict(place switch
                    {
                        "query" => await api.Send(User, "GET", $"{concrete}?{name}={Uri.EscapeDataString(junk)}"),
                        "path" => await api.Send(User, "GET", path.Replace($"{{{name}}}", Uri.EscapeDataString(junk), StringComparison.Ordinal)),
                        _ => await api.Send(User, "GET", concrete, headers: (name, junk.Length > 100 ? "1e999" : Uri.EscapeDataString(junk))),
                    }, $"{path} {name}={junk[..Math.Min(20, junk.Length)]}");
                    asked++;
                }
            }
        }
        asked.ShouldBeGreaterThan(Junk.Length * 3);
        using var nul = await api.Send(User, "GET", "/api/v1/cases/0190a000-0000-7000-8000-0000000000ff/timeline?Agency=%00");
        nul.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await nul.Content.ReadAsStringAsync(ApiFixture.Ct)).ShouldContain("http.bad_parameter");
    }

    [Fact]
    public async Task Asvs_1_2_4_no_address_of_a_page_reaches_the_database_as_text()
    {
        var names = Repository.Files("*.razor").Concat(Repository.Files("*.cs")).Where(file => file.Contains("Coordination.Host", StringComparison.Ordinal))
            .SelectMany(file => PageParameter().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value)).Distinct(StringComparer.Ordinal).ToList();
        names.ShouldContain("kembali");
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = api.Host.Address };
        var turn = 0;
        foreach (var page in Routes.Of(api.Host).Where(route => route is { Method: "GET", IsApi: false } && !route.Pattern.Contains("nonfile", StringComparison.Ordinal)
                     && Path.GetExtension(route.Pattern).Length == 0))
        {
            foreach (var junk in Some([.. Junk.Where(text => text.Length < 1_000)], turn++, 2))
            {
                var query = string.Join("&", names.Select(name => $"{name}={Uri.EscapeDataString(junk)}"));
                using var request = new HttpRequestMessage(HttpMethod.Get, $"{page.PathOf()}?{query}");
                request.Headers.Authorization = new("Bearer", await api.Token(User));
                await ShouldBeAVerdict(await http.SendAsync(request, ApiFixture.Ct), $"{page} {junk}");
            }
        }
    }

    [Fact]
    public async Task Asvs_1_5_3_every_body_that_two_parsers_might_read_differently_is_refused()
    {
        var turn = 0;
        foreach (var route in await JsonRoutes())
        {
            foreach (var json in Some(WrongJson, turn++, 3))
            {
                using var response = await api.Send(AsvsWorld.Reader(route), route.Method, route.PathOf(), json);
                response.StatusCode.ShouldBe(HttpStatusCode.BadRequest, $"{route} {json}");
                (await response.Content.ReadAsStringAsync(ApiFixture.Ct)).ShouldContain("http.bad_json", Case.Sensitive, $"{route} {json}");
            }
        }
        foreach (var json in WrongJson)
        {
            using var response = await api.Send(User, "POST", "/api/v1/events", json, "application/cloudevents+json");
            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest, json);
            var data = Told.Event("w-1", "/imigrasi/batam", "W-1", "passport_application_received", null, new JsonObject { ["a"] = "@" })
                .Replace("""{"a":"@"}""", json, StringComparison.Ordinal);
            using var inside = await api.Send(User, "POST", "/api/v1/events", data, "application/cloudevents+json");
            // JSON by its grammar, as half a character is: then the schema refuses it.
            var verdict = await inside.Content.ReadAsStringAsync(ApiFixture.Ct);
            ((int)inside.StatusCode).ShouldBeOneOf([200, 400], data);
            if (inside.IsSuccessStatusCode)
                verdict.ShouldContain("\"status\":\"rejected\"", Case.Sensitive, data);
        }
    }

    [Fact]
    public async Task Asvs_1_5_2_an_event_is_of_a_type_of_the_catalogue_and_never_of_a_type_of_the_program()
    {
        var known = Catalogue.Entries.Select(entry => entry.Alias).ToHashSet(StringComparer.Ordinal);
        foreach (var alias in new[] { "System.Object", "Coordination.Domain.Cases.CaseOpened", "CaseOpened", "case_opened, Coordination.Domain", "command_rejected", "mt_events", "../case_opened", "CASE_OPENED" })
        {
            var result = (await api.SendEvents(User, Told.Event($"t-{alias}", "/imigrasi/batam", "T-1", alias, null, [])))[0]!;
            result["status"]!.ToString().ShouldBe("rejected", alias);
            (known.Contains(alias) && !Catalogue.Entries.Single(entry => entry.Alias == alias).SystemOnly).ShouldBeFalse(alias);
        }
        var turn = 0;
        // The name of a type as JSON serialisers of other houses write it is a member like any other, and unknown.
        foreach (var member in new[] { "$type", "$id", "$ref", "__type", "@type" })
        {
            foreach (var route in (await JsonRoutes()).Where((_, i) => i % 5 == turn))
                await ShouldRefuse(route, member);
            turn++;
            var example = Catalogue.Entries.First(entry => !entry.SystemOnly).Example();
            example[member] = "System.IO.FileInfo, System.Private.CoreLib";
            var told = Told.Event($"m-{member}", "/imigrasi/batam", "M-1", Catalogue.Entries.First(entry => !entry.SystemOnly).Alias, null, (JsonObject)example.DeepClone());
            (await api.SendEvents(User, told))[0]!["problem"]!["code"]!.ToString().ShouldBe("data.invalid", member);
        }
    }

    [Fact]
    public void Asvs_1_5_1_no_parser_of_XML_reads_what_callers_send()
    {
        // The one XML in the product is its own key ring, kept in its own table; a back-test writes a duration as XML Schema writes it.
        var found = Repository.Files("*.cs").Where(file => file.Contains($"{Path.DirectorySeparatorChar}src{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file => Xml().IsMatch(File.ReadAllText(file))).Select(Path.GetFileName);
        found.ShouldBe(["DatabaseKeys.cs", "BackTest.cs"], ignoreOrder: true);
    }

    /// <summary>The next ones of a list that begins anew at its end.</summary>
    private static IEnumerable<string> Some(string[] all, int turn, int many) => Enumerable.Range(turn * many, many).Select(i => all[i % all.Length]);

    private async Task ShouldRefuse(Route route, string member)
    {
        using var response = await api.Send(AsvsWorld.Reader(route), route.Method, route.PathOf(), new JsonObject { [member] = "System.Object" }.ToJsonString());
        ((int)response.StatusCode).ShouldBeOneOf(400, 422);
    }

    private async Task<IReadOnlyList<Route>> JsonRoutes()
    {
        await AsvsWorld.StepUp(api);
        return [.. Routes.Of(api.Host).Where(route => route.TakesJson && !AsvsWorld.Hides(route))];
    }

    private static async Task ShouldBeAVerdict(HttpResponseMessage response, string what)
    {
        using (response)
        {
            ((int)response.StatusCode).ShouldBeLessThan(500, what);
            DatabaseWords().IsMatch(await response.Content.ReadAsStringAsync(ApiFixture.Ct)).ShouldBeFalse(what);
        }
    }

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, 1_000)]
    private static partial Regex Hole();

    [GeneratedRegex("""(Query\(\x22(?<name>\w+)\x22\)|SupplyParameterFromQuery\(Name = \x22(?<name>\w+)\x22|QueryParameters?\(\x22(?<name>\w+)\x22|Query\[\x22(?<name>\w+)\x22\])""", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex PageParameter();

    [GeneratedRegex(@"Npgsql|PostgresException|SqlState|syntax error|invalid input syntax|relation ""|   at System\.|\b42[0-9]{3}\b|\b22P0\d\b", RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex DatabaseWords();

    [GeneratedRegex(@"System\.Xml|XmlReader|XDocument|XElement|XmlDocument|XmlSerializer", RegexOptions.None, 10_000)]
    private static partial Regex Xml();
}
