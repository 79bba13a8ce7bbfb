using Coordination.Domain.Kernel;
using Coordination.EventStore;
using Coordination.Host.Http;
using Coordination.Host.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Host.Operations;

public sealed record VerifyAnswer(bool Sound, IReadOnlyList<Defect> Defects);

/// <summary>What the command line can do, for an operator who is not at the machine.</summary>
internal static class AdminModule
{
    private static readonly Refusal NoSuchView = new("admin.no_such_view", "There is no view of this name.", RefusalKind.NotFound);
    private static readonly Refusal ReplayFailed = new("admin.replay_failed", "The event failed again; the letter stays.");

    public static void Map(RouteGroupBuilder api)
    {
        var admin = api.MapGroup("admin").WithTags("Operations").RequireAuthorization(Permissions.Operate);
        admin.MapGet("status", async (ProjectionDaemon daemon, CancellationToken ct) => TypedResults.Ok(await daemon.Status(ct)))
            .WithName("getStatus").WithSummary("Positions, lags, leases, dead letters and rebuilds.").ProducesProblem(StatusCodes.Status403Forbidden);
        admin.MapPost("rebuild/{name}", Rebuild)
            .WithName("rebuildView").WithSummary("Build a view anew beside the live one and swap.")
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);
        admin.MapPost("dead-letters/{id:guid}/replay", Replay)
            .WithName("replayDeadLetter").WithSummary("Project the event of a dead letter again.")
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        admin.MapPost("verify", Verify)
            .WithName("verifyStore").WithSummary("Check that the store keeps its promises; folds=true also compares every view with a fold from scratch.")
            .ProducesProblem(StatusCodes.Status403Forbidden);
    }

    private static async Task<Results<Ok<RebuildResult>, Problem>> Rebuild(
        string name, ProjectionDaemon daemon, IEnumerable<IProjection> projections, CancellationToken ct)
    {
        if (!projections.Any(projection => string.Equals(projection.Name, name, StringComparison.Ordinal)))
            return Problem.Of(NoSuchView);
        return TypedResults.Ok(await daemon.Rebuild(name, ct));
    }

    private static async Task<Results<NoContent, Problem>> Replay(Guid id, ProjectionDaemon daemon, CancellationToken ct)
    {
        var status = await daemon.Status(ct);
        if (status.DeadLetters.All(letter => letter.Id != id))
            return Problem.Of(HttpRefusals.NotFound);
        return await daemon.ReplayDeadLetter(id, ct) is { } error ? Problem.Of(ReplayFailed with { Details = [error] }) : TypedResults.NoContent();
    }

    private static async Task<Ok<VerifyAnswer>> Verify(Verifier verifier, CancellationToken ct, bool? folds = null)
    {
        var defects = await verifier.Verify(folds ?? false, ct);
        return TypedResults.Ok(new VerifyAnswer(defects.Count == 0, defects));
    }
}
