using System.Net;
using Coordination.Host.Tests.Api;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Asvs;

/// <summary>OWASP ASVS 5.0 chapter 4, API and web service: HTTP as it is meant, and nothing else.</summary>
public sealed class V04WebServiceTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Body = """{"username":"a","password":"b"}""";

    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT-ISH", "PROPFIND"];

    [Fact]
    public async Task Asvs_4_1_4_what_a_resource_does_not_take_is_not_allowed_and_says_what_is()
    {
        var resources = Routes.Of(api.Host).Where(route => route.IsApi).GroupBy(route => route.PathOf(), StringComparer.Ordinal);
        foreach (var resource in resources)
        {
            foreach (var method in Methods.Except(resource.Select(route => route.Method), StringComparer.Ordinal))
            {
                using var response = await api.Send("koordinator", method, resource.Key);
                response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed, $"{method} {resource.Key}");
                response.Content.Headers.Allow.Order(StringComparer.Ordinal).ShouldBe(
                    resource.Select(route => route.Method).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), $"{method} {resource.Key}");
            }
        }
    }

    [Fact]
    public async Task Asvs_13_4_4_nothing_echoes_a_request_and_pages_take_forms_only()
    {
        foreach (var path in Routes.Of(api.Host).Where(route => !route.IsApi).Select(route => route.PathOf("x")).Distinct(StringComparer.Ordinal))
        {
            foreach (var method in new[] { "TRACE", "PUT", "DELETE", "PATCH" })
            {
                using var response = await api.Send("koordinator", method, path, headers: ("X-Echo", "canary-echo"));
                ((int)response.StatusCode).ShouldBeOneOf([404, 405], $"{method} {path}");
                (await response.Content.ReadAsStringAsync(ApiFixture.Ct)).ShouldNotContain("canary-echo");
            }
        }
    }

    [Theory]
    [InlineData("POST /api/v1/tokens HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("POST /api/v1/tokens HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nContent-Length: 31\r\n\r\n0\r\n\r\n")]
    [InlineData("POST /api/v1/tokens HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nContent-Length: 31\r\nContent-Length: 4\r\n\r\n" + Body)]
    [InlineData("POST /api/v1/tokens HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nContent-Length: 31, 31\r\n\r\n" + Body)]
    [InlineData("POST /api/v1/tokens HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n" + Body)]
    [InlineData("POST /api/v1/tokens HTTP/1.1\r\nHost: h\r\nContent-Length: 0x1f\r\n\r\n" + Body)]
    [InlineData("POST /api/v1/tokens HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n")]
    [InlineData("POST /api/v1/tokens HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n")]
    [InlineData("POST /api/v1/tokens HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n")]
    [InlineData("GET /health/live HTTP/1.1\nHost: h\n\n")]
    [InlineData("GET /health/live HTTP/1.1\r\nHost: h\nX-A: b\r\n\r\n")]
    [InlineData("GET /health/live HTTP/1.1\r\nHost: h\r\nX-A : b\r\n\r\n")]
    [InlineData("GET /health/live HTTP/1.1\r\nHost: h\r\n folded: b\r\n\r\n")]
    [InlineData("GET /health/live HTTP/1.1\r\nHost: h\r\nHost: other\r\n\r\n")]
    [InlineData("GET /health/live HTTP/1.1\r\n\r\n")]
    [InlineData("GET /health/live HTTP/9.9\r\nHost: h\r\n\r\n")]
    public async Task Asvs_4_2_1_a_request_with_two_ends_is_a_bad_request_and_the_connection_is_closed(string bytes)
    {
        var (status, all) = await RawSocket.Send(api.Host.Address, bytes, ApiFixture.Ct);
        status.ShouldBeOneOf([0, 400, 501, 505], all);
        // At most one answer: nothing of the body was taken for a second request.
        all.Split("HTTP/1.1 ").Length.ShouldBeLessThanOrEqualTo(2, all);
    }

    [Fact]
    public async Task Asvs_4_2_1_what_hides_behind_a_body_is_never_a_request()
    {
        const string hidden = "GET /api/v1/demo/users HTTP/1.1\r\nHost: h\r\n\r\n";
        var (status, all) = await RawSocket.Send(
            api.Host.Address,
            $"POST /api/v1/tokens HTTP/1.1\r\nHost: h\r\nContent-Length: {hidden.Length + 5}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{hidden}", ApiFixture.Ct);
        status.ShouldBeOneOf(0, 400);
        all.ShouldNotContain("imigrasi.batam");
    }

    [Fact]
    public async Task Asvs_4_1_3_what_a_caller_says_of_itself_in_a_header_is_not_believed()
    {
        (string, string)[] spoofed =
        [
            ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "evil.example"), ("X-Forwarded-For", "10.0.0.1"), ("X-Forwarded-Prefix", "/evil"),
            ("Forwarded", "host=evil.example;proto=https"), ("X-Original-URL", "/api/v1/admin/status"), ("X-Rewrite-URL", "/api/v1/admin/status"),
            ("X-HTTP-Method-Override", "DELETE"), ("X-Client-Cert", "MII"), ("X-User", "operator"), ("X-Remote-User", "operator"),
        ];
        using var anonymous = await api.Send(null, "GET", "/api/v1/cases", headers: spoofed);
        anonymous.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var officer = await api.Send("imigrasi.batam", "GET", "/api/v1/admin/status", headers: spoofed);
        officer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        // The demo is plain HTTP; a header does not make it anything else.
        officer.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = api.Host.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/meja");
        foreach (var (name, value) in spoofed)
            request.Headers.TryAddWithoutValidation(name, value);
        using var sent = await http.SendAsync(request, ApiFixture.Ct);
        sent.Headers.Location!.ToString().ShouldNotContain("evil");
    }

    [Fact]
    public async Task Asvs_15_2_2_a_request_has_a_size_and_a_pace()
    {
        var limits = api.Host.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;
        limits.MaxRequestBodySize.ShouldBe(1024 * 1024);
        limits.MaxRequestHeadersTotalSize.ShouldBe(16 * 1024);
        limits.MinRequestBodyDataRate.ShouldNotBeNull().BytesPerSecond.ShouldBeGreaterThanOrEqualTo(240);
        limits.RequestHeadersTimeout.ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(30));
        // 0: closed on somebody who was still sending, and the answer was lost with the connection.
        var headers = string.Concat(Enumerable.Range(0, 20).Select(i => $"X-{i}: {new string('x', 1_000)}\r\n"));
        (await RawSocket.Send(api.Host.Address, $"GET /health/live HTTP/1.1\r\nHost: h\r\n{headers}\r\n", ApiFixture.Ct)).Status.ShouldBeOneOf(0, 431);
        (await RawSocket.Send(api.Host.Address, $"GET /{new string('x', 9_000)} HTTP/1.1\r\nHost: h\r\n\r\n", ApiFixture.Ct)).Status.ShouldBeOneOf(0, 414);
        foreach (var route in Routes.Of(api.Host).Where(route => route.TakesJson))
        {
            var head = $"{route.Method} {route.PathOf()} HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer {await api.Token(AsvsWorld.Reader(route))}\r\n";
            var (status, all) = await RawSocket.Send(
                api.Host.Address, $"{head}Content-Type: application/json\r\nContent-Length: {1024 * 1024 + 1}\r\n\r\n{{", ApiFixture.Ct);
            // 404: of a thing that the caller may not know of, said before a byte of the body is taken.
            status.ShouldBeOneOf([0, 403, 404, 413], $"{route}: {all}");
        }
    }
}
