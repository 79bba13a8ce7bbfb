namespace Coordination.Host.Integrity;

/// <summary>How this process seals, signs and audits. The defaults fit a node with a handful of cores; tests shorten the times.</summary>
public sealed record IntegrityOptions
{
    /// <summary>Name of this log in the world, such as <c>satgas.go.id/log</c>: written into the key when that is made, and never read again.</summary>
    public string? Origin { get; init; }

    /// <summary>At most one new head in this time.</summary>
    public TimeSpan HeadInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A head that has not changed is signed anew after this time, to show that somebody still does.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often to look for something to seal. It also bounds the number of transactions: what comes meanwhile is sealed together.</summary>
    public TimeSpan SealEvery { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How often a process that does not hold a tree asks for it.</summary>
    public TimeSpan ClaimEvery { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Rows that the self-audit hashes at once; then it rests for <see cref="AuditRest"/>.</summary>
    public int AuditRows { get; init; } = 1_000;

    public TimeSpan AuditRest { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Between the end of a pass over the whole log and the next.</summary>
    public TimeSpan BetweenAudits { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>After how long without a counter-signature an agency counts as absent.</summary>
    public TimeSpan WitnessPatience { get; init; } = TimeSpan.FromMinutes(10);
}
