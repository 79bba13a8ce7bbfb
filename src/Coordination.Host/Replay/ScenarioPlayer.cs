using System.Text.Json;
using System.Text.Json.Nodes;

namespace Coordination.Host.Replay;

/// <summary>Tells scenarios, step by step, and says of each what came of it.</summary>
/// <param name="pace">Pause after each step, so that people can watch; zero tells it at once.</param>
/// <param name="after">Called when a step has been answered as expected, with its number from 1 and the code of its refusal, if that was the answer.</param>
public sealed class ScenarioPlayer(
    Uri server, string password, TextWriter output, TimeSpan pace = default, Func<ScenarioStep, int, string?, CancellationToken, Task>? after = null)
{
    /// <returns>False when a step got another answer than the scenario expects; the output says which.</returns>
    public Task<bool> Play(Scenario scenario, CancellationToken ct) => Play([scenario], ct);

    /// <summary>Several on one clock: what happened first is told first, whichever scenario it is of.</summary>
    /// <returns>False when a step got another answer than its scenario expects; the output says which.</returns>
    public async Task<bool> Play(IReadOnlyList<Scenario> scenarios, CancellationToken ct)
    {
        using var client = new ScenarioClient(server, password);
        var answers = scenarios.ToDictionary(scenario => scenario, _ => new Answers());
        foreach (var (scenario, step, i) in scenarios.SelectMany(scenario => scenario.Steps.Select((step, i) => (scenario, step, i))).OrderBy(one => one.step.At))
        {
            await client.SetClock(step.As, step.At, ct);
            var (line, well) = await Tell(client, scenario, step, i, answers[scenario], ct);
            await output.WriteLineAsync($"{step.At:dd MMM HH:mm zzz}  {step.As,-18} {step.What}{line}");
            if (!well)
                return false;
            if (after is not null)
                await after(step, i + 1, step.Expect?.Refused, ct);
            if (pace > TimeSpan.Zero)
                await Task.Delay(pace, ct);
        }
        return true;
    }

    private static async Task<(string Line, bool Well)> Tell(
        ScenarioClient client, Scenario scenario, ScenarioStep step, int index, Answers answers, CancellationToken ct)
    {
        if (step is { Call: null, Events: null })
            return await Alerts(client, step, answers, "", ct);
        using var response = step.Call is { } call
            ? await client.Call(step.As, call.Method, answers.Resolve(call.Path), answers.Resolve(call.Body), $"{scenario.Name}/{index + 1}", ct)
            : await client.SendEvents(step.As, Events(scenario, step, index, answers), ct);
        var body = await response.Content.ReadAsStringAsync(ct);
        var answer = body.Length > 0 ? JsonNode.Parse(body) : null;
        var refused = RefusalOf(answer, response.IsSuccessStatusCode);
        if (!string.Equals(refused, step.Expect?.Refused, StringComparison.Ordinal))
            return ($"\n  NOT AS EXPECTED ({(int)response.StatusCode}): {body}", false);
        if (step.Save is { } name && answer is not null)
            answers.Save(name, answer);
        return await Alerts(client, step, answers, refused is null ? "" : $"  -> refused: {refused}", ct);
    }

    private static async Task<(string Line, bool Well)> Alerts(
        ScenarioClient client, ScenarioStep step, Answers answers, string line, CancellationToken ct)
    {
        if (step.Expect?.Alerts is not { Count: > 0 } codes)
            return (line, true);
        var found = await client.Alerts(step.Expect.SeenBy ?? step.As, codes, ct);
        foreach (var (code, alert) in found)
            answers.Save(code, alert);
        List<string> missing = [.. codes.Where(code => !found.ContainsKey(code))];
        return missing.Count == 0
            ? ($"{line}  -> {string.Join(", ", codes)}", true)
            : ($"\n  NOT AS EXPECTED: no alert {string.Join(", ", missing)}", false);
    }

    private static JsonArray Events(Scenario scenario, ScenarioStep step, int index, Answers answers)
    {
        var events = new JsonArray();
        foreach (var (told, number) in (step.Events ?? []).Select((told, number) => (told, number)))
        {
            var full = (JsonObject)answers.Resolve(told)!;
            full.TryAdd("specversion", "1.0");
            full.TryAdd("id", $"{scenario.Name}/{index + 1}.{number + 1}");
            full.TryAdd("source", "/" + step.As.Replace('.', '/'));
            full.TryAdd("time", JsonSerializer.SerializeToNode(step.At));
            events.Add((JsonNode)full);
        }
        return events;
    }

    /// <returns>Code of the first no; null when all is accepted.</returns>
    private static string? RefusalOf(JsonNode? answer, bool success)
    {
        if (!success)
            return answer?["code"]?.ToString() ?? "http";
        return answer is JsonArray results
            ? results.Where(result => result?["status"]?.ToString() is "rejected").Select(result => result!["problem"]!["code"]!.ToString()).FirstOrDefault()
            : null;
    }
}
