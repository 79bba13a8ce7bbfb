using Coordination.EventStore;
using Coordination.Host.Integrity;
using Coordination.Host.Store;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Coordination.Host.Health;

public sealed record Liveness(string Status);

/// <param name="Lag">Positions between the end of the log and this view.</param>
/// <param name="State">running, waiting, retrying, stopped.</param>
/// <param name="DeadLetters">Events that it could not take and left behind; it goes on without them.</param>
public sealed record ShardHealth(string Projection, long Position, long Lag, string State, bool Ready, int DeadLetters);

/// <param name="Status">ready, or what stands in the way: store_unavailable, disk_full, log_altered, shard_stopped, shard_lags.</param>
/// <param name="Lagging">Names of the views that are behind or stand still.</param>
public sealed record Readiness(string Status, IReadOnlyList<string> Lagging, IReadOnlyList<ShardHealth> Shards);

/// <summary>For load balancers and people in a hurry. Tells positions and names of views, nothing of a case.</summary>
internal static class HealthEndpoints
{
    /// <summary>A view further behind than this shows yesterday's truth.</summary>
    private const long TolerableLag = 1_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void Map(IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").WithTags("Health").AllowAnonymous();
        health.MapGet("live", () => TypedResults.Ok(new Liveness("live")))
            .WithName("getLiveness").WithSummary("The process answers.");
        health.MapGet("ready", Ready)
            .WithName("getReadiness").WithSummary("The store answers and every view keeps up; says which one lags.")
            .Produces<Readiness>(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<Results<Ok<Readiness>, JsonHttpResult<Readiness>>> Ready(
        ProjectionDaemon daemon, NpgsqlDataSource viewers, LogTrees trees, Findings findings, FreeSpace space, CancellationToken ct)
    {
        var readiness = await Look(daemon, viewers, trees, findings, ct);
        if (readiness.Status is "ready" && space.IsLow)
            readiness = readiness with { Status = "disk_full" };
        return readiness.Status is "ready"
            ? TypedResults.Ok(readiness)
            : TypedResults.Json(readiness, statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<Readiness> Look(
        ProjectionDaemon daemon, NpgsqlDataSource viewers, LogTrees trees, Findings findings, CancellationToken ct)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limited.CancelAfter(Patience);
        try
        {
            // The pool that answers people: when it is taken, they wait, whatever the daemon's own connections can do.
            await using (await viewers.OpenConnectionAsync(limited.Token))
            {
            }

            var readiness = Of(await daemon.Status(limited.Token));
            foreach (var tree in trees.Both)
            {
                if (!(await findings.Of(tree.Number, limited.Token)).Sound)
                    return readiness with { Status = "log_altered" };
            }
            return readiness;
        }
        catch (Exception e) when (!ct.IsCancellationRequested && (e is OperationCanceledException || Http.Faults.IsStoreGone(e)))
        {
            return new Readiness("store_unavailable", [], []);
        }
    }

    private static Readiness Of(StoreStatus status)
    {
        var shards = status.Shards
            .Select(shard => new ShardHealth(
                shard.Projection, shard.Position, shard.Lag, shard.State.ToString().ToLowerInvariant(),
                shard.State is not ShardState.Stopped && shard.Lag <= TolerableLag, shard.DeadLetters))
            .ToList();
        var lagging = shards.Where(shard => !shard.Ready).Select(shard => shard.Projection).ToList();
        var reason = status.Shards.Any(shard => shard.State is ShardState.Stopped) ? "shard_stopped" : lagging.Count > 0 ? "shard_lags" : "ready";
        return new Readiness(reason, lagging, shards);
    }
}
