using Npgsql;

namespace Coordination.EventStore;

/// <summary>The store at one moment, for people and for health checks.</summary>
/// <param name="Head">Highest committed position.</param>
/// <param name="Watermark">Up to here the log is complete: nothing smaller will appear later.</param>
public sealed record StoreStatus(
    long Head, long Watermark, IReadOnlyList<GateHolder> Holding, IReadOnlyList<ShardStatus> Shards, IReadOnlyList<NodeStatus> Nodes,
    IReadOnlyList<DeadLetter> DeadLetters, IReadOnlyList<RebuildStatus> Rebuilds)
{
    /// <summary>Reads it from the database alone: any process may ask, whether it projects or not.</summary>
    public static async Task<StoreStatus> Read(NpgsqlDataSource runtime, IReadOnlyList<IProjection> projections, CancellationToken ct)
    {
        using var watermark = new Watermark(runtime);
        return await StatusReader.Read(runtime, projections, watermark, ct);
    }
}

/// <summary>A transaction that has drawn, or may draw, positions and is still open; readers stop before its first hole.</summary>
public sealed record GateHolder(string Transaction, int? ProcessId, string? Application, TimeSpan? Age);

public enum ShardState
{
    /// <summary>Nobody runs it (yet).</summary>
    Waiting,
    Running,

    /// <summary>PostgreSQL failed; it tries again by itself.</summary>
    Retrying,

    /// <summary>It will not go on before somebody acts; <see cref="ShardStatus.Error"/> says why.</summary>
    Stopped,
}

/// <param name="Lag">Committed events' positions it has not passed.</param>
public sealed record ShardStatus(
    string Shard, string Projection, long Position, long Lag, ShardState State, string? Error, Guid? Owner, string? OwnerName, long Epoch, DateTimeOffset? Expires,
    int DeadLetters);

public sealed record NodeStatus(Guid Id, string Name, DateTimeOffset Heartbeat, bool Alive);

/// <summary>An event that a projection could not take. Its content is not repeated here.</summary>
public sealed record DeadLetter(Guid Id, string Projection, string Shard, long Position, DateTimeOffset At, string ErrorType, string Error);

public sealed record RebuildStatus(string Shard, string State, long Position, long Target, DateTimeOffset Started, DateTimeOffset Updated);
