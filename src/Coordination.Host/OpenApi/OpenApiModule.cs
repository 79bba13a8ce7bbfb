using Coordination.Domain.Kernel;
using Coordination.Host.Http;
using Coordination.Host.Resources;
using Coordination.Host.Snapshots;
using Coordination.Projections.Snapshots;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Coordination.Host.OpenApi;

/// <summary>OpenAPI 3.1 from the code, at <c>/openapi/v1.json</c>, and a page to try it at <c>/docs</c>.</summary>
internal static class OpenApiModule
{
    private const string Bearer = "bearer";

    private static readonly (string Name, string Text)[] Tags =
    [
        ("Access", "Sign in and get a token."),
        ("Events", "What agencies' systems send, and what may be sent."),
        ("Cases", "Joint cases and their timelines."),
        ("Alerts", "What the rules found, and who answers."),
        ("Handoffs", "A subject goes from one unit to another's desk."),
        ("Intelligence", "Reports, and who they are shared with."),
        ("Persons", "Identities: masked everywhere, opened for a purpose."),
        ("Privacy", "Questions between agencies, and the protection of personal data."),
        ("Live", "New lines and alerts as they come."),
        ("Log", "Signed heads and proofs: that nothing was altered, for whoever wants to check it."),
        ("Operations", "For those who run the system."),
        ("Demo", "Exists in demo mode only."),
        ("Health", "For load balancers."),
        .. SnapshotKinds.All.Select(kind => (SnapshotsModule.TagOf(kind), $"{kind.Plurals.En.Capital()} as they stand: the fold of their events.")),
    ];

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) => Describe(document));
        options.AddOperationTransformer(DescribeOperation);
        options.AddSchemaTransformer(DescribeSchema);
    });

    private static Task Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Coordination",
            Version = "1",
            Description = "One shared event store for agencies that fight trafficking in persons: joint case timelines, alerts, handoffs.",
            License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" },
        };
        document.Servers = [new OpenApiServer { Url = "/", Description = "This server" }];
        document.Tags = Tags
            .Where(tag => document.Paths.Values.SelectMany(path => path.Operations ?? []).Select(operation => operation.Value).Any(o => o.Tags?.Any(t => string.Equals(t.Name, tag.Name, StringComparison.Ordinal)) == true))
            .Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Text })
            .ToHashSet();
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = Bearer, Description = "Opaque token of POST /api/v1/tokens." },
        };
        return Task.CompletedTask;
    }

    private static async Task DescribeOperation(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Security = metadata.OfType<IAllowAnonymous>().Any()
            ? []
            : [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] }];
        operation.Responses ??= [];
        var problem = new OpenApiMediaType { Schema = await context.GetOrCreateSchemaAsync(typeof(ProblemBody), null, ct) };
        // Every operation can be asked wrongly or when the store is away; what else it refuses stands in the codes of its answers.
        foreach (var (status, text) in new[] { ("400", "The request cannot be read."), ("503", "Ask again after Retry-After.") })
            operation.Responses.TryAdd(status, new OpenApiResponse { Description = text });
        foreach (var response in operation.Responses.Where(response => response.Key[0] is '4' or '5').Select(r => r.Value).OfType<OpenApiResponse>())
            response.Content ??= new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { ["application/problem+json"] = problem };
        foreach (var addition in metadata.OfType<IOperationNote>())
            await addition.Describe(operation, context, ct);
    }

    private static Task DescribeSchema(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>)))
        {
            schema.Type = JsonSchemaType.String;
            schema.Format = "uuid";
            if (type == typeof(PersonRef))
                AcceptIdentity(schema);
            else if (type == typeof(ContactRef))
                (schema.Format, schema.Description) = (null, "In a request the telephone number, e-mail or address itself; in answers a reference.");
        }
        else if (type == typeof(Projections.RawJson))
        {
            schema.Type = JsonSchemaType.Object;
            schema.Description = "Body of an event as stored, its shape in the catalogue; or the state that events led to.";
        }
        return Task.CompletedTask;
    }

    private static void AcceptIdentity(OpenApiSchema schema)
    {
        OpenApiSchema Text(string? format = null) => new() { Type = JsonSchemaType.String, Format = format };
        schema.Type = null;
        schema.Format = null;
        schema.Description = "In a request also the person itself, who goes into the vault; in answers always the reference.";
        schema.AnyOf =
        [
            Text("uuid"),
            new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                AdditionalPropertiesAllowed = false,
                Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
                {
                    ["ref"] = Text("uuid"), ["name"] = Text(), ["nik"] = Text(), ["passport"] = Text(), ["phone"] = Text(), ["birthDate"] = Text("date"),
                    ["sex"] = Text(), ["nationality"] = Text(),
                },
            },
        ];
    }

    public static void MapApiDescription(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapGet("/docs", DocsPage).AllowAnonymous().ExcludeFromDescription();
    }

    private static Microsoft.AspNetCore.Http.HttpResults.ContentHttpResult DocsPage(HttpContext context)
    {
        // The viewer styles itself inline; it loads nothing from elsewhere.
        context.Response.Headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
            + "connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";
        return TypedResults.Content(
            """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Coordination API</title></head>
            <body>
            <script id="api-reference" data-url="/openapi/v1.json"
              data-configuration='{"withDefaultFonts":false,"telemetry":false,"hideClientButton":true,"agent":{"disabled":true}}'></script>
            <script src="/lib/scalar.js"></script>
            </body>
            </html>
            """,
            "text/html; charset=utf-8");
    }
}

/// <summary>Metadata of an endpoint that adds to its description what its signature cannot say.</summary>
internal interface IOperationNote
{
    Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct);
}
