using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Coordination.Domain.Kernel;

/// <summary>The example of a catalogue entry as the edge hands facts on: references in place of persons and contacts, read strictly.</summary>
public static class ExampleFact
{
    /// <param name="data">Example data; altered.</param>
    /// <param name="refer">Gives the reference for a person or contact as the example writes it.</param>
    public static object Of(CatalogueEntry entry, JsonObject data, Func<JsonNode, Guid> refer)
    {
        Refer(data, EventJson.Intake.GetTypeInfo(entry.Event), refer);
        return data.Deserialize(entry.Event, EventJson.Intake)!;
    }

    private static void Refer(JsonObject data, JsonTypeInfo type, Func<JsonNode, Guid> refer)
    {
        foreach (var property in type.Properties.Where(property => data[property.Name] is not null))
            data[property.Name] = Referred(data[property.Name]!, property.PropertyType, refer);
    }

    private static JsonNode Referred(JsonNode node, Type type, Func<JsonNode, Guid> refer)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(PersonRef) || type == typeof(ContactRef))
            return JsonValue.Create(refer(node));
        if (node is JsonArray list)
            return new JsonArray([.. list.Select(one => Referred(one!.DeepClone(), type.GetGenericArguments()[0], refer))]);
        if (node is JsonObject part && EventJson.Intake.GetTypeInfo(type) is { Kind: JsonTypeInfoKind.Object } shape)
            Refer(part, shape, refer);
        return node.DeepClone();
    }
}
