using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;
using Coordination.Host.Access;
using Coordination.Host.Http;
using Coordination.Host.Members;
using Coordination.Host.Security;
using Coordination.Projections.Members;
using Coordination.Projections.Sharing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Host.Sharing;

/// <summary>What an agency, one of its units or officers could see of a thing at a moment.</summary>
/// <param name="Sight">full, existence or nothing.</param>
/// <param name="ByBreakGlass">Only through an emergency access that was open then.</param>
public sealed record VisibilityAnswer(
    Guid Target, string Agency, string? Unit, string? Officer, DateTimeOffset At, string Sight, bool ByBreakGlass);

/// <summary>
/// Visibility as of a moment, from the log: of the thing, and of who could read it then with which rights. Told to the owner of the thing and to
/// coordinators who may read it: an audience is nobody else's business, and for everybody else the question has no answer at all.
/// </summary>
internal sealed class VisibilityReport(Things things, ThingSight sights, ReadersThen readers, DueGlass glasses, IAccessLog access)
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("visibility", Ask)
        .Reads([.. ThingSight.Reads, .. MemberQueries.Reads, .. BrokenGlassQueries.Reads])
        .RequireAuthorization(Permissions.Work).WithTags("Sharing")
        .WithName("getVisibility")
        .WithSummary("What an agency (unit, officer) could see of a thing at a moment, exactly: with the rights that they had then. For the thing's owner and coordinators who may read it.")
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<VisibilityAnswer>, Problem>> Ask(
        Guid target, string agency, CurrentOfficer officer, VisibilityReport report, TimeProvider clock, CancellationToken ct, string? unit = null,
        string? login = null, DateTimeOffset? at = null)
    {
        if (Units.Missing(agency, unit) is { } unknown)
            return Problem.Of(unknown);
        var moment = (at ?? clock.GetUtcNow()).ToUniversalTime();
        return await report.Of(officer.Viewer, target, (agency, unit, login), moment, ct) is var (sight, byGlass)
            ? TypedResults.Ok(new VisibilityAnswer(target, agency, unit, login, moment, Camel(sight), byGlass))
            : Problem.Of(HttpRefusals.NotFound);
    }

    /// <returns>Null when the asker may not know, exactly as when there is no such thing.</returns>
    public async Task<(Sight Sight, bool ByGlass)?> Of(
        Viewer asker, Guid target, (string Agency, string? Unit, string? Login) reader, DateTimeOffset at, CancellationToken ct)
    {
        if (await things.FindFor(asker, target, ct) is not { } thing)
            return null;
        if (thing.Thing.Owner != asker.Officer.Agency && asker.Officer.Role != OfficerRole.Coordinator)
            return null;
        await access.Record(new Look(asker.Officer, "visibility_read", Look.Casework, $"sharing:{target}", []), ct);
        var then = await readers.Of(reader.Agency, reader.Unit, reader.Login, at, ct);
        var own = await sights.BestOf(then, target, at, ct);
        if (own is { Sight: Sight.Full } || await ThroughGlass(then, thing, reader.Agency, at, ct) is not { Sight: Sight.Full })
            return (own?.Sight ?? Sight.Nothing, false);
        return (Sight.Full, true);
    }

    // For one case, as an officer of its owner: what stood on it and was written by an agency that was told of it.
    private async Task<Seen?> ThroughGlass(
        IReadOnlyList<Viewer> then, SharedState thing, string agency, DateTimeOffset at, CancellationToken ct)
    {
        var eyes = from glass in await glasses.OpenAt(agency, thing.Thing.Stream, at, ct)
                   where glass.Opens.Contains(thing.Thing.Owner, StringComparer.Ordinal)
                   from user in then
                   where user.Officer.Id == glass.Officer
                   select GlassDoor.AsOwner(user.Officer, glass.Owner);
        return eyes.ToList() is { Count: > 0 } some ? await sights.BestOf(some, thing.Thing.Stream, at, ct) : null;
    }

    private static string Camel(Sight sight) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(sight.ToString());
}
