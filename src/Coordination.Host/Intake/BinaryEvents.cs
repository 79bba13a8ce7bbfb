using System.Text.Json;
using Coordination.Host.Http;

namespace Coordination.Host.Intake;

/// <summary>Binary mode: attributes in <c>ce-</c> headers, data as the body.</summary>
internal static class BinaryEvents
{
    private const string Prefix = "ce-";

    public static bool IsOne(HttpRequest request) => request.Headers.Keys.Any(name => name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase));

    public static ReadEvent Read(HttpRequest request, ReadOnlyMemory<byte> body)
    {
        var attributes = new Attributes(name => name is "data" ? "body" : Prefix + name);
        foreach (var (header, values) in request.Headers)
        {
            if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
                continue;
            var name = header[Prefix.Length..].ToLowerInvariant();
            if (values.Count != 1)
                attributes.Fail(CloudEventFaults.WrongType, name);
            else
                attributes.Set(name, Uri.UnescapeDataString(values[0] ?? ""));
        }
        if (!Attributes.IsJson(request.ContentType ?? ""))
            return ReadEvent.Wrong(CloudEventFaults.ContentType, "Content-Type", attributes.Id);
        return body.IsEmpty ? attributes.ToEvent(null) : Data(attributes, body);
    }

    private static ReadEvent Data(Attributes attributes, ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = StrictJson.Parse(body);
            return attributes.ToEvent(document.RootElement.Clone());
        }
        catch (JsonException)
        {
            return ReadEvent.Wrong(StructuredEvents.FaultOf(body), "body", attributes.Id);
        }
    }
}
