using System.Net;
using System.Text;
using Coordination.Host.Http;
using Coordination.Host.Tests.Api;
using Coordination.Host.Tests.Pages;
using Coordination.Host.Tests.Vault;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Asvs;

/// <summary>OWASP ASVS 5.0 chapter 3, web frontend: what a browser is told, and what a browser of somebody else cannot do.</summary>
public sealed class V03BrowserTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Asvs_3_4_3_to_3_4_8_every_answer_tells_the_browser_what_it_may_do()
    {
        foreach (var path in Gets().Concat(["/tidak-ada", "/api/v1/tidak-ada", "/openapi/v1.json", "/docs", "/app.js", "/icon.svg"]))
        {
            using var response = await Get(path);
            var headers = response.Headers;
            headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"], path);
            headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"], path);
            headers.GetValues("Cross-Origin-Opener-Policy").ShouldBe(["same-origin"], path);
            headers.GetValues("Cross-Origin-Resource-Policy").ShouldBe(["same-origin"], path);
            var policy = headers.GetValues("Content-Security-Policy").Single();
            policy.ShouldStartWith("default-src 'none'; ", Case.Sensitive, path);
            policy.ShouldContain("frame-ancestors 'none'", Case.Sensitive, path);
            policy.Replace("style-src 'self' 'unsafe-inline'", path == "/docs" ? "" : "!", StringComparison.Ordinal).ShouldNotContain("unsafe", Case.Sensitive, path);
            headers.Contains("Server").ShouldBeFalse(path);
            headers.Contains("X-Powered-By").ShouldBeFalse(path);
        }
    }

    [Fact]
    public async Task Asvs_3_4_7_a_page_says_where_its_policy_was_broken_and_the_report_is_taken_and_not_believed()
    {
        using var page = await Get("/masuk");
        page.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("report-uri /laporan-csp");
        (await Report("""{"csp-report":{"effective-directive":"script-src-elem","blocked-uri":"https://evil.example/Siti"}}""")).ShouldBe(HttpStatusCode.NoContent);
        (await Report("""{"csp-report":{"effective-directive":"nonsense\r\nX: 1"}}""")).ShouldBe(HttpStatusCode.NoContent);
        (await Report("""{"csp-report":[]}""")).ShouldBe(HttpStatusCode.NoContent);
        (await Report("[")).ShouldBe(HttpStatusCode.BadRequest);
        (await Report($"\"{new string('x', 17_000)}\"")).ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public void Asvs_3_4_3_every_page_is_walked_by_a_browser_that_listens_for_violations()
    {
        var walked = EveryPageTests.Pages.Select(row => row.Data.Item2.Split('?')[0].Split('/').Select(part => part.StartsWith('{') ? "{}" : part))
            .Select(parts => string.Join('/', parts)).ToHashSet(StringComparer.Ordinal);
        // A page with an address per kind of thing is one page.
        var pages = Routes.Of(api.Host).Where(route => route is { Method: "GET", IsApi: false })
            .Select(route => (Pattern: string.Join('/', route.Pattern.Split('/').Select(part => part.StartsWith('{') ? "{}" : part)),
                Page: route.Endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>()?.Type))
            .Where(page => page.Page is not null && page.Pattern != "/{}") // the page for what is not there: /tidak-ada is walked
            .GroupBy(page => page.Page).Where(page => !page.Any(address => walked.Contains(address.Pattern)));
        pages.SelectMany(page => page.Select(address => address.Pattern)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Asvs_3_5_1_and_3_5_3_another_site_can_send_no_command_and_no_form()
    {
        using var browser = await SignedIn.As(api, "koordinator");
        var writes = Routes.Of(api.Host).Where(route => route.Method is "POST" or "PUT" or "DELETE" or "PATCH").ToList();
        writes.Count.ShouldBeGreaterThan(30);
        foreach (var route in writes.Where(route => route.Pattern != PolicyReports.Path))
        {
            foreach (var (name, value) in new[] { ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"), ("Origin", "https://evil.example") })
            {
                using var request = new HttpRequestMessage(new HttpMethod(route.Method), route.PathOf());
                request.Headers.TryAddWithoutValidation(name, value);
                request.Content = new StringContent("a=b", Encoding.UTF8, "application/x-www-form-urlencoded");
                using var response = await browser.SendAsync(request, ApiFixture.Ct);
                response.StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{route} {name}: {value}");
            }
        }
        // Still signed in: none of it, not even the sign-outs, was done.
        using var alive = await browser.GetAsync("/api/v1/catalogue", ApiFixture.Ct);
        alive.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Asvs_3_5_1_a_form_without_the_token_of_its_page_is_refused()
    {
        using var browser = await SignedIn.As(api, "koordinator");
        foreach (var path in new[] { "/masuk", "/keluar", "/keluar-cepat", "/kasus/baru", "/intelijen/baru" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path);
            request.Content = new StringContent("_handler=x&judul=y", Encoding.UTF8, "application/x-www-form-urlencoded");
            using var response = await browser.SendAsync(request, ApiFixture.Ct);
            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest, path);
        }
    }

    [Fact]
    public async Task Asvs_3_5_3_reading_changes_nothing()
    {
        await Secrets.Make(api);
        await api.Token("koordinator");
        await api.Settle();
        var before = await Written();
        foreach (var path in Gets().Where(path => !path.EndsWith("/stream", StringComparison.Ordinal)))
        {
            using var response = await Get(path);
            using var head = await api.Send("koordinator", "HEAD", path);
        }
        (await Written()).ShouldBe(before);
    }

    [Fact]
    public async Task Asvs_3_5_7_a_script_holds_no_data_and_3_5_8_nobody_elses_page_loads_ours()
    {
        foreach (var file in new[] { "/app.js", "/lib/scalar.js" })
        {
            var anonymous = await api.Http.GetStringAsync(file, ApiFixture.Ct);
            using var signedIn = await Get(file);
            (await signedIn.Content.ReadAsStringAsync(ApiFixture.Ct)).ShouldBe(anonymous, file);
            anonymous.ShouldNotContain("imigrasi.batam");
        }
        using var answer = await api.Send("koordinator", "GET", "/api/v1/catalogue", headers: ("Origin", "https://evil.example"));
        answer.Headers.Any(header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase)).ShouldBeFalse();
        // The callback of a foreign script tag is just another parameter.
        (await (await api.Send("koordinator", "GET", "/api/v1/catalogue?callback=evil")).Content.ReadAsStringAsync(ApiFixture.Ct)).ShouldStartWith("[");
    }

    private IEnumerable<string> Gets() => Routes.Of(api.Host)
        .Where(route => route.Method == "GET" && !route.Pattern.Contains('*') && !route.Pattern.EndsWith("/stream", StringComparison.Ordinal)
            && Path.GetExtension(route.Pattern).Length == 0)
        .Select(route => route.PathOf());

    private Task<HttpResponseMessage> Get(string path) => api.Send("koordinator", "GET", path);

    private async Task<HttpStatusCode> Report(string json)
    {
        using var response = await api.Send(null, "POST", "/laporan-csp", json, "application/csp-report", ("Sec-Fetch-Site", "same-origin"));
        return response.StatusCode;
    }

    // Everything but the notes of who looked, which a look must leave.
    private async Task<string> Written()
    {
        await using var command = api.Database.Owner.CreateCommand(
            """
            select concat_ws(' ', (select count(*) from public.mt_events), (select count(*) from public.mt_streams), (select count(*) from coordination.account),
                (select count(*) from coordination.idempotency), (select count(*) from coordination.access_token))
            """);
        return (string)(await command.ExecuteScalarAsync(ApiFixture.Ct))!;
    }
}
