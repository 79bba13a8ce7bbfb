using Coordination.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Coordination.EventStore.Tests.Reading;

/// <summary>A database of its own with the tables of <see cref="Notes"/>, a raw log, and daemons that end with the test.</summary>
public abstract class ReadingTest(Database database) : IAsyncLifetime
{
    private readonly List<ProjectionDaemon> _daemons = [];

    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    protected static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(300);
    protected static readonly Guid S1 = new("00000000-0000-0000-0000-000000000001");
    protected static readonly Guid S2 = new("00000000-0000-0000-0000-000000000002");
    protected static readonly DaemonOptions Quick = new()
    {
        NodeName = "one", SafetyPoll = TimeSpan.FromMilliseconds(50), LeaseRenewal = TimeSpan.FromMilliseconds(200), LeaseTime = TimeSpan.FromSeconds(2),
        IdleCheckpoint = TimeSpan.FromMilliseconds(20), RetryLast = TimeSpan.FromMilliseconds(200),
    };

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected Database Database => database;

    internal RawLog Log { get; } = new(database);

    public async ValueTask InitializeAsync()
    {
        await Notes.CreateTables(database);
        await database.Run("""
            truncate public.mt_events, public.mt_streams, public.mt_event_progression, public.mt_doc_deadletterevent, coordination.idempotency,
                coordination.node, coordination.shard_lease, coordination.rebuild;
            alter sequence public.mt_events_sequence restart
            """);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var daemon in _daemons) await daemon.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    internal async Task<ProjectionDaemon> Start(DaemonOptions options, EventTypes types, params IProjection[] projections)
    {
        var daemon = new ProjectionDaemon(
            database.Daemon, types, Notes.Serializer, projections, options, NullLogger<ProjectionDaemon>.Instance, database.Owner);
        _daemons.Add(daemon);
        await daemon.Start(Ct);
        return daemon;
    }

    internal Task<ProjectionDaemon> Start(params IProjection[] projections) => Start(Quick, Notes.Types, projections);

    internal static async Task Reached(ProjectionDaemon daemon, long position, params string[] projections)
    {
        daemon.Signal(position);
        var waited = await daemon.WaitFor(position, Patience, Ct, projections);
        Assert.True(waited.Reached, $"{waited}");
    }
}
