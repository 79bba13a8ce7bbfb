using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Coordination.Domain.Kernel;

namespace Coordination.Projections.Snapshots;

/// <summary>How states are written: as bodies are, and what a state holds of events of a family with all its members.</summary>
public static class SnapshotJson
{
    public static JsonSerializerOptions Options { get; } = new(EventJson.Stored)
    {
        Converters = { new Families() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { WithoutReaders } },
    };

    // Whom a thing is for stands in its marking, which each reader is told its own part of.
    private static void WithoutReaders(JsonTypeInfo type)
    {
        foreach (var readers in type.Properties.Where(property => property.Name == "readers").ToList())
            type.Properties.Remove(readers);
    }

    // A member that is declared as the base record of a family would be written without the members of what it is.
    private sealed class Families : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) =>
            typeToConvert is { IsAbstract: true, IsClass: true } && typeToConvert.Namespace?.StartsWith("Coordination.Domain", StringComparison.Ordinal) is true;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(AsWhatItIs<>).MakeGenericType(typeToConvert))!;
    }

    private sealed class AsWhatItIs<T> : JsonConverter<T>
        where T : class
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("A state is folded from events, never read back.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value, value.GetType(), options);
    }
}
