namespace Coordination.EventStore;

/// <summary>How this process writes. The defaults fit a node with a handful of cores and one PostgreSQL.</summary>
public sealed record EventStoreOptions
{
    /// <summary>Connections that write, 1 to 4. Another one is used only when one cannot keep up, for batches are cheaper than commits.</summary>
    public int Writers { get; init; } = 2;

    /// <summary>Appends under way in this process. Who comes when all places are taken waits for one, at most <see cref="AppendLimit"/>.</summary>
    public int QueueCapacity { get; init; } = 4096;

    /// <summary>
    /// How long an append waits for its turn, a restart of PostgreSQL included, before the caller is told to come again. One that PostgreSQL
    /// is working on at that moment takes at most <see cref="StatementLimit"/> longer.
    /// </summary>
    public TimeSpan AppendLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Most requests written by one transaction.</summary>
    public int BatchRequests { get; init; } = 200;

    /// <summary>Events after which a batch takes no further request.</summary>
    public int BatchEvents { get; init; } = 400;

    /// <summary>Bytes of bodies after which a batch takes no further request.</summary>
    public int BatchBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>
    /// Longest time for an append in PostgreSQL, its commit included, in whole seconds. Then PostgreSQL is asked to cancel it; when it says so,
    /// nothing was written, and when it says nothing, the append is in doubt.
    /// </summary>
    public TimeSpan StatementLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Folded streams kept in memory.</summary>
    public int CachedStreams { get; init; } = 10_000;

    /// <summary>Called at each of the <see cref="FaultPoints"/>. For fault tests: what it throws is what happens there.</summary>
    public Func<string, ValueTask>? Fault { get; init; }
}

/// <summary>Places where a fault test may break an append.</summary>
public static class FaultPoints
{
    /// <summary>Nothing was sent to PostgreSQL.</summary>
    public const string BeforeAppend = "before-append";

    /// <summary>PostgreSQL has committed and the caller does not know it yet.</summary>
    public const string AfterCommitBeforeAck = "after-commit-before-ack";
}
