using System.Net;
using System.Text.Json;
using Coordination.Testing.Faults;

namespace Coordination.Host.Tests.Faults;

/// <summary>An operator at a distance: status, verify and rebuild over the API.</summary>
internal sealed class Operator(HttpClient http, OfficerClient officer)
{
    private const int Tries = 20;

    // Folds the whole log once per view, on a machine that has just been under load.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    public static async Task<Operator> SignIn(HttpClient http, CancellationToken ct) =>
        new(http, await OfficerClient.SignIn(http, "operator", "SATGAS", "SEKRETARIAT", HostProcess.DemoPassword, ct));

    public Task<JsonElement> Status(CancellationToken ct) => Ask(HttpMethod.Get, "/api/v1/admin/status", ct);

    public Task<JsonElement> Rebuild(string projection, CancellationToken ct) => Ask(HttpMethod.Post, $"/api/v1/admin/rebuild/{projection}", ct);

    public Task<JsonElement> ReplayDeadLetter(Guid id, CancellationToken ct) => Ask(HttpMethod.Post, $"/api/v1/admin/dead-letters/{id}/replay", ct);

    /// <summary>I6 and what else the store promises, in words; empty is good.</summary>
    public async Task<IReadOnlyList<string>> Defects(CancellationToken ct)
    {
        await CaughtUp(ct);
        var answer = await Ask(HttpMethod.Post, "/api/v1/admin/verify?folds=true", ct);
        return [.. answer.GetProperty("defects").EnumerateArray().Select(defect => defect.ToString())];
    }

    /// <summary>Every view runs and shows the end of the log.</summary>
    public Task CaughtUp(CancellationToken ct) => Until(
        async () => (await Shards(ct)).All(shard => shard.GetProperty("lag").GetInt64() == 0 && Is(shard, "Running")), Patience, ct);

    public async Task<IReadOnlyList<JsonElement>> Shards(CancellationToken ct) =>
        [.. (await Status(ct)).GetProperty("shards").EnumerateArray()];

    public static bool Is(JsonElement shard, string state) =>
        string.Equals(shard.GetProperty("state").GetString(), state, StringComparison.OrdinalIgnoreCase);

    public static async Task Until(Func<Task<bool>> holds, TimeSpan limit, CancellationToken ct)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limited.CancelAfter(limit);
        while (!await Try(holds)) await Task.Delay(50, limited.Token);
    }

    private static async Task<bool> Try(Func<Task<bool>> holds)
    {
        try
        {
            return await holds();
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Comes again when told so: after a restart of PostgreSQL the first question may meet a connection of before.</summary>
    private async Task<JsonElement> Ask(HttpMethod method, string path, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            using var request = officer.Authorized(method, path);
            using var response = await http.SendAsync(request, ct);
            var body = await response.Content.ReadAsStringAsync(ct);
            if (response.StatusCode == HttpStatusCode.NoContent) return default;
            if (response.IsSuccessStatusCode) return JsonDocument.Parse(body).RootElement;
            if (response.Headers.RetryAfter?.Delta is not { } delay || tries == Tries)
                throw new HttpRequestException($"{path}: {(int)response.StatusCode} {body}", null, response.StatusCode);
            await Task.Delay(delay, ct);
        }
    }
}
