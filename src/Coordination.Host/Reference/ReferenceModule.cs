using Coordination.Domain.Reference;
using Coordination.Host.Http;
using Coordination.Host.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Host.Reference;

/// <param name="Within">What it lies in, the province first.</param>
/// <param name="Zone">WIB, WITA or WIT.</param>
public sealed record AreaDetail(Area Area, IReadOnlyList<Area> Within, string Zone);

/// <summary>Reference data that everybody shares.</summary>
internal static class ReferenceModule
{
    public static void Map(RouteGroupBuilder api)
    {
        var areas = api.MapGroup("reference/areas").WithTags("Reference").RequireAuthorization(Permissions.Work);
        areas.MapGet("", (Areas all, string? within = null) => TypedResults.Ok(all.Within(within)))
            .WithName("listAreas").WithSummary("The next smaller areas within one, by Kemendagri code; the provinces within none.");
        api.MapGet("reference/holidays", () => TypedResults.Ok(Holidays.Years)).WithTags("Reference").RequireAuthorization(Permissions.Work)
            .WithName("listHolidays").WithSummary("Days that deadlines in working days leave out, by year, with the decree and whether its text was compared.");
        areas.MapGet("{id}", Find).WithName("getArea").WithSummary("An area by its Kemendagri code.").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Results<Ok<AreaDetail>, Problem> Find(string id, Areas areas)
    {
        if (areas.Find(id) is not { } area)
            return Problem.Of(HttpRefusals.NotFound);
        return TypedResults.Ok(new AreaDetail(area, areas.PathOf(id), Places.ZoneOf(id).Abbreviation));
    }
}
