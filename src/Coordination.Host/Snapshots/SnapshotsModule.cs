using Coordination.Domain.Kernel;
using Coordination.Host.Access;
using Coordination.Host.Http;
using Coordination.Host.Resources;
using Coordination.Host.Security;
using Coordination.Projections;
using Coordination.Projections.Snapshots;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Host.Snapshots;

/// <summary>A thing, its past, and what may be done next.</summary>
/// <param name="State">The fold of its events; persons as references.</param>
/// <param name="History">Its events that you may read, the first one first.</param>
/// <param name="Next">Facts that your agency may state about it now, as far as can be told before they are stated.</param>
public sealed record SnapshotThing(SnapshotItem Item, RawJson State, IReadOnlyList<SnapshotLine> History, IReadOnlyList<SnapshotStep> Next);

/// <summary>Things of every kind in <see cref="SnapshotKinds"/> over HTTP: one list and one thing per kind.</summary>
internal static class SnapshotsModule
{
    public static void AddSnapshots(this IServiceCollection services)
    {
        services.AddSingleton<SnapshotQueries>();
        services.AddSingleton<NextSteps>();
        services.AddSingleton(provider => new DeskWork(provider.GetRequiredService<SnapshotQueries>(), provider.GetRequiredService<NextSteps>()));
    }

    public static void Map(RouteGroupBuilder api)
    {
        foreach (var kind in SnapshotKinds.All)
            Map(api.MapGroup(kind.Plural).WithTags(TagOf(kind)).RequireAuthorization(Permissions.Work), kind);
    }

    /// <summary>Heading in the description of the API.</summary>
    public static string TagOf(SnapshotKind kind) => kind.Plural.Replace('-', ' ').Capital();

    private static void Map(RouteGroupBuilder things, SnapshotKind kind)
    {
        var operation = string.Concat(kind.Plural.Split('-').Select(word => word.Capital()));
        things.MapGet("", (
                CurrentOfficer officer, SnapshotQueries snapshots, Looks looks, TimeProvider clock, CancellationToken ct, string? status = null,
                Guid? @case = null, string? mine = null, Guid? person = null, string? place = null, bool? open = null, bool? late = null,
                string? after = null, int? limit = null) =>
            List(kind, new(officer, snapshots, looks, clock), new(status, @case, mine, person, place, open, late), after, limit, ct))
            .Reads(SnapshotQueries.Reads).WithName($"list{operation}")
            .WithSummary($"{kind.Plurals.En.Capital()} that you may read, {(kind.Order == SnapshotOrder.Urgency ? "what is due first" : "the last changed first")}.")
            .WithDescription($"Filters: status ({string.Join(", ", kind.Statuses.Select(one => one.Code))}), case, mine (agency or unit: opened there), "
                + "person (reference), place (a code or its start), open, late (past a deadline).");
        things.MapGet("{id:guid}", (
                Guid id, HttpContext http, CurrentOfficer officer, SnapshotQueries snapshots, NextSteps steps, Looks looks, TimeProvider clock,
                CancellationToken ct) => Find(kind, id, http, new(officer, snapshots, looks, clock), steps, ct))
            .Reads(SnapshotQueries.Reads).WithName($"get{operation}Item")
            .WithSummary($"One {kind.Name.En}: its state, its history, and what you may do next. The ETag is its version.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<PageBody<SnapshotItem>>, Problem>> List(
        SnapshotKind kind, Reader reader, Query query, string? after, int? limit, CancellationToken ct)
    {
        if (Paging.Read(after, limit, out var keyset, out var rows) is { } wrong)
            return wrong;
        if (query.Mine is not (null or "agency" or "unit"))
            return Problem.Of(HttpRefusals.BadParameter.About("mine"));
        if (query.Status is { } status && kind.Statuses.All(one => one.Code != status))
            return Problem.Of(HttpRefusals.BadParameter.About("status"));
        var page = await reader.Snapshots.List(reader.Officer.Viewer, kind, query.ToFilter(), keyset, rows, reader.Clock.GetUtcNow(), ct);
        await reader.Looks.At(page.Items, ct);
        return TypedResults.Ok(PageBody<SnapshotItem>.Of(page));
    }

    private static async Task<Results<Ok<SnapshotThing>, Problem>> Find(
        SnapshotKind kind, Guid id, HttpContext http, Reader reader, NextSteps steps, CancellationToken ct)
    {
        if (await reader.Snapshots.Find(reader.Officer.Viewer, kind, id, reader.Clock.GetUtcNow(), ct) is not { } thing)
            return Problem.Of(HttpRefusals.NotFound);
        await reader.Looks.At(thing, ct);
        http.Response.Headers.ETag = Preconditions.ETagOf(thing.Item.Version);
        return TypedResults.Ok(new SnapshotThing(thing.Item, thing.State, thing.History, await steps.Of(reader.Officer.Value, kind, id, ct)));
    }

    private sealed record Reader(CurrentOfficer Officer, SnapshotQueries Snapshots, Looks Looks, TimeProvider Clock);

    private sealed record Query(string? Status, Guid? Case, string? Mine, Guid? Person, string? Place, bool? Open, bool? Late)
    {
        public SnapshotFilter ToFilter() => new(
            Status, Case is { } file ? new CaseId(file) : null,
            Mine switch { "agency" => SnapshotScope.Agency, "unit" => SnapshotScope.Unit, _ => SnapshotScope.All },
            Person is { } person ? new PersonRef(person) : null, string.IsNullOrWhiteSpace(Place) ? null : Place, Open ?? false, Late ?? false);
    }
}
