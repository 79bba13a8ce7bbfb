using Coordination.Domain.Kernel;
using Coordination.Domain.Members;
using Coordination.Domain.Reference;
using Coordination.EventStore;
using Coordination.Host.Access;
using Coordination.Host.Commands;
using Coordination.Host.Http;
using Coordination.Host.Security;
using Coordination.Projections.Members;
using Coordination.Projections.Sharing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Host.Sharing;

/// <summary>What an agency, one of its units or officers could see of a thing at a moment.</summary>
/// <param name="Sight">full, existence or nothing.</param>
/// <param name="Clearance">Of the reader that was asked about.</param>
public sealed record VisibilityAnswer(
    Guid Target, string Agency, string? Unit, string? Officer, Level Clearance, DateTimeOffset At, string Sight);

/// <summary>
/// Visibility as of a moment, from the log. Told to the owner of the thing and to coordinators who may read it: an audience is nobody else's
/// business, and for everybody else the question has no answer at all.
/// </summary>
internal sealed class VisibilityReport(Things things, ThingSight sights, MemberRecords members, EventLog log, IAccessLog access)
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("visibility", Ask).Reads(ThingSight.Reads)
        .RequireAuthorization(Permissions.Work).WithTags("Sharing")
        .WithName("getVisibility")
        .WithSummary("What an agency (unit, officer) could see of a thing at a moment, exactly. For the thing's owner and coordinators who may read it.")
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<VisibilityAnswer>, Problem>> Ask(
        Guid target, string agency, CurrentOfficer officer, VisibilityReport report, TimeProvider clock, CancellationToken ct, string? unit = null,
        string? login = null, Level? clearance = null, DateTimeOffset? at = null)
    {
        if (Units.Missing(agency, unit) is { } unknown)
            return Problem.Of(unknown);
        // Without a level the question is about the agency as such: its best cleared reader.
        var reader = new Officer(login ?? "", agency, unit ?? "", OfficerRole.Officer, clearance ?? Level.SR);
        var moment = (at ?? clock.GetUtcNow()).ToUniversalTime();
        return await report.Of(officer.Viewer, target, reader, moment, ct) is { } sight
            ? TypedResults.Ok(new VisibilityAnswer(target, agency, unit, login, reader.Clearance, moment, Camel(sight)))
            : Problem.Of(HttpRefusals.NotFound);
    }

    /// <returns>Null when the asker may not know, exactly as when there is no such thing.</returns>
    public async Task<Sight?> Of(Viewer asker, Guid target, Officer reader, DateTimeOffset at, CancellationToken ct)
    {
        if (await things.FindFor(asker, target, ct) is not { } thing)
            return null;
        if (thing.Thing.Owner != asker.Officer.Agency && asker.Officer.Role != OfficerRole.Coordinator)
            return null;
        await access.Record(new Look(asker.Officer, "visibility_read", Look.Casework, $"sharing:{target}", []), ct);
        var then = reader with { TaskForces = await ForcesOf(reader, at, ct) };
        return (await sights.Of(Viewer.Of(then), target, at, ct))?.Sight ?? Sight.Nothing;
    }

    // Joint teams that the officer was in at that moment, by the log.
    private async Task<string> ForcesOf(Officer reader, DateTimeOffset at, CancellationToken ct)
    {
        var codes = new List<string>();
        foreach (var force in reader.Id.Length == 0 ? [] : await members.Forces(ct))
        {
            var code = force.Formed!.Code;
            var then = (await log.FetchStream(TaskForce.StreamOf(code), ct)).Where(recorded => recorded.Timestamp <= at)
                .Aggregate(TaskForce.None, (state, recorded) => (TaskForce)Kinds.Evolve(TaskForceDecider.Kind, state, recorded));
            if (then.Has(reader.Id, reader.Agency, at))
                codes.Add(code);
        }

        return string.Join(' ', codes);
    }

    private static string Camel(Sight sight) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(sight.ToString());
}
