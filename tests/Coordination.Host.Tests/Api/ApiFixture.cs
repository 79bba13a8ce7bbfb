using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Coordination.Host.Demo;
using Coordination.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Coordination.Host.Tests.Api;

/// <summary>The real Host on a free port and a database of its own, with the demo's users.</summary>
public sealed class ApiFixture : IAsyncLifetime
{
    public const string Password = "contoh-sandi-2026";
    private readonly ConcurrentDictionary<string, Task<string>> _tokens = new(StringComparer.Ordinal);
    private string? _directory;
    private Database? _database;
    private CoordinationHost? _host;
    private HttpClient? _http;
    private readonly Func<HostSettings, HostSettings> _adjust = settings => settings;

    public ApiFixture()
    {
    }

    internal ApiFixture(Func<HostSettings, HostSettings> adjust) => _adjust = adjust;

    public CoordinationHost Host => _host!;

    public Database Database => _database!;

    public HttpClient Http => _http!;

    public string DataDirectory => _directory!;

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await Database.Create();
        _directory = Directory.CreateTempSubdirectory("coordination-api-").FullName;
        await Restart();
    }

    /// <summary>Starts the Host on the same data; tokens stay valid.</summary>
    public async Task Restart()
    {
        _host = await CoordinationHost.Start(
            _adjust(new HostSettings(Database.RuntimeConnectionString, Database.OwnerConnectionString)
            {
                Port = 0, Demo = true, DemoPassword = Password, DataDirectory = DataDirectory, Migrate = false,
            }),
            CancellationToken.None);
        // Who asks whether a large body is wanted waits for the answer, however long a full machine takes over it.
        _http = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) }) { BaseAddress = _host.Address };
    }

    public async Task Stop()
    {
        _http?.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
        (_http, _host) = (null, null);
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        if (_database is not null)
            await _database.DisposeAsync();
        if (_directory is not null)
            Directory.Delete(_directory, recursive: true);
    }

    /// <summary>A request of a user; null sends it without a token.</summary>
    public async Task<HttpResponseMessage> Send(
        string? user, string method, string path, string? json = null, string mediaType = "application/json", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (user is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await Token(user));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, mediaType);
        return await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Ct);
    }

    /// <summary>The body of an answer that must be a success.</summary>
    public async Task<JsonNode> Ask(
        string user, string method, string path, string? json = null, string mediaType = "application/json", params (string Name, string Value)[] headers)
    {
        using var response = await Send(user, method, path, json, mediaType, headers);
        var body = await response.Content.ReadAsStringAsync(Ct);
        Assert.True(response.IsSuccessStatusCode, $"{method} {path}: {(int)response.StatusCode} {body}");
        return JsonNode.Parse(body)!;
    }

    public Task<JsonNode> SendEvents(string user, params string[] events) =>
        Ask(user, "POST", "/api/v1/events", $"[{string.Join(",", events)}]", "application/cloudevents-batch+json");

    /// <summary>
    /// As a client is told to: while the store does not answer in time, which it may not on a machine that is busy with other tests, the same again. What
    /// was written the first time is a duplicate then.
    /// </summary>
    public async Task<JsonNode> SendEventsAgain(string user, params string[] events)
    {
        var batch = $"[{string.Join(",", events)}]";
        for (var more = 3; ; more--)
        {
            using var response = await Send(user, "POST", "/api/v1/events", batch, "application/cloudevents-batch+json");
            var body = await response.Content.ReadAsStringAsync(Ct);
            if (response.IsSuccessStatusCode)
                return JsonNode.Parse(body)!;
            Assert.True(more > 0 && response.StatusCode == System.Net.HttpStatusCode.ServiceUnavailable, $"{(int)response.StatusCode} {body}");
            await Task.Delay(response.Headers.RetryAfter!.Delta!.Value, Ct);
        }
    }

    /// <summary>Until the views show all of the log, and nothing is left that the product would write by itself.</summary>
    public Task Settle() => Host.Services.GetRequiredService<DueNow>().Settle(Ct);

    public Task<string> Token(string user) => _tokens.GetOrAdd(user, async name =>
    {
        using var response = await Http.PostAsJsonAsync("/api/v1/tokens", new { username = name, password = Password }, Ct);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonNode>(Ct))!["accessToken"]!.ToString();
    });
}
