using System.Net;
using System.Text.RegularExpressions;
using Coordination.Host.Security;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Security;

/// <summary>Page sessions of an agency's Host, by the rows of OWASP ASVS 5.0.</summary>
public sealed partial class SessionTests(SessionFixture world) : IClassFixture<SessionFixture>
{
    [Fact]
    public async Task Asvs_3_3_1_to_3_3_4_the_session_cookie_is_bound_to_this_host_over_tls_and_no_script_reads_it()
    {
        await world.Add("kuki");
        var (cookie, header) = await SignIn("kuki");
        cookie.ShouldStartWith("__Host-coordination=");
        var attributes = header.Split(';').Select(part => part.Trim().ToLowerInvariant()).ToList();
        attributes.ShouldContain("secure");
        attributes.ShouldContain("httponly");
        attributes.ShouldContain("samesite=lax");
        attributes.ShouldContain("path=/");
        attributes.ShouldNotContain(part => part.StartsWith("domain", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Asvs_7_2_4_signing_in_again_makes_a_new_session_and_ends_the_former()
    {
        await world.Add("dua");
        var (former, _) = await SignIn("dua");
        var (next, _) = await SignIn("dua", former);
        next.ShouldNotBe(former);
        (await Open(former)).ShouldBe(HttpStatusCode.Redirect);
        (await Open(next)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Asvs_7_3_1_a_session_that_nobody_used_for_a_quarter_of_an_hour_is_over()
    {
        await world.Add("diam");
        var (cookie, _) = await SignIn("diam");
        world.Jump(TimeSpan.FromMinutes(10));
        (await Open(cookie)).ShouldBe(HttpStatusCode.OK);
        world.Jump(TimeSpan.FromMinutes(10));
        (await Open(cookie)).ShouldBe(HttpStatusCode.OK, "it was used ten minutes ago");
        world.Jump(AccessTokens.Idle + TimeSpan.FromMinutes(1));
        (await Open(cookie)).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Asvs_7_3_2_a_session_ends_after_ten_hours_however_busy()
    {
        await world.Add("sibuk");
        var (cookie, _) = await SignIn("sibuk");
        for (var spent = TimeSpan.Zero; spent < AccessTokens.Lifetime - TimeSpan.FromMinutes(14); spent += TimeSpan.FromMinutes(14))
        {
            (await Open(cookie)).ShouldBe(HttpStatusCode.OK, $"after {spent}");
            world.Jump(TimeSpan.FromMinutes(14));
        }
        world.Jump(TimeSpan.FromMinutes(14));
        (await Open(cookie)).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Asvs_14_3_1_signing_out_ends_the_session_and_clears_what_the_browser_keeps()
    {
        await world.Add("pulang");
        var (cookie, _) = await SignIn("pulang");
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/api/v1/tokens/current");
        request.Headers.Add("Cookie", cookie);
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var response = await world.Http.SendAsync(request, SessionFixture.Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        response.Headers.GetValues("Clear-Site-Data").Single().ShouldContain("\"cookies\"");
        (await Open(cookie)).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Asvs_6_3_2_outside_the_demo_there_is_no_demo_account()
    {
        foreach (var account in DemoAccounts.All)
        {
            using var response = await world.AskToken(account.Username, "apa-saja-2026");
            response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, account.Username);
        }
        using var users = await world.Http.GetAsync("/api/v1/demo/users", SessionFixture.Ct);
        users.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    [InlineData("192.0.2.1")]
    [InlineData("*")]
    public async Task Asvs_6_3_2_the_demo_refuses_to_listen_beyond_this_machine(string address)
    {
        var settings = new HostSettings(world.Database.RuntimeConnectionString, world.Database.OwnerConnectionString) { Demo = true, Listen = address, Port = 0 };
        await Should.ThrowAsync<InvalidOperationException>(() => CoordinationHost.Start(settings, SessionFixture.Ct));
    }

    [Fact]
    public async Task Asvs_6_3_1_tries_for_a_known_and_an_unknown_name_are_answered_alike_until_both_must_wait()
    {
        await world.Add("tebak");
        for (var i = 0; i < 7; i++)
        {
            using var known = await world.AskToken("tebak", $"salah-salah-{i}");
            using var unknown = await world.AskToken("tak-ada", $"salah-salah-{i}");
            unknown.StatusCode.ShouldBe(known.StatusCode);
            known.StatusCode.ShouldBe(i < Backoff.FreeTries ? HttpStatusCode.Unauthorized : HttpStatusCode.TooManyRequests);
            (await unknown.Content.ReadAsStringAsync(SessionFixture.Ct)).ShouldBe(await known.Content.ReadAsStringAsync(SessionFixture.Ct));
            Names(unknown).ShouldBe(Names(known));
        }
    }

    [Fact]
    public async Task Asvs_6_3_8_an_unknown_name_costs_the_same_work_as_a_known_one()
    {
        await world.Add("waktu");
        var (known, unknown) = (new List<double>(), new List<double>());
        for (var i = 0; i < 3; i++)
        {
            known.Add(await Time("waktu", i));
            unknown.Add(await Time($"tak-ada-{i}", i));
        }
        // Hundreds of milliseconds of hashing against next to none: a factor of four tells them apart on any machine.
        (unknown.Min() / known.Min()).ShouldBeInRange(0.25, 4);
    }

    private async Task<double> Time(string name, int attempt)
    {
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        using var response = await world.AskToken(name, $"salah-salah-{attempt}");
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        return System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static IEnumerable<string> Names(HttpResponseMessage response) => response.Headers.Concat(response.Content.Headers).Select(header => header.Key);

    private async Task<HttpStatusCode> Open(string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/kasus");
        request.Headers.Add("Cookie", cookie);
        using var response = await world.Http.SendAsync(request, SessionFixture.Ct);
        return response.StatusCode;
    }

    /// <returns>The cookie as the browser sends it, and as it was set.</returns>
    private async Task<(string Cookie, string Header)> SignIn(string username, string? former = null)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/masuk");
        if (former is not null)
            asked.Headers.Add("Cookie", former);
        using var form = await world.Http.SendAsync(asked, SessionFixture.Ct);
        var token = Antiforgery().Match(await form.Content.ReadAsStringAsync(SessionFixture.Ct)).Groups["token"].Value;
        var antiforgery = form.Headers.GetValues("Set-Cookie").Single(cookie => cookie.Contains("coordination-form", StringComparison.Ordinal)).Split(';')[0];
        using var request = new HttpRequestMessage(HttpMethod.Post, "/masuk");
        request.Headers.Add("Cookie", former is null ? antiforgery : $"{antiforgery}; {former}");
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["_handler"] = "masuk", ["__RequestVerificationToken"] = token, ["nama"] = username, ["sandi"] = SessionFixture.Password,
        });
        using var response = await world.Http.SendAsync(request, SessionFixture.Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect, await response.Content.ReadAsStringAsync(SessionFixture.Ct));
        var header = response.Headers.GetValues("Set-Cookie").Single(cookie => !cookie.Contains("coordination-form", StringComparison.Ordinal));
        return (header.Split(';')[0], header);
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="(?<token>[^"]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Antiforgery();
}
