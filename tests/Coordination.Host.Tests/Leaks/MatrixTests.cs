using System.Collections.Concurrent;
using System.Net;
using Coordination.Domain;
using Coordination.Domain.Kernel;
using Coordination.Host.Commands;
using Coordination.Host.Tests.Asvs;
using Coordination.Projections.Snapshots;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Leaks;

/// <summary>
/// Every route and page that can be read × agency × role × marking, default deny: a thing shows only to who may read it by the pure rule and whose
/// role reads at all. The list is the Host's own, so a new route or page is in it without anybody thinking of it.
/// </summary>
public sealed class MatrixTests(ITestOutputHelper output)
{
    private static readonly string[] Lists =
        ["/api/v1/cases", "/api/v1/intelligence", "/api/v1/operations", "/kasus", "/intelijen"];

    /// <summary>
    /// Things that the matrix has none of: desks and areas that hold no marked thing, and what has tests of its own. The other kinds that are
    /// kept as snapshots are read by the same queries as victims and watch entries.
    /// </summary>
    private static readonly string[] Elsewhere =
    [
        "break-glass", "akses-darurat", "erasures", "penghapusan", "breaches", "privasi", "reference", "sharing", "berbagi", "events",
        "peristiwa", "risk",
        .. SnapshotKinds.All.SelectMany(kind => new[] { kind.Plural, kind.Page }),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_thing_shows_on_no_route_and_no_page_to_whom_agency_role_or_marking_shut_out()
    {
        await using var world = await MatrixWorld.Create(Ct);
        var routes = Routes.Of(world.Host).Where(Readable).ToList();
        var patterns = routes.Select(route => route.Pattern).ToList();
        Lists.ShouldBeSubsetOf(patterns);
        MatrixKind.All.Where(kind => kind.Doors.Intersect(patterns).Count() < 2).Select(kind => kind.Name).ShouldBeEmpty("route and page");
        routes.Where(route => Takes(route) && KindOf(route) is null).Select(route => route.Pattern)
            .Where(pattern => !pattern.Split('/').Any(Elsewhere.Contains)).ShouldBeEmpty("what takes an id is asked for things of its kind");
        var cells =
            from viewer in world.Viewers
            from route in routes
            from thing in Asked(world, route)
            select new Cell(viewer, route, thing);
        var (wrong, told, asked) = (new ConcurrentBag<string>(), new ConcurrentBag<(string Pattern, bool Shown)>(), 0);
        await Parallel.ForEachAsync(cells, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Ct }, async (cell, ct) =>
        {
            Interlocked.Increment(ref asked);
            var (status, body) = await world.Ask(cell.Viewer, cell.Route.IsApi, cell.Path, ct);
            foreach (var problem in Judge(world, cell, status, body))
                wrong.Add(problem);
            told.Add((cell.Route.Pattern, world.Things.Any(thing => body.Contains(thing.Word, StringComparison.Ordinal))));
        });
        output.WriteLine($"{asked} cells, {routes.Count} routes, {told.Count(one => one.Shown)} answers with words");
        wrong.Take(20).ShouldBeEmpty();
        Vacuous(routes, told).ShouldBeEmpty("where nobody is shown anything, or nobody is shut out, nothing is tested");
    }

    [Fact]
    public async Task Who_may_not_see_a_thing_cannot_tell_by_any_command_that_it_is_there()
    {
        await using var world = await MatrixWorld.Create(Ct);
        var examples = Catalogue.Entries.ToDictionary(entry => entry.Event, entry => entry.ExampleData);
        var cells =
            from route in Routes.Of(world.Host).Where(route => route.IsApi && route.Method != "GET" && Takes(route))
            let kind = KindOf(route)
            where kind is not null
            from viewer in world.Viewers.Where(viewer => viewer.Account.Role == OfficerRole.Officer)
            let hidden = world.Things.FirstOrDefault(thing => thing.Kind == kind && !thing.MayBeReadBy(viewer.Account))
            where hidden is not null
            select new Cell(viewer, route, hidden);
        var (wrong, hiding) = (new ConcurrentBag<string>(), new ConcurrentBag<string>());
        await Parallel.ForEachAsync(cells, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Ct }, async (cell, ct) =>
        {
            var fact = cell.Route.Endpoint.Metadata.GetMetadata<FactNote>()?.Fact;
            var body = fact is not null && examples.TryGetValue(fact, out var example) ? example : "{}";
            var missing = await world.Ask(cell.Viewer, true, (cell with { Thing = null }).Path, ct, cell.Route.Method, body);
            var there = await world.Ask(cell.Viewer, true, cell.Path, ct, cell.Route.Method, body);
            if (there != missing)
                wrong.Add($"{cell}: {(int)there.Status} {there.Body} and not {(int)missing.Status} {missing.Body}");
            if (there.Status == HttpStatusCode.NotFound)
                hiding.Add(cell.Thing!.Kind.Name);
        });
        wrong.Take(20).ShouldBeEmpty();
        hiding.Distinct().ShouldBe(MatrixKind.All.Select(kind => kind.Name), ignoreOrder: true, "of each kind, a command comes to the thing");
    }

    private static IEnumerable<string> Judge(MatrixWorld world, Cell cell, HttpStatusCode status, string body)
    {
        var (account, page) = (cell.Viewer.Account, !cell.Route.IsApi);
        var shown = world.Things.Where(thing => body.Contains(thing.Word, StringComparison.Ordinal)).ToList();
        foreach (var thing in shown.Where(thing => !thing.MayBeReadBy(account)))
            yield return $"{cell}: shows {thing}";
        if (cell.Thing is not { } asked || !asked.Kind.Doors.Contains(cell.Route.Pattern, StringComparer.Ordinal))
            yield break;
        var may = asked.MayBeReadBy(account);
        if (may && !(page && cell.Viewer.Cookie is null) && (status != HttpStatusCode.OK || !shown.Contains(asked)))
            yield return $"{cell}: {(int)status} for who may read it";
        if (!may && status is not (HttpStatusCode.NotFound or HttpStatusCode.Forbidden or HttpStatusCode.Found))
            yield return $"{cell}: {(int)status} for who may not";
    }

    private static IEnumerable<string> Vacuous(IReadOnlyList<Route> routes, IReadOnlyCollection<(string Pattern, bool Shown)> told) =>
        from door in MatrixKind.All.SelectMany(kind => kind.Doors).Intersect(routes.Select(route => route.Pattern)).Concat(Lists)
        let answers = told.Where(one => one.Pattern == door).Select(one => one.Shown).Distinct().ToList()
        where answers.Count < 2
        select door;

    private static MatrixKind? KindOf(Route route) => MatrixKind.All.FirstOrDefault(kind => kind.Has(route.Pattern));

    // Its doors are tried with everything of their kind; what else takes an id, with what is one step from being seen.
    private static IEnumerable<MatrixThing?> Asked(MatrixWorld world, Route route)
    {
        if (!Takes(route))
            return new MatrixThing?[1];
        return KindOf(route) is not { } kind
            ? world.Things.Where(thing => thing.Marking is { Level: Level.T, Audience: [], Caveats: [] })
            : world.Things.Where(thing => thing.Kind == kind && (kind.Doors.Contains(route.Pattern) || IsNear(thing.Marking)));
    }

    private static bool IsNear(Marking marking) =>
        marking is { Level: Level.T, Audience: [] } or { Level: Level.R, Audience: ["agency:POLRI"] } or { Level: Level.SR };

    private static bool Takes(Route route) => route.Pattern.Contains("{id", StringComparison.OrdinalIgnoreCase);

    // A stream does not end, and the demo's clock is nobody's secret.
    private static bool Readable(Route route) => route.Method == "GET" && !route.Pattern.EndsWith("/stream", StringComparison.Ordinal)
        && (route.IsApi || route.Endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>() is not null);

    private sealed record Cell(MatrixViewer Viewer, Route Route, MatrixThing? Thing)
    {
        // What is addressed by the id of an event is asked for the thing's.
        private bool ByEvent => Route.Pattern.Split('/').Any(part => part is "events" or "peristiwa");

        public string Path => Route.PathOf((ByEvent ? Thing?.Event : Thing?.Id)?.ToString() ?? "0190a000-0000-7000-8000-0000000000ff");

        public override string ToString() => $"{Viewer.Account.Username} {Route} {Thing}";
    }
}
