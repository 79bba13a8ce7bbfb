using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Coordination.Host.Security;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Api;

public sealed class AccessTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task A_wrong_password_and_an_unknown_user_are_answered_alike()
    {
        using var known = await api.Http.PostAsJsonAsync("/api/v1/tokens", new { username = "bp3mi.ntt", password = "x" }, ApiFixture.Ct);
        using var unknown = await api.Http.PostAsJsonAsync("/api/v1/tokens", new { username = "nobody", password = "x" }, ApiFixture.Ct);
        known.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        unknown.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await known.Content.ReadAsStringAsync(ApiFixture.Ct)).ShouldBe(await unknown.Content.ReadAsStringAsync(ApiFixture.Ct));
    }

    [Fact]
    public async Task A_token_is_opaque_and_ends_when_it_is_revoked()
    {
        using var response = await api.Http.PostAsJsonAsync("/api/v1/tokens", new { username = "koordinator", password = ApiFixture.Password }, ApiFixture.Ct);
        var token = (await response.Content.ReadFromJsonAsync<JsonNode>(ApiFixture.Ct))!["accessToken"]!.ToString();
        token.Length.ShouldBe(43);
        (await Catalogue(token)).ShouldBe(HttpStatusCode.OK);
        await api.Host.Services.GetRequiredService<AccessTokens>().Revoke(token, ApiFixture.Ct);
        (await Catalogue(token)).ShouldBe(HttpStatusCode.Unauthorized);
        await using var command = api.Database.Owner.CreateCommand("select count(*) from coordination.access_token where encode(token_hash, 'escape') like '%' || $1 || '%'");
        command.Parameters.AddWithValue(token);
        (await command.ExecuteScalarAsync(ApiFixture.Ct)).ShouldBe(0L);
    }

    [Fact]
    public async Task The_demo_lists_its_users_and_sets_its_clock_forward_only()
    {
        var users = JsonNode.Parse(await api.Http.GetStringAsync("/api/v1/demo/users", ApiFixture.Ct))!.AsArray();
        users.Select(user => user!["username"]!.ToString()).ShouldContain("polri.barelang");
        var later = TimeProvider.System.GetUtcNow().AddYears(1);
        await api.Ask("koordinator", "PUT", "/api/v1/demo/clock", $$"""{"now":"{{later:O}}"}""");
        using var back = await api.Send("koordinator", "PUT", "/api/v1/demo/clock", $$"""{"now":"{{later.AddDays(-1):O}}"}""");
        back.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task The_clock_has_been_set_when_the_views_are_there_and_what_fell_due_on_the_way_is_written()
    {
        await using var own = new ApiFixture();
        await own.InitializeAsync();
        await own.Ask("imigrasi.batam", "POST", "/api/v1/handoffs/police", Told.ToPolice());
        await own.Token("koordinator");
        await own.Settle();
        Task set;
        await using (var held = await own.Database.Owner.OpenConnectionAsync(ApiFixture.Ct))
        {
            await using var transaction = await held.BeginTransactionAsync(ApiFixture.Ct);
            await using var hold = new Npgsql.NpgsqlCommand(
                "select 1 from public.mt_event_progression where name = 'CaseTimeline:All' for update", held, transaction);
            await hold.ExecuteNonQueryAsync(ApiFixture.Ct);
            await own.Ask("imigrasi.batam", "POST", "/api/v1/cases", Told.Case());
            set = own.Ask("koordinator", "PUT", "/api/v1/demo/clock", $$"""{"now":"{{TimeProvider.System.GetUtcNow().AddDays(10):O}}"}""");
            var moment = Task.Delay(TimeSpan.FromSeconds(1), ApiFixture.Ct);
            (await Task.WhenAny(moment, set)).ShouldBe(moment, "a view is still behind");
        }

        await set;
        await using var late = own.Database.Owner.CreateCommand(
            "select count(*) from public.mt_events where type = 'alert_raised' and data ->> 'code' = 'A-HANDOFF-LATE'");
        ((long)(await late.ExecuteScalarAsync(ApiFixture.Ct))!).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Demo_mode_listens_on_the_loopback_address_only()
    {
        var settings = new HostSettings(api.Database.RuntimeConnectionString, api.Database.OwnerConnectionString) { Demo = true, Listen = "0.0.0.0" };
        await Should.ThrowAsync<InvalidOperationException>(() => CoordinationHost.Start(settings, ApiFixture.Ct));
    }

    [Theory]
    [InlineData("DELETE", "/api/v1/cases")]
    [InlineData("PATCH", "/api/v1/handoffs")]
    [InlineData("TRACE", "/api/v1/events")]
    [InlineData("GET", "/api/v1/events")]
    public async Task Methods_that_are_not_used_are_not_allowed(string method, string path)
    {
        using var response = await api.Send("koordinator", method, path);
        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        (await response.Content.ReadAsStringAsync(ApiFixture.Ct)).ShouldContain("http.method_not_allowed");
    }

    [Fact]
    public async Task Texts_come_in_the_language_asked_for()
    {
        using var english = await api.Send(null, "GET", "/api/v1/cases", null, "application/json", ("Accept-Language", "en"));
        (await english.Content.ReadAsStringAsync(ApiFixture.Ct)).ShouldContain("Sign in");
        using var indonesian = await api.Send(null, "GET", "/api/v1/cases");
        (await indonesian.Content.ReadAsStringAsync(ApiFixture.Ct)).ShouldContain("Masuk dahulu");
    }

    private async Task<HttpStatusCode> Catalogue(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/catalogue") { Headers = { Authorization = new("Bearer", token) } };
        using var response = await api.Http.SendAsync(request, ApiFixture.Ct);
        return response.StatusCode;
    }
}
