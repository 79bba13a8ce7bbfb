using Coordination.Host.OpenApi;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Coordination.Host.Http;

/// <summary>Says in the description that a read takes <c>X-After-Position</c>.</summary>
internal sealed class AfterPositionNote : IOperationNote
{
    public Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = ReadTerms.AfterPosition,
            In = ParameterLocation.Header,
            Description = "Position of a command's answer: the read waits (at most 5 s) until it shows it.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" },
        });
        return Task.CompletedTask;
    }
}
