using System.Text.Json;
using Coordination.Domain.Kernel;
using Coordination.Host.Http;

namespace Coordination.Host.Intake;

/// <summary>Structured mode: attributes and data in one JSON object, alone or many in an array.</summary>
internal static class StructuredEvents
{
    public const int MaxBatch = 1_000;

    public static ReadEvent ReadOne(ReadOnlyMemory<byte> json) => Read(json, "$");

    /// <summary>Splits the array first, so that an element that is not strict JSON costs only itself.</summary>
    public static (IReadOnlyList<ReadEvent> Events, ReadEvent? Fault) ReadBatch(ReadOnlyMemory<byte> json)
    {
        try
        {
            var slices = Split(json);
            return slices switch
            {
                null => ([], ReadEvent.Wrong(CloudEventFaults.NotABatch, "$")),
                { Count: > MaxBatch } => ([], ReadEvent.Wrong(CloudEventFaults.BatchTooLarge, "$")),
                _ => ([.. slices.Select((slice, i) => Read(slice, $"$[{i}]"))], null),
            };
        }
        catch (JsonException e)
        {
            return ([], ReadEvent.Wrong(CloudEventFaults.NotJson, Line(e)));
        }
    }

    private static List<ReadOnlyMemory<byte>>? Split(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span, new JsonReaderOptions { MaxDepth = 64 });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
            return null;
        var slices = new List<ReadOnlyMemory<byte>>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            slices.Add(json[start..(int)reader.BytesConsumed]);
            if (slices.Count > MaxBatch)
                return slices;
        }
        // Reads on to the end: something behind the array is not JSON.
        reader.Read();
        return slices;
    }

    private static ReadEvent Read(ReadOnlyMemory<byte> json, string path)
    {
        try
        {
            using var document = StrictJson.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Read(document.RootElement.Clone(), path)
                : ReadEvent.Wrong(CloudEventFaults.NotAnObject, path);
        }
        catch (JsonException e)
        {
            return ReadEvent.Wrong(FaultOf(json), path is "$" ? Line(e) : path);
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate: JSON by its grammar, no text in any encoding.
            return ReadEvent.Wrong(CloudEventFaults.NotJson, path);
        }
    }

    private static ReadEvent Read(JsonElement root, string path)
    {
        var attributes = new Attributes(name => $"{path}.{name}");
        JsonElement? data = null;
        string? base64 = null;
        foreach (var member in root.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Null)
                continue; // the JSON format says: null is absent
            if (member.NameEquals("data"))
                data = member.Value;
            else if (member.NameEquals("data_base64"))
                base64 = Text(attributes, member);
            else if (Text(attributes, member) is { } text)
                attributes.Set(member.Name, text);
        }
        if (base64 is not null)
            data = Decode(attributes, base64, data);
        return attributes.ToEvent(data);
    }

    private static string? Text(Attributes attributes, JsonProperty member)
    {
        switch (member.Value.ValueKind)
        {
            case JsonValueKind.String:
                return member.Value.GetString();
            case JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number when !IsCore(member.Name):
                return member.Value.GetRawText();
            default:
                attributes.Fail(CloudEventFaults.WrongType, member.Name);
                return null;
        }
    }

    private static bool IsCore(string name) =>
        name is "id" or "source" or "type" or "specversion" or "subject" or "time" or "datacontenttype" or "dataschema" or "data_base64";

    private static JsonElement? Decode(Attributes attributes, string base64, JsonElement? data)
    {
        if (data is not null)
            attributes.Fail(CloudEventFaults.DataTwice, "data_base64");
        try
        {
            using var document = StrictJson.Parse(Convert.FromBase64String(base64));
            return document.RootElement.Clone();
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            attributes.Fail(CloudEventFaults.Base64, "data_base64");
            return data;
        }
    }

    /// <summary>Which rule of strict JSON was broken: it is read again with that rule lifted.</summary>
    internal static Refusal FaultOf(ReadOnlyMemory<byte> json)
    {
        if (Parses(json, StrictJson.Document))
            return CloudEventFaults.NotJson; // by its grammar it is, but for a number without end
        if (Parses(json, StrictJson.Document with { AllowDuplicateProperties = true }))
            return CloudEventFaults.DuplicateKey;
        return Parses(json, new JsonDocumentOptions { MaxDepth = 1_000 }) ? CloudEventFaults.TooDeep : CloudEventFaults.NotJson;
    }

    private static bool Parses(ReadOnlyMemory<byte> json, JsonDocumentOptions options)
    {
        try
        {
            using var document = JsonDocument.Parse(json, options);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Line(JsonException e) => e.LineNumber is { } line ? $"line {line + 1}, byte {e.BytePositionInLine + 1}" : "$";
}
