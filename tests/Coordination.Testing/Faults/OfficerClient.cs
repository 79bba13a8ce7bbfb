using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Coordination.Testing.Faults;

/// <summary>An agency's own system, which sends CloudEvents and believes nothing but an answer.</summary>
public sealed class OfficerClient(string agency, string unit, string token)
{
    /// <summary>SQL that finds the idempotency key again in what this client's events became. Free text is sealed, so a report is known by its subject.</summary>
    public const string KeyInLog =
        "case type when 'intelligence_report_filed' then headers->>'sourceRef' else (select i.key from coordination.idempotency i where i.position = seq_id) end";

    private const string InDoubt = "store.in_doubt";
    private const int MostSignIns = 10;

    public static async Task<OfficerClient> SignIn(
        HttpClient http, string user, string agency, string unit, string password, CancellationToken ct)
    {
        // A system that was just killed may still be coming back, and says so.
        var response = await http.PostAsJsonAsync("/api/v1/tokens", new { username = user, password }, ct);
        for (var tries = 1; response.StatusCode == System.Net.HttpStatusCode.ServiceUnavailable && tries < MostSignIns; tries++)
        {
            await Task.Delay(response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1), ct);
            response.Dispose();
            response = await http.PostAsJsonAsync("/api/v1/tokens", new { username = user, password }, ct);
        }

        using var answer = response.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("accessToken").GetString()!;
        return new(agency, unit, token);
    }

    public static JsonObject Filed(string key) => new()
    {
        ["title"] = key, ["summary"] = "Data contoh untuk uji gangguan.", ["sourceGrade"] = "A", ["informationGrade"] = 1,
    };

    /// <param name="grade">1 to 35: a grade that the report has not had, for grading it the same again changes nothing and writes nothing.</param>
    public static JsonObject Graded(string key, int grade) => new()
    {
        ["sourceGrade"] = "ABCDEF"[grade / 6].ToString(), ["informationGrade"] = grade % 6 + 1, ["reason"] = key,
    };

    public HttpRequestMessage Authorized(HttpMethod method, string path, HttpContent? content = null) =>
        new(method, path) { Content = content, Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };

    public JsonObject Event(string type, string key, string subject, JsonObject data) => new()
    {
        ["specversion"] = "1.0",
        ["id"] = key,
        ["source"] = $"/{agency}/{unit}",
        ["type"] = $"id.satgas.{type}",
        ["subject"] = subject,
        ["time"] = "2026-02-09T07:05:00+07:00",
        ["datacontenttype"] = "application/json",
        ["data"] = data,
    };

    /// <summary>Sends one event once and says what the client may believe now.</summary>
    public async Task<Claim> Send(HttpClient http, JsonObject cloudEvent, History history, CancellationToken ct) =>
        (await Send(http, cloudEvent, [cloudEvent], "application/cloudevents+json", history, ct))[0];

    /// <summary>Sends a batch once.</summary>
    public Task<IReadOnlyList<Claim>> SendBatch(HttpClient http, IReadOnlyList<JsonObject> cloudEvents, History history, CancellationToken ct) =>
        Send(http, new JsonArray([.. cloudEvents.Select(e => e.DeepClone())]), cloudEvents, "application/cloudevents-batch+json", history, ct);

    private async Task<IReadOnlyList<Claim>> Send(
        HttpClient http, JsonNode body, IReadOnlyList<JsonObject> cloudEvents, string mediaType, History history, CancellationToken ct)
    {
        var keys = cloudEvents.Select(cloudEvent => cloudEvent["id"]!.GetValue<string>()).ToList();
        IReadOnlyList<Claim> claims;
        try
        {
            using var request = Authorized(HttpMethod.Post, "/api/v1/events", new StringContent(body.ToJsonString(), Encoding.UTF8, mediaType));
            using var response = await http.SendAsync(request, ct);
            claims = Read(keys, response, await response.Content.ReadAsStringAsync(ct), history);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is TaskCanceledException && !ct.IsCancellationRequested))
        {
            claims = [.. keys.Select(key => new Claim(key, Answer.InDoubt))];
        }

        foreach (var claim in claims) history.Add(claim);
        return claims;
    }

    private static List<Claim> Read(List<string> keys, HttpResponseMessage response, string body, History history)
    {
        if (response.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.InsufficientStorage)
        {
            if (response.Headers.RetryAfter is null) history.AddWrong($"{keys[0]}: {(int)response.StatusCode} without Retry-After.");
            var answer = body.Contains(InDoubt, StringComparison.Ordinal) ? Answer.InDoubt : Answer.Refused;
            return [.. keys.Select(key => new Claim(key, answer))];
        }

        if (response.StatusCode == HttpStatusCode.OK)
        {
            var results = JsonNode.Parse(body) switch
            {
                JsonArray array => array,
                JsonObject one when one["results"] is JsonArray array => array,
                var one => new JsonArray(one!.DeepClone()),
            };
            return [.. keys.Zip(results, (key, result) => Read(key, result!, history))];
        }

        history.AddWrong($"{keys[0]}: {(int)response.StatusCode} {body}");
        return [.. keys.Select(key => new Claim(key, Answer.InDoubt))];
    }

    private static Claim Read(string key, JsonNode result, History history)
    {
        if (result["status"]!.GetValue<string>() is "accepted" or "duplicate")
            return new(key, Answer.Acknowledged, result["streamId"]!.GetValue<Guid>(), 0, result["position"]!.GetValue<long>());
        // Others were faster, again and again: nothing was written, and asking again is the right thing to do.
        if (result["problem"]?["code"]?.GetValue<string>() is not "store.version_conflict") history.AddWrong($"{key}: {result.ToJsonString()}");
        return new(key, Answer.Refused);
    }
}
