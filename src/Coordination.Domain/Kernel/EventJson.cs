using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Coordination.Domain.Kernel;

/// <summary>
/// How bodies are written: camelCase, enums as strings, as Marten does with <c>Casing.CamelCase</c> and <c>EnumStorage.AsString</c>.
/// </summary>
public static class EventJson
{
    /// <summary>Bodies are facts on paper, not documents: nothing legitimate nests deeper.</summary>
    private const int MaxDepth = 16;

    /// <summary>
    /// For the log. Unknown members are passed over, so that a node still running the previous version can read what a newer one wrote.
    /// </summary>
    public static JsonSerializerOptions Stored { get; } = Create(JsonUnmappedMemberHandling.Skip);

    /// <summary>
    /// For what agencies send, after persons and contacts were replaced by their references: a misspelt member is an error, not a loss.
    /// </summary>
    public static JsonSerializerOptions Intake { get; } = Create(JsonUnmappedMemberHandling.Disallow);

    private static JsonSerializerOptions Create(JsonUnmappedMemberHandling unmapped)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            UnmappedMemberHandling = unmapped,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            AllowDuplicateProperties = false,
            NumberHandling = JsonNumberHandling.Strict,
            MaxDepth = MaxDepth,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RefuseNullElements } },
            Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
        };
        options.MakeReadOnly();
        return options;
    }

    /// <summary>
    /// Nullable annotations are respected for members only; a null among list elements would pass, and be a bug in every decision.
    /// </summary>
    private static void RefuseNullElements(JsonTypeInfo type)
    {
        if (type is { Kind: JsonTypeInfoKind.Enumerable, ElementType.IsValueType: false })
            type.OnDeserialized = static list => RefuseNulls((IEnumerable)list);
    }

    private static void RefuseNulls(IEnumerable list)
    {
        foreach (var element in list)
        {
            if (element is null)
                throw new JsonException("A list has a null among its elements.");
        }
    }
}
