using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Coordination.Domain.Kernel;
using Coordination.Host.Security;
using Coordination.Host.Tests.Asvs;
using Coordination.Testing.Faults;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Security;

public sealed class LimitTests(SessionFixture world) : IClassFixture<SessionFixture>
{
    [Fact]
    public async Task A_user_who_asks_too_much_is_told_when_to_come_back_and_the_colleague_is_served()
    {
        await using var host = await world.Start(new RequestLimits { User = 10, UserBurst = 10, SignInBurst = 100 });
        using var http = SessionFixture.Client(host);
        await world.Add("deras");
        await world.Add("tenang");
        var (busy, calm) = (await world.Token("deras"), await world.Token("tenang"));
        using var refused = await Exhaust(busy, http);
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1));
        (await refused.Content.ReadFromJsonAsync<JsonNode>(SessionFixture.Ct))!["code"]!.ToString().ShouldBe("http.rate_limited");
        using var served = await world.Send(calm, "GET", "/api/v1/catalogue", http: http);
        served.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_agency_has_a_limit_of_its_own_that_its_people_share()
    {
        await using var host = await world.Start(new RequestLimits { Agency = 10, AgencyBurst = 10, SignInBurst = 100 });
        using var http = SessionFixture.Client(host);
        await world.Add("satu");
        await world.Add("dua");
        await world.Add("lain", "IMIGRASI", "KANIM-BATAM");
        var (one, two, other) = (await world.Token("satu"), await world.Token("dua"), await world.Token("lain"));
        using (await Exhaust(one, http))
        using (await Exhaust(two, http))
        using (var served = await world.Send(other, "GET", "/api/v1/catalogue", http: http))
            served.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Signing_in_is_limited_by_name_known_or_not()
    {
        await using var host = await world.Start(new RequestLimits { SignIns = 1, SignInBurst = 2 });
        using var http = SessionFixture.Client(host);
        await world.Add("lagi");
        foreach (var name in new[] { "lagi", "tak-ada" })
        {
            var answers = new List<HttpStatusCode>();
            for (var i = 0; i < 3; i++)
            {
                using var response = await http.PostAsJsonAsync("/api/v1/tokens", new { username = name, password = "salah-salah-2026" }, SessionFixture.Ct);
                answers.Add(response.StatusCode);
            }
            answers.ShouldBe([HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests], name);
        }
    }

    [Fact]
    public async Task Signing_in_is_limited_over_all_hosts()
    {
        var limits = new RequestLimits { SignIns = 1, SignInBurst = 2 };
        await using var one = await world.Start(limits);
        await using var other = await world.Start(limits);
        using var here = SessionFixture.Client(one);
        using var there = SessionFixture.Client(other);
        (await Try(here, "dua-tempat")).ShouldBe(HttpStatusCode.Unauthorized);
        (await Try(there, "dua-tempat")).ShouldBe(HttpStatusCode.Unauthorized);
        (await Try(there, "dua-tempat")).ShouldBe(HttpStatusCode.TooManyRequests);
        (await Try(here, "dua-tempat")).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Wrong_tries_on_one_host_are_waited_for_on_the_other()
    {
        var limits = new RequestLimits { SignInBurst = 100 };
        await using var other = await world.Start(limits);
        using var there = SessionFixture.Client(other);
        await world.Add("tersasar");
        for (var i = 0; i < Backoff.FreeTries; i++)
            (await Try(there, "tersasar")).ShouldBe(HttpStatusCode.Unauthorized);
        using var right = await world.AskToken("tersasar", SessionFixture.Password);
        right.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests, "guessing on two Hosts is guessing");
    }

    [Fact]
    public async Task What_is_used_on_one_host_is_missing_on_the_other()
    {
        var shared = new SharedBuckets(world.Database.Runtime);
        var (here, there) = (new HostBuckets("two-hosts", 1, 50), new HostBuckets("two-hosts", 1, 50));
        using var one = here.Of("deras");
        using var other = there.Of("deras");
        one.AttemptAcquire().IsAcquired.ShouldBeTrue();
        await here.Settle(shared, SessionFixture.Ct);
        one.AttemptAcquire(45).IsAcquired.ShouldBeTrue("what is left of fifty");
        await here.Settle(shared, SessionFixture.Ct);
        other.AttemptAcquire().IsAcquired.ShouldBeTrue("nobody has told it yet");
        await there.Settle(shared, SessionFixture.Ct);
        using var refused = other.AttemptAcquire(30);
        refused.IsAcquired.ShouldBeFalse();
        refused.TryGetMetadata(System.Threading.RateLimiting.MetadataName.RetryAfter, out var wait).ShouldBeTrue();
        wait.ShouldBeGreaterThan(TimeSpan.FromSeconds(10));
        var before = await Statements();
        await here.Settle(shared, SessionFixture.Ct);
        (await Statements()).ShouldBe(before, "who asks nothing costs nothing");
    }

    [Fact]
    public async Task Identities_are_revealed_ten_times_a_minute_whichever_host_is_asked()
    {
        var officer = new Officer("penyingkap", "POLRI", "POLRESTA-BARELANG", OfficerRole.Officer, Level.R);
        var limits = Enumerable.Range(0, 2).Select(_ => new RevealLimit(new RequestLimits(), new SharedBuckets(world.Database.Runtime))).ToList();
        for (var i = 0; i < 10; i++)
            (await limits[i % 2].Allows(officer, SessionFixture.Ct)).ShouldBeTrue();
        (await limits[0].Allows(officer, SessionFixture.Ct)).ShouldBeFalse();
        (await limits[1].Allows(officer, SessionFixture.Ct)).ShouldBeFalse();
    }

    /// <summary>Words in a route by which it makes a whole file.</summary>
    private static readonly string[] Files = ["bundle", "export", "ekspor", "record", "report", "laporan"];

    [Fact]
    public void Asvs_15_2_2_whatever_makes_a_whole_file_is_held_to_a_number_at_once()
    {
        var routes = Routes.Of(world.Host).Where(route => route.Method == "GET" && route.Pattern.Split('/').Any(Files.Contains)).ToList();
        routes.Count.ShouldBeGreaterThanOrEqualTo(5);
        routes.Where(route => route.Endpoint.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName != RequestLimiting.Reports)
            .Select(route => route.ToString()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Asvs_15_2_2_one_report_more_than_is_made_and_waited_for_is_refused_and_the_rest_of_the_product_is_served()
    {
        await using var host = await world.Start(new RequestLimits { Reports = 1, SignInBurst = 100 });
        using var http = SessionFixture.Client(host);
        await world.Add("pelapor");
        var token = await world.Token("pelapor");
        var path = $"/api/v1/handoffs/{Guid.CreateVersion7()}/record";
        await using var owner = await world.Database.Owner.OpenConnectionAsync(SessionFixture.Ct);
        await using var held = await owner.BeginTransactionAsync(SessionFixture.Ct);
        await using (var hold = new NpgsqlCommand("lock table public.mt_events in access exclusive mode", owner, held))
            await hold.ExecuteNonQueryAsync(SessionFixture.Ct);
        // One is made, four wait, one is too many.
        var asked = Enumerable.Range(0, 6).Select(_ => world.Send(token, "GET", path, http: http)).ToList();
        var refused = await await Task.WhenAny(asked);
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1));
        using (var served = await world.Send(token, "GET", "/api/v1/catalogue", http: http))
            served.StatusCode.ShouldBe(HttpStatusCode.OK);
        await held.RollbackAsync(SessionFixture.Ct);
        var answers = await Task.WhenAll(asked);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.NotFound).ShouldBe(5, "those that waited are answered");
    }

    [Fact]
    public async Task A_token_of_a_clock_that_is_ahead_sweeps_nobody_away()
    {
        await world.Add("sapu");
        var token = await world.Token("sapu");
        var account = new Account("sapu", "POLRI", "POLRESTA-BARELANG", OfficerRole.Officer, Level.R);
        var ahead = new JumpingClock();
        ahead.Jump(TimeSpan.FromDays(5));
        using var tokens = new AccessTokens(world.Database.Runtime, world.Host.Services.GetRequiredService<Accounts>(), ahead);
        await tokens.Issue(account, SignIn.Api, SessionFixture.Ct);
        await using var left = world.Database.Owner.CreateCommand("select count(*) from coordination.access_token where username = 'sapu'");
        (await left.ExecuteScalarAsync(SessionFixture.Ct)).ShouldBe(2L);
        using var served = await world.Send(token, "GET", "/api/v1/catalogue");
        served.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<long> Statements()
    {
        await using var command = world.Database.Owner.CreateCommand("select sum(tokens * 1000)::bigint from coordination.limit_bucket where kind = 'two-hosts'");
        return (long)(await command.ExecuteScalarAsync(SessionFixture.Ct))!;
    }

    private static async Task<HttpStatusCode> Try(HttpClient http, string name)
    {
        using var response = await http.PostAsJsonAsync("/api/v1/tokens", new { username = name, password = "salah-salah-2026" }, SessionFixture.Ct);
        return response.StatusCode;
    }

    private async Task<HttpResponseMessage> Exhaust(string token, HttpClient http)
    {
        for (var i = 0; i < 2_000; i++)
        {
            // Several at once: one after the other may be slower than the limit.
            var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => world.Send(token, "GET", "/api/v1/catalogue", http: http)));
            var refused = answers.FirstOrDefault(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
            foreach (var answer in answers.Where(answer => answer != refused))
                answer.Dispose();
            if (refused is not null)
                return refused;
        }
        throw new InvalidOperationException("No request was refused.");
    }
}
