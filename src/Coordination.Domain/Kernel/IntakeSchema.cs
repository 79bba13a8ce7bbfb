using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace Coordination.Domain.Kernel;

/// <summary>
/// JSON Schema of what agencies send for an event: the stored body, but for a person the identity instead of the reference, and for a
/// contact
/// the number or address itself. The edge puts both into the vault before anything else sees them.
/// </summary>
internal static class IntakeSchema
{
    private static readonly JsonSchemaExporterOptions Options = new() { TreatNullObliviousAsNonNullable = true };

    public static JsonNode Of(Type type)
    {
        var schema = Described(type, EventJson.Intake.GetJsonSchemaAsNode(type, Options)).AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        return schema;
    }

    /// <summary>The exporter says nothing of types with a converter; those are exactly the ones that intake has its own form for.</summary>
    private static JsonNode Described(Type type, JsonNode? exported)
    {
        var isOptional = Nullable.GetUnderlyingType(type) is not null;
        var shape = EventJson.Intake.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);
        if (shape.Type == typeof(PersonRef))
            return OrNull(Person(), isOptional);
        if (shape.Type == typeof(ContactRef))
            return OrNull(Contact(), isOptional);
        if (shape.Type.GetInterfaces().Any(IsId))
            return OrNull(Text("uuid"), isOptional);
        if (exported is JsonObject schema && !schema.ContainsKey("$ref"))
            DescribeParts(shape, schema);
        return exported ?? throw new InvalidOperationException($"No schema for {type}.");
    }

    private static void DescribeParts(JsonTypeInfo shape, JsonObject schema)
    {
        if (shape is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element })
            schema["items"] = Described(element, schema["items"]?.DeepClone());
        if (shape.Kind != JsonTypeInfoKind.Object)
            return;
        var properties = schema["properties"]!.AsObject();
        foreach (var property in shape.Properties.Where(property => properties.ContainsKey(property.Name)))
            properties[property.Name] = Described(property.PropertyType, properties[property.Name]!.DeepClone());
    }

    private static bool IsId(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IId<>);

    private static JsonNode OrNull(JsonNode schema, bool isOptional) =>
        isOptional ? new JsonObject { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) } : schema;

    private static JsonObject Text(string? format = null, string? pattern = null)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (format is not null)
            schema["format"] = format;
        if (pattern is not null)
            schema["pattern"] = pattern;
        return schema;
    }

    private static JsonObject Person() => new()
    {
        ["description"] = "A person. Goes into the vault on entry; the log keeps a reference. NIK or passport number recognise the same person; ref names one known before.",
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["ref"] = Text("uuid"),
            ["name"] = Text(),
            ["nik"] = Text(pattern: @"^\d{16}$"),
            ["passport"] = Text(),
            ["phone"] = Text(),
            ["birthDate"] = Text("date"),
            ["sex"] = new JsonObject { ["enum"] = new JsonArray("M", "F", "X") },
            ["nationality"] = Text(),
        },
        ["minProperties"] = 1,
        ["additionalProperties"] = false,
    };

    private static JsonObject Contact() => new()
    {
        ["description"] = "A telephone, e-mail, address or account as text, or the reference of one known before. Goes into the vault on entry.",
        ["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = "string", ["minLength"] = 1 },
            new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject { ["ref"] = Text("uuid") },
                ["required"] = new JsonArray("ref"),
                ["additionalProperties"] = false,
            }),
    };
}
