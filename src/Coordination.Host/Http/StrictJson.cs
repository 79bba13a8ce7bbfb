using System.Text.Json;
using System.Text.Json.Serialization;

namespace Coordination.Host.Http;

/// <summary>How bodies are read: no unknown members, no duplicate keys, no nulls where none may be, at most 16 deep (OWASP ASVS 5.0 1.5.3).</summary>
internal static class StrictJson
{
    public const int MaxDepth = 16;

    public static JsonDocumentOptions Document { get; } = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <summary>Reads a whole body.</summary>
    /// <exception cref="JsonException">It is not strict JSON, or holds a number that no double can: 1e999 would be read as infinity.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> json)
    {
        var document = JsonDocument.Parse(json, Document);
        if (IsFinite(document.RootElement))
            return document;
        document.Dispose();
        throw new JsonException("A number is too large.");
    }

    private static bool IsFinite(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().All(member => IsFinite(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().All(IsFinite),
        JsonValueKind.Number => element.TryGetDouble(out var number) && double.IsFinite(number),
        _ => true,
    };

    public static void Apply(JsonSerializerOptions options)
    {
        options.MaxDepth = MaxDepth;
        options.AllowDuplicateProperties = false;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
    }
}
