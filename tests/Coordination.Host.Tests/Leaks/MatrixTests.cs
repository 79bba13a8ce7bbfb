using System.Net;
using Coordination.Domain.Kernel;
using Coordination.Host.Tests.Asvs;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Leaks;

/// <summary>
/// Every route and page that can be read × agency × role × marking, default deny: a thing shows only to who may read it by the pure rule and whose
/// role reads at all. The list is the Host's own, so a new route or page is in it without anybody thinking of it.
/// </summary>
public sealed class MatrixTests(ITestOutputHelper output)
{
    /// <summary>Where a thing is to be found by who may read it: without these the matrix would hold for a Host that shows nothing.</summary>
    private static readonly string[] Doors =
        ["/api/v1/cases/{id}", "/api/v1/cases/{id:guid}/timeline", "/api/v1/intelligence/{id:guid}", "/kasus/{Id:guid}", "/intelijen/{Id:guid}"];

    private static readonly string[] Lists = ["/api/v1/cases", "/api/v1/intelligence", "/kasus", "/intelijen", "/meja"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_thing_shows_on_no_route_and_no_page_to_whom_agency_role_or_marking_shut_out()
    {
        await using var world = await MatrixWorld.Create(Ct);
        var routes = Routes.Of(world.Host).Where(Readable).ToList();
        Doors.Concat(Lists).ShouldBeSubsetOf(routes.Select(route => route.Pattern));
        var cells =
            from viewer in world.Viewers
            from route in routes
            from thing in Asked(world, route)
            select new Cell(viewer, route, thing);
        var wrong = new System.Collections.Concurrent.ConcurrentBag<string>();
        var (asked, shown) = (0, 0);
        await Parallel.ForEachAsync(cells, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Ct }, async (cell, ct) =>
        {
            Interlocked.Increment(ref asked);
            var (status, body) = await world.Ask(cell.Viewer, cell.Route.IsApi, cell.Path, ct);
            foreach (var problem in Judge(world, cell, status, body))
                wrong.Add(problem);
            Interlocked.Add(ref shown, world.Things.Count(thing => body.Contains(thing.Word, StringComparison.Ordinal)));
        });
        output.WriteLine($"{asked} cells, {routes.Count} routes, {shown} words shown");
        wrong.Take(20).ShouldBeEmpty();
        shown.ShouldBeGreaterThan(100, "who reads nothing tests nothing");
    }

    private static IEnumerable<string> Judge(MatrixWorld world, Cell cell, HttpStatusCode status, string body)
    {
        foreach (var thing in world.Things.Where(thing => body.Contains(thing.Word, StringComparison.Ordinal) && !MayRead(cell.Viewer, thing)))
            yield return $"{cell}: shows {thing}";
        if (cell.Thing is not { } asked)
            yield break;
        var door = Doors.Contains(cell.Route.Pattern, StringComparer.Ordinal) && IsOf(cell.Route, asked);
        if (door && MayRead(cell.Viewer, asked) && (cell.Route.IsApi || cell.Viewer.Cookie is not null) && (status != HttpStatusCode.OK || !body.Contains(asked.Word, StringComparison.Ordinal)))
            yield return $"{cell}: {(int)status} for who may read it";
        if (door && !MayRead(cell.Viewer, asked) && status is not (HttpStatusCode.NotFound or HttpStatusCode.Forbidden or HttpStatusCode.Found))
            yield return $"{cell}: {(int)status} for who may not";
    }

    // Running the system is no reason to read it; all other roles read what is for them.
    private static bool MayRead(MatrixViewer viewer, MatrixThing thing) => viewer.Account.Role != OfficerRole.Operator
        && Visibility.Of(thing.IsCase ? Inside(viewer, thing) : Viewer.Of(viewer.Account.Officer), thing.Marking, MatrixWorld.Owner) == Sight.Full;

    private static Viewer Inside(MatrixViewer viewer, MatrixThing thing) =>
        thing.Members.Contains(viewer.Account.Agency, StringComparer.Ordinal) ? Viewer.Of(viewer.Account.Officer).InCase() : Viewer.Of(viewer.Account.Officer);

    private static bool IsOf(Route route, MatrixThing thing) =>
        thing.IsCase == (route.Pattern.Contains("case", StringComparison.Ordinal) || route.Pattern.Contains("kasus", StringComparison.Ordinal));

    // Its doors are tried with everything; what else takes an id, with what is one step from being seen.
    private static IEnumerable<MatrixThing?> Asked(MatrixWorld world, Route route)
    {
        if (!Takes(route))
            return new MatrixThing?[1];
        return Doors.Contains(route.Pattern, StringComparer.Ordinal)
            ? world.Things.Where(thing => IsOf(route, thing))
            : world.Things.Where(thing => thing.Marking is { Level: Level.T, Audience: [] } or { Level: Level.R, Audience: ["agency:POLRI"] } or { Level: Level.SR });
    }

    private static bool Takes(Route route) => route.Pattern.Contains("{id", StringComparison.OrdinalIgnoreCase);

    // A stream does not end, and the demo's clock is nobody's secret.
    private static bool Readable(Route route) => route.Method == "GET" && !route.Pattern.EndsWith("/stream", StringComparison.Ordinal)
        && (route.IsApi || route.Endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>() is not null);

    private sealed record Cell(MatrixViewer Viewer, Route Route, MatrixThing? Thing)
    {
        public string Path => Route.PathOf(Thing?.Id.ToString() ?? "0190a000-0000-7000-8000-0000000000ff");

        public override string ToString() => $"{Viewer.Account.Username} {Route} {Thing}";
    }
}
