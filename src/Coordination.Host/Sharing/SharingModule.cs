using System.Text.Json.Nodes;
using Coordination.Domain.Sharing;
using Coordination.Host.Commands;
using Coordination.Host.Http;
using Coordination.Host.Security;
using Coordination.Host.Store;
using Coordination.Projections.Sharing;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Coordination.Host.Sharing;

/// <summary>Who may read a thing, over HTTP. A thing is named by the id of its stream, whatever it is.</summary>
internal static class SharingModule
{
    public static void AddSharing(this IServiceCollection services)
    {
        services.AddSingleton<Things>();
        services.AddSingleton(provider => new Recalls(
            provider.GetRequiredKeyedService<NpgsqlDataSource>(StoreModule.Daemon), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<SharingReader>();
        services.AddSingleton<SharingReport>();
        services.AddSingleton<ReadersThen>();
        services.AddSingleton<VisibilityReport>();
    }

    public static void Map(RouteGroupBuilder api)
    {
        var sharing = api.MapGroup("sharing").WithTags("Sharing").RequireAuthorization(Permissions.Work);
        sharing.MapGet("{id:guid}", Find).Reads(ConsentQueries.Reads)
            .WithName("getSharing").WithSummary("Who reads a thing and what was asked of its readers: all of it for its owner, your part for you.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        sharing.MapFact<SharingWidened>("POST", "{id:guid}/widening", "widenSharing", "Let more read it, and why.", fromPath: Thing);
        sharing.MapFact<SharingNarrowed>(
            "POST", "{id:guid}/narrowing", "narrowSharing", "Let only these read it from now on (none: withdraw it). Opens a recall.",
            fromPath: path => Without(Thing(path), "recall"));
        sharing.MapFact<ConsentRequested>(
            "POST", "{id:guid}/consents", "requestConsent", "Ask for what the marking forbids: onward sharing, use in court, release of Sangat Rahasia.",
            fromPath: path => Without(Thing(path), "number"));
        sharing.MapFact<ConsentGiven>(
            "PUT", "{id:guid}/consents/{number:int}/grant", "giveConsent", "Agree for the owner; the sharing that was asked for is done with it.",
            fromPath: path => With(Thing(path), "number", path));
        sharing.MapFact<ConsentRefused>(
            "PUT", "{id:guid}/consents/{number:int}/refusal", "refuseConsent", "Refuse for the owner, with the reason.",
            fromPath: path => With(Thing(path), "number", path));
        sharing.MapFact<RecallAcknowledged>(
            "PUT", "{id:guid}/recalls/{recall:int}/acknowledgement", "acknowledgeRecall", "Say for your unit what became of the copies.",
            fromPath: path => With(Thing(path), "recall", path));
        MapLists(api);
    }

    private static void MapLists(RouteGroupBuilder api)
    {
        api.MapGet("recalls", OpenRecalls).Reads(ConsentQueries.Reads).WithTags("Sharing").RequireAuthorization(Permissions.Work)
            .WithName("listRecalls").WithSummary("Recalls that wait for the answer of your unit, the first due first.");
        api.MapGet("consents", Consents).Reads(ConsentQueries.Reads).WithTags("Sharing").RequireAuthorization(Permissions.Work)
            .WithName("listConsents").WithSummary("Consents that your agency is asked for (toAnswer: still waiting) and that your unit asked for.");
        VisibilityReport.Map(api);
    }

    private static async Task<Results<Ok<SharingView>, Problem>> Find(Guid id, CurrentOfficer officer, SharingReport report, CancellationToken ct) =>
        await report.Of(officer.Viewer, id, ct) is { } view ? TypedResults.Ok(view) : Problem.Of(HttpRefusals.NotFound);

    private static async Task<Ok<PageBody<OpenRecall>>> OpenRecalls(CurrentOfficer officer, Recalls recalls, CancellationToken ct) =>
        TypedResults.Ok(new PageBody<OpenRecall>(await recalls.OpenFor(officer.Value, ct), null, 0));

    private static async Task<Ok<PageBody<Consent>>> Consents(
        CurrentOfficer officer, ConsentQueries consents, TimeProvider clock, CancellationToken ct, bool? toAnswer = null) =>
        TypedResults.Ok(new PageBody<Consent>(await consents.List(officer.Viewer, null, toAnswer ?? false, clock.GetUtcNow(), ct), null, 0));

    private static JsonObject Thing(RouteValueDictionary path) => new() { ["thing"] = new JsonObject { ["stream"] = path["id"]?.ToString() } };

    private static JsonObject With(JsonObject members, string name, RouteValueDictionary path)
    {
        members[name] = int.TryParse(path[name]?.ToString(), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
        return members;
    }

    /// <summary>Numbers are given by the decision, never by a caller.</summary>
    private static JsonObject Without(JsonObject members, string name)
    {
        members[name] = 0;
        return members;
    }
}
