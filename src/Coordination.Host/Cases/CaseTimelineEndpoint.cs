using Coordination.Domain.Kernel;
using Coordination.Host.Access;
using Coordination.Host.Http;
using Coordination.Host.Security;
using Coordination.Projections.Cases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Host.Cases;

/// <summary>The joint timeline of one case, on two clocks.</summary>
internal static class CaseTimelineEndpoint
{
    public static void Map(RouteGroupBuilder cases) => cases.MapGet("{id:guid}/timeline", Page)
        .Reads(CaseTimelineQueries.Reads)
        .WithName("getCaseTimeline")
        .WithSummary("What happened, newest first. asOf: as the log stood then; occurredBefore: only what happened earlier.")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<PageBody<TimelineEntry>>, Problem>> Page(
        Guid id, [AsParameters] TimelineParameters wanted, CurrentOfficer officer, CaseTimelineQueries timeline, Looks looks,
        CancellationToken ct)
    {
        if (Paging.Read(wanted.After, wanted.Limit, out var keyset, out var rows) is { } wrong)
            return wrong;
        // A number binds to an enum whether it names one of its values or not.
        if (wanted.Order is { } order && !Enum.IsDefined(order))
            return Problem.Of(HttpRefusals.BadParameter.About("order"));
        var filter = new TimelineFilter(
            keyset, rows, wanted.AsOf?.ToUniversalTime(), wanted.OccurredBefore?.ToUniversalTime(), wanted.Order ?? TimelineOrder.OccurredNewestFirst,
            wanted.Agency, wanted.Kind, wanted.Person is { } person ? new PersonRef(person) : null, wanted.Place,
            wanted.From?.ToUniversalTime(), wanted.To?.ToUniversalTime());
        var page = await timeline.Page(officer.Viewer, new CaseId(id), filter, ct);
        if (page is null)
            return Problem.Of(HttpRefusals.NotFound);
        await looks.At(page.Items, ct);
        return TypedResults.Ok(PageBody<TimelineEntry>.Of(page));
    }
}

/// <summary>What a caller may ask of a timeline; whatever is left out does not narrow it.</summary>
internal sealed record TimelineParameters
{
    public string? After { get; init; }

    public int? Limit { get; init; }

    public DateTimeOffset? AsOf { get; init; }

    public DateTimeOffset? OccurredBefore { get; init; }

    public TimelineOrder? Order { get; init; }

    public string? Agency { get; init; }

    public string? Kind { get; init; }

    public Guid? Person { get; init; }

    public string? Place { get; init; }

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? To { get; init; }
}
