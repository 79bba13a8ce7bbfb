using Coordination.Host.OpenApi;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Coordination.Host.Intake;

/// <summary>Describes the bodies that the intake takes.</summary>
internal sealed class EventsNote(string one, string many) : IOperationNote
{
    public Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        OpenApiSchema Event() => new()
        {
            Type = JsonSchemaType.Object,
            Description = "CloudEvents 1.0. type = id.satgas.<alias of the catalogue>; source = /agency/unit; subject = your reference of the thing.",
            Required = new HashSet<string>(StringComparer.Ordinal) { "specversion", "id", "source", "type", "data" },
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
            {
                ["specversion"] = Text("Always 1.0"),
                ["id"] = Text("Unique within the source; sending it again changes nothing"),
                ["source"] = Text("/agency/unit of the caller"),
                ["type"] = Text("id.satgas.<alias>"),
                ["subject"] = Text("The sender's reference of the thing, or the uuid of an existing stream"),
                ["time"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time", Description = "When it happened" },
                ["place"] = Text("Kemendagri or checkpoint code"),
                ["marking"] = Text("B, T, R or SR"),
                ["audience"] = Text("Comma-separated: *, members, originator, AGENCY, AGENCY/UNIT, officer:LOGIN, taskforce:CODE"),
                ["caveats"] = Text("Comma-separated handling codes: H1, H2, ORCON"),
                ["legalbasis"] = Text("Comma-separated citations, such as UU-6-2011:16"),
                ["data"] = new OpenApiSchema { Type = JsonSchemaType.Object, Description = "As the catalogue's schema for the type says" },
            },
        };
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                [one] = new() { Schema = Event() },
                [many] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.Array, MaxItems = StructuredEvents.MaxBatch, Items = Event() } },
                ["application/json"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.Object, Description = "Binary mode: data, with the attributes in ce- headers." } },
            },
        };
        return Task.CompletedTask;
    }

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };
}
