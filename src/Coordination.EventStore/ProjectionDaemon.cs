using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Coordination.EventStore;

/// <summary>Keeps projections up to date with the log: one per process. Several processes on one database share the work by leases.</summary>
public sealed class ProjectionDaemon : IAsyncDisposable
{
    private static readonly TimeSpan RemoteLook = TimeSpan.FromMilliseconds(50);

    private readonly NpgsqlDataSource _runtime;
    private readonly NpgsqlDataSource? _owner;
    private readonly DaemonOptions _options;
    private readonly ILogger _log;
    private readonly Dictionary<string, IProjection> _projections;
    private readonly EventReader _reader;
    private readonly EventFeed _feed;
    private readonly Progress _progress;
    private readonly NodeLink _link;
    private readonly Leases _leases;
    private readonly Meter _meter;
    private readonly ShardHost _shards;
    private readonly SemaphoreSlim _renewNow = new(0, 1);
    private readonly CancellationTokenSource _stopping = new();
    private Task _work = Task.CompletedTask;
    private long _marked;

    /// <param name="owner">Role that may run DDL in the database; without it <see cref="Rebuild"/> is refused.</param>
    public ProjectionDaemon(
        NpgsqlDataSource runtime, EventTypes types, EventSerializer serializer, IReadOnlyList<IProjection> projections, DaemonOptions options,
        ILogger<ProjectionDaemon> log, NpgsqlDataSource? owner = null)
    {
        (_runtime, _owner, _options, _log) = (runtime, owner, options, log);
        _projections = projections.ToDictionary(projection => projection.Name, StringComparer.Ordinal);
        _reader = new(runtime, types, serializer, new Watermark(runtime), options);
        _feed = new(_reader, runtime, options);
        _link = new(runtime, options, log) { Appended = _feed.Signal, Moved = OnHeard, LeasesChanged = RenewNow };
        _progress = new(projections.Select(ShardName.Of)) { News = Tell, Moved = _link.TellMoved, Changed = RenewNow };
        NodeId = Guid.CreateVersion7();
        _leases = new(runtime, NodeId, options);
        _shards = new(projections, _leases, _link, _feed, runtime, options, _progress, log);
        _meter = Telemetry.Lag(() => _progress.All.Select(one => (one.Shard, Math.Max(0, _feed.Heard - one.Position))));
    }

    /// <summary>
    /// Raised after each commit of a projection, on this node or another, and before <see cref="WaitFor"/> answers for it. Handlers must be quick and
    /// never throw.
    /// </summary>
    public event EventHandler<CommittedEventArgs>? Committed;

    /// <summary>This node, as <c>status</c> names it.</summary>
    public Guid NodeId { get; }

    /// <summary>Shards that run on this node now.</summary>
    public IReadOnlyCollection<string> RunningHere => _shards.RunningHere;

    /// <summary>How far a projection has come, as this node knows: its rows show that much or more. 0 while that is not known.</summary>
    /// <exception cref="ArgumentException">There is no projection of that name.</exception>
    public long PositionOf(string projection) => _progress[ShardName.Of(Find(projection))].Position;

    /// <summary>Starts the shards and returns; PostgreSQL may be away, then they start when it is back.</summary>
    public Task Start(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        _work = Task.WhenAll(Task.Run(KeepLeases, CancellationToken.None), Task.Run(LookNowAndThen, CancellationToken.None), _link.Run(_stopping.Token));
        return Task.CompletedTask;
    }

    /// <summary>Lets each page that is under way end, writes the checkpoints and gives the leases back.</summary>
    public async Task Stop()
    {
        if (_stopping.IsCancellationRequested)
        {
            await _shards.AbandonAll();
            return;
        }

        // First nobody starts a shard any more, then those that run end.
        await _stopping.CancelAsync();
        await _work.ContinueWith(static _ => { }, TaskScheduler.Default);
        await _shards.StopAll();
        try
        {
            await MarkHighWater(CancellationToken.None);
            await _leases.Leave(CancellationToken.None);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            _log.LogWarning("Left without saying so, the others will see in {Time}: {Error}", _options.LeaseTime, Failure.Describe(e));
        }
    }

    /// <summary>Says that events up to a position were committed: wakes the shards here at once and those of other nodes within milliseconds.</summary>
    public void Signal(long position)
    {
        _feed.Signal(position);
        _link.TellAppended(position);
    }

    /// <summary>Waits until the named projections (all, when none is named) show everything up to a position.</summary>
    /// <exception cref="ArgumentException">There is no projection of that name.</exception>
    public async Task<Waited> WaitFor(long position, TimeSpan limit, CancellationToken ct, params string[] projections)
    {
        var shards = (projections.Length == 0 ? _projections.Keys.ToArray() : projections).Select(name => ShardName.Of(Find(name))).ToList();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var watch = _progress.Watch(shards, position);
        try
        {
            var timeUp = Task.Delay(limit, ended.Token);
            while (true)
            {
                var news = watch.Next();
                var behind = shards.Select(shard => (Shard: shard, Now: _progress[shard])).Where(one => one.Now.Position < position).ToList();
                if (behind.Count == 0) return new(WaitOutcome.Reached);
                // One that has stopped will never get there: say so at once instead of waiting for the others.
                if (behind.Find(one => one.Now.State == ShardState.Stopped) is { Shard: not null } stopped) return Say(WaitOutcome.Failed, stopped);
                if (timeUp.IsCompleted) return Say(WaitOutcome.TimedOut, behind[0]);
                await Task.WhenAny(news, timeUp);
                ct.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            await ended.CancelAsync();
        }

        static Waited Say(WaitOutcome outcome, (string Shard, (long, ShardState, string? Error) Now) one) =>
            new(outcome, ShardName.ProjectionOf(one.Shard), one.Now.Error);
    }

    /// <summary>Positions, lags, leases, errors and dead letters of all nodes.</summary>
    public Task<StoreStatus> Status(CancellationToken ct) => StatusReader.Read(_runtime, [.. _projections.Values], _reader.Watermark, ct);

    /// <summary>Builds a projection anew beside its live rows and swaps. See <see cref="Rebuilder"/>.</summary>
    public Task<RebuildResult> Rebuild(string projection, CancellationToken ct) => _owner is null
        ? throw new InvalidOperationException("A rebuild needs the owner's connection.")
        : RebuildAndRevive(_owner, Find(projection), ct);

    /// <summary>Projects the event of a dead letter now, after those that followed it, and settles the letter. Null when it went well.</summary>
    /// <remarks>Where the order of events matters to the projection, <see cref="Rebuild"/> is the right remedy.</remarks>
    public async Task<string?> ReplayDeadLetter(Guid id, CancellationToken ct) => await DeadLetters.Find(_runtime, id, ct) is { } letter
        ? await DeadLetters.Replay(_reader, Find(letter.Projection), letter, _options, ct)
        : "There is no open dead letter of that id.";

    public async ValueTask DisposeAsync()
    {
        await Stop();
        _feed.Dispose();
        _link.Dispose();
        _meter.Dispose();
        _reader.Watermark.Dispose();
        _renewNow.Dispose();
        _stopping.Dispose();
    }

    /// <summary>For tests: says nothing any more, but its shards go on, like those of a process that was paused and wakes up again.</summary>
    internal async Task FallSilent()
    {
        await _stopping.CancelAsync();
        await _work.ContinueWith(static _ => { }, TaskScheduler.Default);
    }

    /// <summary>For tests: ends like a process that is killed. Nothing is given back, pages under way are rolled back.</summary>
    internal async Task Die()
    {
        await FallSilent();
        await _shards.AbandonAll();
        _runtime.Clear(); // a process takes its connections with it
    }

    private IProjection Find(string projection) => _projections.TryGetValue(projection, out var found)
        ? found
        : throw new ArgumentException($"There is no projection '{projection}'.", nameof(projection));

    private async Task<RebuildResult> RebuildAndRevive(NpgsqlDataSource owner, IProjection projection, CancellationToken ct)
    {
        var result = await new Rebuilder(owner, _reader.Types, _reader.Serializer, _options, _log).Rebuild(projection, ct);
        // A shard that had stopped for want of this may run again.
        _shards.Revive(ShardName.Of(projection));
        return result;
    }

    private void RenewNow()
    {
        try
        {
            if (_renewNow.CurrentCount == 0) _renewNow.Release();
        }
        catch (Exception e) when (e is SemaphoreFullException or ObjectDisposedException)
        {
            // Somebody else was quicker, or nobody needs it any more.
        }
    }

    private void Tell(string shard, long position) => Committed?.Invoke(this, new(ShardName.ProjectionOf(shard), position));

    // Of projections that only other nodes have, too: whoever shows their rows wants to know.
    private void OnHeard(string shard, long position)
    {
        if (_progress.Knows(shard)) _progress.Learn(shard, position);
        else Tell(shard, position);
    }

    private async Task KeepLeases()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                await _shards.Renew(_stopping.Token);
                await _renewNow.WaitAsync(_options.LeaseRenewal, _stopping.Token);
            }
            catch (Exception) when (_stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // The shards go on trying; another node may take them, and then the checkpoint tells them so.
                _log.LogWarning("The leases could not be renewed: {Error}", Failure.Describe(e));
                await Task.Delay(_options.RetryFirst, _stopping.Token).ContinueWith(static _ => { }, TaskScheduler.Default);
            }
        }
    }

    private async Task LookNowAndThen()
    {
        for (var next = TimeSpan.Zero; !_stopping.IsCancellationRequested; next = await Look(next))
        {
            var pause = _progress.Awaited && !_shards.RunsAll ? RemoteLook : _options.SafetyPoll;
            await Task.Delay(next == TimeSpan.Zero ? next : pause, _stopping.Token).ContinueWith(static _ => { }, TaskScheduler.Default);
        }
    }

    private async Task<TimeSpan> Look(TimeSpan _)
    {
        try
        {
            await _feed.Look(_stopping.Token);
            if (!_shards.RunsAll) await LookAtOthers(_stopping.Token);
            await MarkHighWater(_stopping.Token);
        }
        catch (Exception e) when (!_stopping.IsCancellationRequested)
        {
            _log.LogDebug("The look at the log failed: {Error}", Failure.Describe(e));
        }
        catch (Exception) when (_stopping.IsCancellationRequested)
        {
            // The loop ends.
        }

        return _options.SafetyPoll;
    }

    private async Task LookAtOthers(CancellationToken ct)
    {
        foreach (var (shard, position) in await Checkpoint.All(_runtime, ct)) _progress.Learn(shard, position);
        var here = RunningHere;
        foreach (var (shard, state, error) in await _leases.States(ct))
        {
            // That another node had to stop is not the end: this one may be able to run it.
            if (state != ShardState.Stopped && _progress.Knows(shard) && !here.Contains(shard, StringComparer.Ordinal)) _progress.Became(shard, state, error);
        }
    }

    private async Task MarkHighWater(CancellationToken ct)
    {
        var watermark = _reader.Watermark.Settled;
        if (watermark <= _marked) return;
        await Checkpoint.MarkHighWater(_runtime, watermark, ct);
        _marked = watermark;
    }
}

/// <summary>A projection shows everything up to a position.</summary>
public sealed class CommittedEventArgs(string projection, long position) : EventArgs
{
    public string Projection { get; } = projection;

    public long Position { get; } = position;
}

/// <param name="Events">Events that were projected.</param>
/// <param name="Position">Checkpoint with which the new rows went live.</param>
public sealed record RebuildResult(long Events, long Position, int DeadLetters, TimeSpan Elapsed);
