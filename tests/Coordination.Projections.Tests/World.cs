using Coordination.Domain;
using Coordination.Domain.Kernel;
using Coordination.EventStore;
using Coordination.Host.Advisories;
using Coordination.Host.Alerts;
using Coordination.Host.Commands;
using Coordination.Host.Lapses;
using Coordination.Projections.Advisories;
using Coordination.Projections.Alerts;
using Coordination.Projections.Cases;
using Coordination.Projections.Handoffs;
using Coordination.Projections.Intelligence;
using Coordination.Projections.Lapses;
using Coordination.Projections.Members;
using Coordination.Projections.Sharing;
using Coordination.Projections.Snapshots;
using Coordination.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Shouldly;
using Xunit;

namespace Coordination.Projections.Tests;

/// <summary>A database with the real log, the real daemon and all projections. Events are told as agencies would record them.</summary>
public sealed class World : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly EventSerializer _serializer = new(EventJson.Stored);
    private Database? _database;
    private EventLog? _log;
    private ProjectionDaemon? _daemon;
    private long _last;

    public EventTypes Types { get; } = new(EventNames.All.Select(name => new EventType(name.Key, name.Value)));

    public NpgsqlDataSource Runtime => _database!.Runtime;

    public EventLog Log => _log!;

    public CaseTimelineQueries Timeline => new(Runtime, Sentences);

    public CaseSummaryQueries Cases => new(Runtime);

    public HandoffInboxQueries Handoffs => new(Runtime);

    public IntelligenceBoardQueries Intelligence => new(Runtime, Sentences);

    public AlertBoardQueries Alerts => new(Runtime, Sentences);

    public EventQueries Events => new(Runtime, Sentences);

    public SnapshotQueries Snapshots => new(Runtime, Sentences);

    public MyDeskQueries Desk => new(Runtime);

    public NpgsqlDataSource Daemon => _database!.Daemon;

    public ThingSight Sights => new(Daemon, Types, _serializer);

    public DueSignals Due => new(_database!.Daemon);

    /// <summary>The worker of one Host, at a moment.</summary>
    public AlertRaiser Raiser(DateTimeOffset now) => new(Due, Log, _daemon!, new StillClock(now), NullLogger<AlertRaiser>.Instance);

    /// <summary>Lets the worker do what is due at a moment, and waits until readers see it.</summary>
    public async Task<int> RaiseDue(DateTimeOffset now)
    {
        await Settle();
        var appended = await Raiser(now).Round(TestContext.Current.CancellationToken);
        await CatchUp();
        return appended;
    }

    /// <summary>The worker of one Host that writes what has ended by itself, at a moment.</summary>
    public LapseKeeper Keeper(DateTimeOffset now) => new(
        new DueLapses(_database!.Daemon), Log, new Kinds(Catalogue.Kinds), _daemon!, new StillClock(now), NullLogger<LapseKeeper>.Instance);

    /// <summary>Lets that worker do what is due at a moment, and waits until readers see it.</summary>
    public async Task<int> WriteLapses(DateTimeOffset now)
    {
        await Settle();
        var written = await Keeper(now).Round(TestContext.Current.CancellationToken);
        await CatchUp();
        return written;
    }

    /// <summary>The worker of one Host that tells warnings what was made of them, at a moment.</summary>
    public WarningKeeper Warnings(DateTimeOffset now) =>
        new(new OwedEchoes(_database!.Daemon), Log, _daemon!, new StillClock(now), NullLogger<WarningKeeper>.Instance);

    /// <summary>Lets that worker do what is owed, and waits until readers see it.</summary>
    public async Task<int> TellWarnings(DateTimeOffset now)
    {
        await Settle();
        var told = await Warnings(now).Round(TestContext.Current.CancellationToken);
        await CatchUp();
        return told;
    }

    private EventSentences Sentences => new(Types, _serializer);

    public async ValueTask InitializeAsync()
    {
        _database = await Database.Create();
        _log = new(_database.Daemon, Types, _serializer);
        _daemon = new(
            _database.Daemon, Types, _serializer, ReadModels.All(Types, _serializer),
            new DaemonOptions { SafetyPoll = TimeSpan.FromMilliseconds(50) },
            NullLogger<ProjectionDaemon>.Instance, _database.Owner);
        await _daemon.Start(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (_daemon is not null)
            await _daemon.DisposeAsync();
        if (_log is not null)
            await _log.DisposeAsync();
        if (_database is not null)
            await _database.DisposeAsync();
    }

    /// <summary>Records an event.</summary>
    /// <param name="late">How long after it happened the log learned of it.</param>
    public async Task<Guid> Tell(
        Guid stream, object body, Officer by, DateTimeOffset at, Marking? marking = null, string? place = null, TimeSpan late = default,
        string type = "test", params PersonRef[] persons)
    {
        var envelope = new Envelope(by, at, at + late, place, [], marking ?? Marking.Default, null);
        var concerned = (body as IConcernsPersons)?.Persons() ?? [];
        var id = DeterministicId.From($"{stream}/{body.GetType().Name}/{at:O}/{_last}");
        var written = new NewEvent(id, body, envelope.RecordedAt, EnvelopeHeaders.Write(envelope, concerned.Union(persons)), by.Id);
        var result = await Log.Append(new([new(stream, type, null, [written])]), TestContext.Current.CancellationToken);
        result.Verdict.ShouldBe(AppendVerdict.Appended);
        _last = result.Position;
        _daemon!.Signal(_last);
        return id;
    }

    /// <summary>Waits until every projection shows all that was told.</summary>
    public async Task Settle()
    {
        var waited = await _daemon!.WaitFor(_last, Limit, TestContext.Current.CancellationToken);
        waited.Outcome.ShouldBe(WaitOutcome.Reached, waited.Error);
    }

    /// <summary>Says what was appended past this world, by a worker under test.</summary>
    public async Task CatchUp()
    {
        await using var command = _database!.Daemon.CreateCommand("select coalesce(max(seq_id), 0) from mt_events");
        _last = (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        _daemon!.Signal(_last);
        await Settle();
    }

    /// <summary>Rebuilds every projection and holds its rows against those that came about live.</summary>
    public async Task RebuildShouldChangeNothing()
    {
        await Settle();
        foreach (var projection in ReadModels.All(Types, _serializer))
        {
            var live = await Rows(projection);
            await _daemon!.Rebuild(projection.Name, TestContext.Current.CancellationToken);
            (await Rows(projection)).ShouldBe(live, projection.Name);
        }
    }

    private async Task<List<string>> Rows(IProjection projection)
    {
        var rows = new List<string>();
        foreach (var table in projection.Tables)
        {
            await using var command = _database!.Daemon.CreateCommand($"select to_jsonb(t)::text from {table} t order by 1");
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
                rows.Add($"{table} {reader.GetString(0)}");
        }

        return rows;
    }

    private sealed class StillClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
