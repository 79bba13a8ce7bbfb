using Coordination.Domain.Kernel;
using Coordination.Host.Access;
using Coordination.Host.Http;
using Coordination.Host.Security;
using Coordination.Projections;
using Coordination.Projections.Alerts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Host.Alerts;

/// <summary>What an alert rests on: single events, and the reasons to look at one application or encounter.</summary>
internal static class EvidenceModule
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("events/{id:guid}", Find).RequireAuthorization(Permissions.Work).Reads(EventQueries.Reads).WithTags("Events")
            .WithName("getEvent").WithSummary("One event, for those who may read it; a withheld one answers like a missing one.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("risk/{id:guid}", Risk).RequireAuthorization(Permissions.Work).Reads(RiskQueries.Reads).WithTags("Rules")
            .WithName("getRisk").WithSummary("Why to look at an application or encounter: reasons with their rules, and their sum. The officer decides.");
    }

    private static async Task<Results<Ok<EventDetail>, Problem>> Find(
        Guid id, CurrentOfficer officer, EventQueries events, Looks looks, CancellationToken ct)
    {
        if (await events.Find(officer.Viewer, id, ct) is not { } found)
            return Problem.Of(HttpRefusals.NotFound);
        await looks.At(found, ct);
        return TypedResults.Ok(found);
    }

    private static async Task<Ok<RiskScore>> Risk(Guid id, CurrentOfficer officer, RiskQueries risks, TimeProvider clock, Looks looks, CancellationToken ct)
    {
        var score = await risks.Find(officer.Viewer, id, Envelope.DayOf(clock.GetUtcNow()), ct);
        await looks.At(score, ct);
        return TypedResults.Ok(score);
    }
}
