namespace Coordination.EventStore;

/// <summary>How a node projects. The defaults fit a node with a handful of cores; tests shorten the times.</summary>
public sealed record DaemonOptions
{
    /// <summary>Shown in <c>status</c> and in the leases; the machine's name unless told.</summary>
    public string NodeName { get; init; } = Environment.MachineName;

    /// <summary>Schema of the projection tables.</summary>
    public string ReadModelSchema { get; init; } = "readmodel";

    /// <summary>How often to look for events when nobody said there are any. A lost notification costs at most this.</summary>
    public TimeSpan SafetyPoll { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>At most one NOTIFY to the other nodes in this time.</summary>
    public TimeSpan NotifyInterval { get; init; } = TimeSpan.FromMilliseconds(5);

    /// <summary>How often a node renews its leases. Two renewals and a poll must fit into ten seconds together with <see cref="LeaseTime"/>.</summary>
    public TimeSpan LeaseRenewal { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>After this time without renewal another node takes the shard.</summary>
    public TimeSpan LeaseTime { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>A page whose transaction stands still for this long is rolled back by PostgreSQL, so that a paused node cannot hold its successor up.</summary>
    public TimeSpan PageIdleLimit { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Bytes of events that a page aims at. Together with <see cref="MaxPageEvents"/> it bounds memory: about six pages are alive at once.</summary>
    public int PageBytes { get; init; } = 1024 * 1024;

    /// <summary>Most events in a page.</summary>
    public int MaxPageEvents { get; init; } = 5_000;

    /// <summary>A shard that passes only events it does not want writes its checkpoint this often.</summary>
    public TimeSpan IdleCheckpoint { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>First and last pause between tries when PostgreSQL fails.</summary>
    public TimeSpan RetryFirst { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <inheritdoc cref="RetryFirst"/>
    public TimeSpan RetryLast { get; init; } = TimeSpan.FromSeconds(5);
}
