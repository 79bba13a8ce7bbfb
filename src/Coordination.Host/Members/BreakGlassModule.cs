using Coordination.Domain.Kernel;
using Coordination.Domain.Members;
using Coordination.Host.Access;
using Coordination.Host.Commands;
using Coordination.Host.Http;
using Coordination.Host.Security;
using Coordination.Host.Security.SecondFactor;
using Coordination.Projections.Cases;
using Coordination.Projections.Members;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Host.Members;

/// <param name="Case">Its number, as people know it, or its id.</param>
/// <param name="Hours">1 to 4; 4 when left out.</param>
public sealed record BreakGlassRequest(string Case, string Reason, int? Hours = null);

public sealed record ReviewRequest(GlassFinding Finding, string Note);

/// <summary>Emergency access to one case, over HTTP. There is no export through it, and no list, search or stream.</summary>
internal static class BreakGlassModule
{
    public static void AddBreakGlass(this IServiceCollection services)
    {
        services.AddSingleton<GlassDoor>();
        services.AddHostedService<GlassKeeper>();
    }

    public static void Map(RouteGroupBuilder api)
    {
        var glass = api.MapGroup("break-glass").WithTags("Break-glass").RequireAuthorization(Permissions.Work);
        glass.MapPost("", Open).RequireStepUp().Produces<CommandAnswer>()
            .WithName("breakGlass").WithSummary("Open one case in an emergency: up to four hours, told at once to all whose lines it shows, reviewed within 72 hours.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        glass.MapGet("", List).Reads(BrokenGlassQueries.Reads)
            .WithName("listBrokenGlass").WithSummary("Emergency accesses that you made or are told of; unreviewed first.");
        glass.MapGet("{id:guid}/case", Case).Reads([.. BrokenGlassQueries.Reads, .. CaseSummaryQueries.Reads])
            .WithName("getCaseThroughGlass").WithSummary("The case, while the access is open.").ProducesProblem(StatusCodes.Status404NotFound);
        glass.MapGet("{id:guid}/timeline", Timeline).Reads([.. BrokenGlassQueries.Reads, .. CaseTimelineQueries.Reads])
            .WithName("getTimelineThroughGlass").WithSummary("Its timeline, while the access is open.").ProducesProblem(StatusCodes.Status404NotFound);
        glass.MapPost("{id:guid}/end", End)
            .WithName("endBreakGlass").WithSummary("Give it back before its time is over.").Produces<CommandAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
        glass.MapPost("{id:guid}/review", Review)
            .Produces<CommandAnswer>()
            .WithName("reviewBreakGlass").WithSummary("Judge it: a head or coordinator of the owner or of the user's agency, never its user.")
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> Open(BreakGlassRequest request, CurrentOfficer officer, GlassDoor door, CancellationToken ct) =>
        Answer(await door.Open(officer.Value, request.Case, request.Reason, request.Hours ?? 4, new WriteTerms(), ct));

    private static async Task<Ok<IReadOnlyList<GlassLine>>> List(CurrentOfficer officer, BrokenGlassQueries glasses, CancellationToken ct) =>
        TypedResults.Ok(await glasses.List(officer.Viewer, ct));

    private static async Task<Results<Ok<CaseDetail>, Problem>> Case(
        Guid id, CurrentOfficer officer, GlassDoor door, CaseSummaryQueries cases, IAccessLog log, CancellationToken ct)
    {
        if (await door.Through(officer.Value, id, ct) is not var (glass, viewer) || await cases.Find(viewer, new CaseId(glass.Case), ct, glass.Opens) is not { } found)
            return Problem.Of(HttpRefusals.NotFound);
        await log.Record(Look(officer.Value, glass, "case_read", found.Subjects.Select(subject => subject.Person.Value)), ct);
        return TypedResults.Ok(found);
    }

    private static async Task<Results<Ok<PageBody<TimelineEntry>>, Problem>> Timeline(
        Guid id, CurrentOfficer officer, GlassDoor door, CaseTimelineQueries timeline, IAccessLog log, CancellationToken ct,
        string? after = null, int? limit = null)
    {
        if (Paging.Read(after, limit, out var keyset, out var rows) is { } wrong)
            return wrong;
        if (await door.Through(officer.Value, id, ct) is not var (glass, viewer)
            || await timeline.Page(viewer, new CaseId(glass.Case), new TimelineFilter(keyset, rows) { Among = glass.Opens }, ct) is not { } page)
            return Problem.Of(HttpRefusals.NotFound);
        await log.Record(Look(officer.Value, glass, "timeline_read", page.Items.SelectMany(line => line.PersonRefs).Select(person => person.Value)), ct);
        return TypedResults.Ok(PageBody<TimelineEntry>.Of(page));
    }

    private static async Task<IResult> End(Guid id, CurrentOfficer officer, GlassDoor door, CancellationToken ct) =>
        Answer(await door.End(officer.Value, id, ct));

    private static async Task<IResult> Review(Guid id, ReviewRequest request, CurrentOfficer officer, GlassDoor door, CancellationToken ct) =>
        Answer(await door.Review(officer.Value, id, new BreakGlassReviewed(request.Finding, request.Note), ct));

    /// <summary>As the officer with the own agency, whatever the glass lets through.</summary>
    internal static Look Look(Officer by, GlassLine glass, string action, IEnumerable<Guid> persons) =>
        new(by, action, "break_glass", $"case:{glass.Case}", [.. persons.Distinct()]);

    private static IResult Answer(WriteResult result) =>
        result.Problem is { } problem ? problem : TypedResults.Ok(new CommandAnswer(result.Stream, result.Version, result.Position, result.Duplicate));
}
