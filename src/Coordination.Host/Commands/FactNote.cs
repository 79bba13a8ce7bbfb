using Coordination.Host.OpenApi;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Coordination.Host.Commands;

/// <summary>Describes the body and headers of a route that takes a fact.</summary>
/// <param name="omitted">Members that the address says.</param>
internal sealed class FactNote(Type fact, IReadOnlyList<string> omitted) : IOperationNote
{
    public Type Fact => fact;

    public async Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var schema = await context.GetOrCreateSchemaAsync(fact, null, ct);
        schema.Properties ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        foreach (var member in omitted)
        {
            schema.Properties.Remove(member);
            schema.Required?.Remove(member);
        }
        schema.Properties["envelope"] = await context.GetOrCreateSchemaAsync(typeof(EnvelopeInput), null, ct);
        operation.RequestBody = new OpenApiRequestBody
        {
            Description = "Members of the event, and optionally its envelope.",
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { ["application/json"] = new() { Schema = schema } },
        };
        operation.Parameters ??= [];
        foreach (var number in omitted.Where(member => context.Description.RelativePath!.Contains($"{{{member}", StringComparison.Ordinal)))
            operation.Parameters.Add(Number(number));
        operation.Parameters.Add(Header("Idempotency-Key", "Unique per request: sending it again with the same body gives the first answer."));
        operation.Parameters.Add(Header("If-Match", "ETag that was seen; 412 when the thing has changed since."));
    }

    private static OpenApiParameter Number(string name) => new()
    {
        Name = name, In = ParameterLocation.Path, Required = true, Description = "Number within the thing.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
    };

    private static OpenApiParameter Header(string name, string text) => new()
    {
        Name = name, In = ParameterLocation.Header, Description = text, Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };
}
