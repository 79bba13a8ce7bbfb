using System.Net;
using System.Text.Json.Nodes;
using Coordination.Host.Store;
using Coordination.Host.Tests.Api;
using Coordination.Host.Tests.Asvs;
using Coordination.Host.Victims;
using Npgsql;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Store;

/// <summary>Pools are small (ADR 31), so nobody may hold a connection while waiting for another of the same pool.</summary>
public sealed class PoolTests
{
    /// <summary>What is never free of the daemon's: two that listen and tell, two that write. One is left.</summary>
    private const int OneFreeOfTheDaemon = 5;

    private static readonly string[] Users = ["imigrasi.batam", "koordinator"];

    private static CancellationToken Ct => ApiFixture.Ct;

    [Fact]
    public async Task Whatever_is_read_needs_one_connection_of_a_pool_at_a_time()
    {
        await using var api = await Start(viewers: 1, daemons: OneFreeOfTheDaemon);
        var secrets = await Secrets.Make(api);
        await api.Settle();
        var reads = Routes.Of(api.Host).Where(route => route.Method == "GET" && !route.Pattern.EndsWith("/stream", StringComparison.Ordinal)).ToList();
        var found = 0;
        foreach (var user in Users)
        {
            foreach (var path in reads.SelectMany(route => secrets.All.Select(id => route.PathOf(id))).Distinct(StringComparer.Ordinal))
            {
                using var answer = await api.Send(user, "GET", path);
                await answer.Content.ReadAsStringAsync(Ct);
                ((int)answer.StatusCode).ShouldBeLessThan(500, $"{user} {path}");
                found += answer.IsSuccessStatusCode ? 1 : 0;
            }
        }

        found.ShouldBeGreaterThan(100, "things were there to be read");
    }

    [Fact]
    public async Task What_is_told_of_a_known_person_needs_one_connection_of_the_vault()
    {
        await using var api = await Start(viewers: 1, daemons: 24);
        foreach (var (user, phone) in new[] { ("imigrasi.batam", "+62 812 7700 0101"), ("polri.barelang", "+62 812 7700 0102") })
        {
            await api.Ask(user, "POST", "/api/v1/intelligence", new JsonObject
            {
                ["title"] = "Penampungan", ["summary"] = "Rumah kos.", ["sourceGrade"] = "B", ["informationGrade"] = 2,
                ["subjects"] = new JsonArray(new JsonObject { ["name"] = "Melati", ["passport"] = "ZZ0000413", ["phone"] = phone }),
            }.ToJsonString());
        }
    }

    [Fact]
    public async Task Who_waits_for_a_view_holds_nothing_that_the_view_needs()
    {
        await using var api = await Start(viewers: 24, daemons: 8);
        var first = await api.Ask("imigrasi.batam", "POST", "/api/v1/cases", Told.Case());
        await api.Settle();
        Task<HttpStatusCode>[] asked;
        await using (var held = await api.Database.Owner.OpenConnectionAsync(Ct))
        {
            await using var transaction = await held.BeginTransactionAsync(Ct);
            await using var hold = new NpgsqlCommand("select 1 from public.mt_event_progression where name = 'CaseTimeline:All' for update", held, transaction);
            await hold.ExecuteNonQueryAsync(Ct);
            await api.Ask("imigrasi.batam", "POST", "/api/v1/cases", Told.Case());
            asked = [.. Enumerable.Range(0, 12).Select(_ => Status(api, "koordinator", $"/api/v1/operations/{first["id"]}"))];
            for (var i = 0; i < 20; i++)
                (await Status(api, "operator", "/api/v1/admin/status")).ShouldBe(HttpStatusCode.OK, "whoever does not wait is served");
        }

        (await Task.WhenAll(asked)).ShouldAllBe(status => status == HttpStatusCode.NotFound || status == HttpStatusCode.ServiceUnavailable);
    }

    [Theory]
    [InlineData(48, 12)]
    [InlineData(16, 5)]
    [InlineData(6, 1)]
    public void The_gate_of_the_shield_leaves_connections_to_those_that_are_waited_for(int pool, int atOnce) => ShieldGate.AtOnce(pool).ShouldBe(atOnce);

    private static async Task<ApiFixture> Start(int viewers, int daemons)
    {
        var api = new ApiFixture(settings => settings with
        {
            DaemonDatabase = $"{DatabaseRoles.AsDaemon(settings.Database)};Maximum Pool Size={daemons}",
            Database = $"{settings.Database};Maximum Pool Size={viewers}",
        });
        await api.InitializeAsync();
        return api;
    }

    private static async Task<HttpStatusCode> Status(ApiFixture api, string user, string path)
    {
        using var answer = await api.Send(user, "GET", path);
        return answer.StatusCode;
    }

    [Fact]
    public void A_pool_is_small_unless_an_operator_says_otherwise()
    {
        StoreModule.Impatient("Host=x", StoreModule.Viewers).ShouldContain("Maximum Pool Size=24");
        StoreModule.Impatient("Host=x;Maximum Pool Size=200", StoreModule.Viewers).ShouldContain("Maximum Pool Size=200");
    }
}
