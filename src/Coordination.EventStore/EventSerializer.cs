using System.Text.Json;

namespace Coordination.EventStore;

/// <summary>Bodies as Marten writes them with <c>Casing.CamelCase</c> and <c>EnumStorage.AsString</c>.</summary>
public sealed class EventSerializer(JsonSerializerOptions options)
{
    public byte[] Serialize(object body) => JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), options);

    /// <exception cref="EventSerializationException">The stored body does not fit its declared type.</exception>
    public object Deserialize(EventType type, ReadOnlySpan<byte> data, long position)
    {
        try
        {
            return JsonSerializer.Deserialize(data, type.ClrType, options)
                ?? throw new JsonException("The body is null.");
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or ArgumentException)
        {
            throw new EventSerializationException(type.Alias, position, e);
        }
    }
}
