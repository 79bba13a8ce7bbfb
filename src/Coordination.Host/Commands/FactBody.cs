using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Coordination.Domain.Kernel;
using Coordination.EventStore;
using Coordination.Host.Http;
using Microsoft.Extensions.Options;

namespace Coordination.Host.Commands;

/// <summary>The body of a command: the members of the event that it asks for, and optionally <c>envelope</c>.</summary>
internal sealed record FactBody(JsonElement Data, EnvelopeInput Envelope)
{
    private const string EnvelopeMember = "envelope";

    /// <summary>An empty body is an empty object: pressing "received" needs no words.</summary>
    public static async Task<(FactBody? Body, HttpRefusal? Refusal)> Read(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength is > 0 or null && request.ContentType is not null && !request.HasJsonContentType())
            return (null, HttpRefusals.MediaType);
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, ct);
        if (buffer.Length > 0 && !request.HasJsonContentType())
            return (null, HttpRefusals.MediaType);
        try
        {
            var json = buffer.Length == 0 ? "{}"u8.ToArray() : buffer.ToArray();
            using var document = StrictJson.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? (Split(document.RootElement, Options(request)), null)
                : (null, HttpRefusals.BadJson.About("$"));
        }
        catch (JsonException e)
        {
            return (null, HttpRefusals.BadJson.About(SafePath.Of(e.Path)));
        }
        catch (InvalidOperationException)
        {
            return (null, HttpRefusals.BadJson.About("$")); // half a surrogate pair
        }
    }

    /// <summary>The key of this request, if the caller gave one: the same key and the same words are the same request.</summary>
    public IdempotencyKey? KeyOf(HttpRequest request, Officer by)
    {
        var key = request.Headers["Idempotency-Key"].ToString();
        if (key.Length == 0)
            return null;
        var words = $"{request.Method} {request.Path} {by.Id}\n{JsonSerializer.Serialize(Data)}\n{JsonSerializer.Serialize(Envelope)}";
        return new IdempotencyKey($"api:{by.Agency}", key, SHA256.HashData(Encoding.UTF8.GetBytes(words)));
    }

    /// <summary>The same with members that are known better than the body says.</summary>
    public FactBody With(JsonObject members)
    {
        var data = Data.EnumerateObject().ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);
        foreach (var (name, value) in members)
            data[name] = JsonSerializer.SerializeToElement(value);
        return this with { Data = JsonSerializer.SerializeToElement(data) };
    }

    private static JsonSerializerOptions Options(HttpRequest request) =>
        request.HttpContext.RequestServices.GetRequiredService<IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>>().Value.SerializerOptions;

    private static FactBody Split(JsonElement root, JsonSerializerOptions options)
    {
        var envelope = root.TryGetProperty(EnvelopeMember, out var given) && given.ValueKind != JsonValueKind.Null
            ? given.Deserialize<EnvelopeInput>(options)!
            : new EnvelopeInput();
        var data = JsonSerializer.SerializeToElement(
            root.EnumerateObject().Where(member => !member.NameEquals(EnvelopeMember)).ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal));
        return new FactBody(data, envelope);
    }
}
