using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Coordination.EventStore;

/// <summary>One projection at work on this node: reads on from its checkpoint until it is told to stop.</summary>
internal sealed class Shard(
    IProjection projection, EventFeed feed, NpgsqlDataSource dataSource, DaemonOptions options, Progress progress, ILogger log)
{
    private long _committed; // the checkpoint as this shard wrote it
    private long _passed; // beyond it are only events that the projection does not want
    private long _checkpointed = Stopwatch.GetTimestamp();
    private int _take = int.MaxValue;

    public string Name { get; } = ShardName.Of(projection);

    public IProjection Projection => projection;

    public ShardState State { get; private set; } = ShardState.Waiting;

    /// <summary>Runs until told to stop, or until it cannot go on: then <see cref="State"/> is stopped.</summary>
    /// <param name="stopping">Ends after the page under way.</param>
    /// <param name="abandon">Ends at once; the page under way is rolled back.</param>
    public async Task Run(CancellationToken stopping, CancellationToken abandon)
    {
        for (var pause = options.RetryFirst; !stopping.IsCancellationRequested;)
        {
            var from = _committed;
            try
            {
                await Load(abandon);
                Become(ShardState.Running, null);
                await Follow(stopping, abandon);
            }
            catch (Exception e) when (stopping.IsCancellationRequested || abandon.IsCancellationRequested)
            {
                log.LogDebug("{Shard} stopped: {Error}", Name, Failure.Describe(e));
            }
            catch (Exception e) when (e is UnknownEventTypeException or ProjectionNotBuiltException)
            {
                log.LogError("{Shard} has stopped: {Error}", Name, e.Message);
                Become(ShardState.Stopped, e.Message);
                return;
            }
            catch (Exception e)
            {
                log.LogWarning("{Shard} tries again: {Error}", Name, Failure.Describe(e));
                Become(ShardState.Retrying, Failure.Describe(e));
                if (_committed != from) pause = options.RetryFirst;
                await Task.Delay(pause, stopping).ContinueWith(static _ => { }, TaskScheduler.Default);
                pause = pause * 2 < options.RetryLast ? pause * 2 : options.RetryLast;
            }
        }

        Become(ShardState.Waiting, null);
    }

    private void Become(ShardState state, string? error)
    {
        State = state;
        progress.Became(Name, state, error);
    }

    private async Task Load(CancellationToken ct)
    {
        _committed = _passed = await Checkpoint.Load(dataSource, projection, ct);
        progress.Loaded(Name, _passed);
    }

    private async Task Follow(CancellationToken stopping, CancellationToken abandon)
    {
        while (!stopping.IsCancellationRequested)
        {
            if (await Next(stopping) is not { } page)
            {
                if (!await Commit([], _passed, abandon)) return;
                continue;
            }

            var stop = page.Unknown.FirstOrDefault(unknown => projection.Wants?.Contains(unknown.Alias) ?? true);
            var wanted = Wanted(page, stop?.Position ?? long.MaxValue);
            if (!await Take(wanted, stop?.Position - 1 ?? page.End, stopping, abandon)) return;
            if (stop is null) continue;
            if (!await Commit([], _passed, abandon)) return;
            throw new UnknownEventTypeException(stop.Position, stop.Alias);
        }

        if (_passed > _committed) await Commit([], _passed, abandon);
    }

    // Null when nothing came for a while and the checkpoint is behind.
    private async Task<EventPage?> Next(CancellationToken stopping)
    {
        var next = feed.Next(_passed);
        if (_passed == _committed || next.IsCompleted) return await next.WaitAsync(stopping);
        try
        {
            return await next.WaitAsync(options.IdleCheckpoint, stopping);
        }
        catch (TimeoutException) when (!next.IsFaulted)
        {
            return null;
        }
    }

    private IReadOnlyList<Recorded> Wanted(EventPage page, long before) =>
        projection.Wants is null && before > page.End && page.After >= _passed
            ? page.Events
            : [.. page.Events.Where(e => e.Position > _passed && e.Position < before && projection.Wants?.Contains(e.Type.Alias) != false)];

    // Smaller and smaller pages around a poison event; one event alone is the culprit. False when another node has moved the checkpoint.
    private async Task<bool> Take(IReadOnlyList<Recorded> wanted, long end, CancellationToken stopping, CancellationToken abandon)
    {
        for (var done = 0; done < wanted.Count && !stopping.IsCancellationRequested;)
        {
            var count = Math.Min(_take, wanted.Count - done);
            var slice = count == wanted.Count ? wanted : [.. wanted.Skip(done).Take(count)];
            var to = done + count == wanted.Count ? end : slice[^1].Position;
            try
            {
                if (!await Commit(slice, to, abandon)) return false;
            }
            catch (PoisonException e) when (count > 1)
            {
                log.LogDebug("{Shard} narrows down a poison event: {Error}", Name, Failure.Describe(e.InnerException!));
                _take = count / 2;
                continue;
            }
            catch (PoisonException e)
            {
                if (!await Bury(slice[0], to, e.InnerException!, abandon)) return false;
            }

            done += count;
            _take = (int)Math.Min(int.MaxValue, _take * 2L);
        }

        if (stopping.IsCancellationRequested) return true;
        if (wanted.Count == 0) return await Skip(end, abandon);
        return true;
    }

    // Nothing wanted: the checkpoint follows now and then instead of with every page.
    private async Task<bool> Skip(long end, CancellationToken abandon)
    {
        _passed = Math.Max(_passed, end);
        progress.Passed(Name, _passed);
        return Stopwatch.GetElapsedTime(_checkpointed) < options.IdleCheckpoint || await Commit([], _passed, abandon);
    }

    private async Task<bool> Commit(IReadOnlyList<Recorded> page, long to, CancellationToken ct)
    {
        using var activity = page.Count > 0 ? Telemetry.Page(Name, page.Count) : null;
        var started = Stopwatch.GetTimestamp();
        await using var transaction = await PageTransaction.Begin(dataSource, options, Name, _committed, to, ct);
        if (transaction is null) return Fenced();
        if (page.Count > 0) await Project(page, transaction, ct);
        await transaction.Commit(ct);
        Moved(to);
        if (page.Count > 0) Telemetry.Projected(Name, page.Count, Stopwatch.GetElapsedTime(started));
        return true;
    }

    private async Task Project(IReadOnlyList<Recorded> page, PageTransaction transaction, CancellationToken ct)
    {
        await using var session = new PageSession(transaction.Connection, rebuilding: false);
        try
        {
            await projection.Project(page, session, ct);
            await session.Flush(ct);
        }
        catch (Exception e) when (Failure.IsOfTheEvent(e, transaction.Connection))
        {
            throw new PoisonException(e);
        }
    }

    private async Task<bool> Bury(Recorded poison, long to, Exception cause, CancellationToken ct)
    {
        log.LogError("{Shard} leaves event {Position} ({Type}) to the dead letters: {Error}", Name, poison.Position, poison.Type.Alias, Failure.Describe(cause));
        await using var transaction = await PageTransaction.Begin(dataSource, options, Name, _committed, to, ct);
        if (transaction is null) return Fenced();
        await DeadLetters.Add(transaction.Connection, projection, poison.Position, cause, ct);
        await transaction.Commit(ct);
        Telemetry.Buried(Name);
        Moved(to);
        return true;
    }

    private bool Fenced()
    {
        log.LogInformation("{Shard}: the checkpoint is no longer {Position}; reading it again", Name, _committed);
        return false;
    }

    private void Moved(long to)
    {
        (_committed, _passed, _checkpointed) = (to, Math.Max(to, _passed), Stopwatch.GetTimestamp());
        progress.Passed(Name, to);
    }
}

/// <summary>A page failed for what is in it.</summary>
internal sealed class PoisonException(Exception cause) : Exception("An event cannot be projected.", cause);
