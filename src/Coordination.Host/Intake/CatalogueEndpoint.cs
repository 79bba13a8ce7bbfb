using System.Text.Json.Nodes;
using Coordination.Domain;
using Coordination.Domain.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Host.Intake;

/// <summary>One event type, as a system that sends it needs it.</summary>
/// <param name="Type">What to write into a CloudEvent's <c>type</c>.</param>
/// <param name="Gloss">Indonesian.</param>
/// <param name="Agencies">Codes of the agencies that may send it today; empty when only the product writes it.</param>
/// <param name="Schema">JSON Schema 2020-12 of <c>data</c>.</param>
/// <param name="Example">Valid <c>data</c>.</param>
/// <param name="ExampleSource">A source that may send the example.</param>
/// <param name="After">Aliases of what comes before it on the same subject.</param>
public sealed record CatalogueItem(
    string Alias, string Type, string Gloss, string EnglishGloss, string StreamType, bool SystemOnly, IReadOnlyList<string> Agencies, JsonNode Schema,
    JsonNode Example, string? ExampleSource, IReadOnlyList<string> After);

/// <summary><c>GET /api/v1/catalogue</c>: generated from the code that takes the events in.</summary>
internal static class CatalogueEndpoint
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("catalogue", List)
        .RequireAuthorization()
        .WithName("getCatalogue").WithTags("Events")
        .WithSummary("Every event type: alias, gloss, agencies that may send it, JSON Schema of data, example.")
        .ProducesProblem(StatusCodes.Status401Unauthorized);

    private static Ok<IReadOnlyList<CatalogueItem>> List(TimeProvider clock)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return TypedResults.Ok<IReadOnlyList<CatalogueItem>>([.. Catalogue.Entries.Select(entry => ItemOf(entry, today))]);
    }

    private static CatalogueItem ItemOf(CatalogueEntry entry, DateOnly today) => new(
        entry.Alias, EventJudge.TypePrefix + entry.Alias, entry.Gloss, entry.EnglishGloss, entry.Stream.Type, entry.SystemOnly,
        Catalogue.AgenciesFor(entry, today), entry.Schema.DeepClone(), entry.Example(), entry.ExampleSource is { } source ? "/" + source : null, entry.After);
}
