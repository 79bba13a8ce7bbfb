using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Coordination.Host.Replay;

/// <summary>The agencies' own clients: each signs in once and speaks the public API.</summary>
internal sealed class ScenarioClient(Uri server, string password) : IDisposable
{
    private static readonly TimeSpan AlertPatience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);
    private readonly HttpClient _http = new() { BaseAddress = server };
    private readonly Dictionary<string, string> _tokens = new(StringComparer.Ordinal);

    public void Dispose() => _http.Dispose();

    /// <summary>Sets a demo server's clock; another server keeps its own.</summary>
    public async Task SetClock(string user, DateTimeOffset now, CancellationToken ct)
    {
        // 404: not a demo. 409: it is later there already. Neither stops the story.
        using var response = await Send(user, HttpMethod.Put, "/api/v1/demo/clock", new JsonObject { ["now"] = now }, "application/json", null, ct);
        if (!response.IsSuccessStatusCode && response.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.Conflict or HttpStatusCode.MethodNotAllowed))
            throw new InvalidOperationException($"The clock could not be set: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync(ct)}");
    }

    public Task<HttpResponseMessage> SendEvents(string user, JsonArray events, CancellationToken ct) =>
        Send(user, HttpMethod.Post, "/api/v1/events", events, "application/cloudevents-batch+json", null, ct);

    public Task<HttpResponseMessage> Call(string user, string method, string path, JsonNode? body, string key, CancellationToken ct) =>
        Send(user, new HttpMethod(method), path, body, "application/json", key, ct);

    /// <summary>Rules run behind the log: looks until the alerts are there.</summary>
    /// <returns>By code the most urgent of those that came.</returns>
    public async Task<IReadOnlyDictionary<string, JsonNode>> Alerts(string user, IReadOnlyList<string> codes, CancellationToken ct)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limited.CancelAfter(AlertPatience);
        Dictionary<string, JsonNode> found = [];
        try
        {
            while (true)
            {
                using var response = await Send(user, HttpMethod.Get, "/api/v1/alerts?limit=200", null, "application/json", null, limited.Token);
                var list = await response.Content.ReadFromJsonAsync<JsonNode>(limited.Token);
                found = (list?["items"]?.AsArray() ?? []).GroupBy(alert => alert!["code"]!.ToString(), StringComparer.Ordinal)
                    .Where(ofCode => codes.Contains(ofCode.Key, StringComparer.Ordinal)).ToDictionary(ofCode => ofCode.Key, ofCode => ofCode.First()!, StringComparer.Ordinal);
                if (codes.All(found.ContainsKey))
                    return found;
                await Task.Delay(BetweenLooks, limited.Token);
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return found;
        }
    }

    private async Task<HttpResponseMessage> Send(
        string user, HttpMethod method, string path, JsonNode? body, string mediaType, string? key, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenOf(user, ct));
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, mediaType);
        return await _http.SendAsync(request, ct);
    }

    private async Task<string> TokenOf(string user, CancellationToken ct)
    {
        if (_tokens.TryGetValue(user, out var known))
            return known;
        using var response = await _http.PostAsJsonAsync("/api/v1/tokens", new { username = user, password }, ct);
        if (!response.IsSuccessStatusCode)
            throw new InvalidOperationException($"{user} cannot sign in at {server}: give the password with --password or COORDINATION_DEMO_PASSWORD.");
        var token = await response.Content.ReadFromJsonAsync<JsonNode>(ct);
        return _tokens[user] = token!["accessToken"]!.ToString();
    }
}
