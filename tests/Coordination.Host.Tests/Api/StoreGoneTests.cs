using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Coordination.EventStore;
using Coordination.Host.Postgres;
using Coordination.Testing;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Api;

public sealed class StoreGoneTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_PostgreSQL_every_answer_says_come_again_and_the_process_stays_up()
    {
        var directory = TestDirectory.Create();
        await using var postgres = await EmbeddedPostgres.Start(new() { DataDirectory = directory }, Ct);
        await using var host = await CoordinationHost.Start(
            new HostSettings(postgres.RuntimeConnectionString, postgres.OwnerConnectionString)
            {
                Port = 0, Demo = true, DemoPassword = ApiFixture.Password, DataDirectory = directory,
                Store = new EventStoreOptions { AppendLimit = TimeSpan.FromSeconds(1) },
            },
            Ct);
        using var http = new HttpClient { BaseAddress = host.Address };
        using var signedIn = await http.PostAsJsonAsync("/api/v1/tokens", new { username = "imigrasi.atambua", password = ApiFixture.Password }, Ct);
        var token = (await signedIn.Content.ReadFromJsonAsync<JsonNode>(Ct))!["accessToken"]!.ToString();
        await postgres.StopAsync();
        await ShouldSayComeAgain(http, token, HttpMethod.Get, "/api/v1/cases", null);
        await ShouldSayComeAgain(http, token, HttpMethod.Post, "/api/v1/events", Told.Application("x1", "X-1", "5321010001900099"));
        using var live = await http.GetAsync("/health/live", Ct);
        live.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var ready = await http.GetAsync("/health/ready", Ct);
        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await ready.Content.ReadAsStringAsync(Ct)).ShouldContain("store_unavailable");
    }

    private static async Task ShouldSayComeAgain(HttpClient http, string token, HttpMethod method, string path, string? body)
    {
        using var request = new HttpRequestMessage(method, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/cloudevents+json");
        using var response = await http.SendAsync(request, Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable, await response.Content.ReadAsStringAsync(Ct));
        response.Headers.RetryAfter.ShouldNotBeNull();
        (await response.Content.ReadAsStringAsync(Ct)).ShouldContain("store.unavailable");
    }
}
