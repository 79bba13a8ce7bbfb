using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Coordination.Host.Replay;

/// <summary>A story that can be told to any server through its public API. Readable by a person; see <c>scenarios/README.md</c>.</summary>
/// <param name="Name">Also the beginning of every id that it sends, so that telling it twice changes nothing.</param>
/// <param name="Note">What it is about.</param>
public sealed record Scenario(string Name, string Note, IReadOnlyList<ScenarioStep> Steps)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <exception cref="InvalidOperationException">The file is no scenario; the message says where.</exception>
    public static Scenario Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return JsonSerializer.Deserialize<Scenario>(file, Json) ?? throw new InvalidOperationException($"{path} is empty.");
        }
        catch (JsonException e)
        {
            throw new InvalidOperationException($"{path} is no scenario: {e.Message}", e);
        }
    }
}

/// <summary>
/// One thing that somebody does at a time: sends events, or calls the API. With neither, nothing happens but that time passes, which is what clocks wait for.
/// </summary>
/// <param name="At">The clock of a demo server is set to this first.</param>
/// <param name="As">Username.</param>
/// <param name="What">One sentence for the reader.</param>
/// <param name="Events">CloudEvents; <c>specversion</c>, <c>id</c>, <c>source</c> and <c>time</c> are filled in where they are left out.</param>
/// <param name="Save">Name of the answer, for later steps: <c>${name.streamId}</c>.</param>
/// <param name="Expect">What must hold afterwards; an unexpected no ends the replay.</param>
public sealed record ScenarioStep(
    DateTimeOffset At, string As, string What, IReadOnlyList<JsonObject>? Events = null, ScenarioCall? Call = null, string? Save = null,
    ScenarioExpectation? Expect = null);

/// <param name="Path">Below the server's address, such as <c>/api/v1/handoffs/${gagak.streamId}/acceptance</c>.</param>
public sealed record ScenarioCall(string Method, string Path, JsonObject? Body = null);

/// <param name="Alerts">Codes of alerts that whoever did the step, or <paramref name="SeenBy"/>, must find; later steps write <c>${A-CODE.id}</c>.</param>
/// <param name="Refused">Code of the refusal that is the right answer.</param>
public sealed record ScenarioExpectation(IReadOnlyList<string>? Alerts = null, string? SeenBy = null, string? Refused = null);
