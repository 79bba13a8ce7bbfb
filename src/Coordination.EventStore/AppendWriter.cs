using System.Data;
using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace Coordination.EventStore;

/// <summary>One writing connection. Writes a batch in one transaction and answers every request of it, or says why not.</summary>
internal sealed class AppendWriter(NpgsqlDataSource dataSource, EventStoreOptions options) : IAsyncDisposable
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);
    private const int MostCollisions = 20;
    private const int MostLooks = 5;

    private NpgsqlConnection? _connection;
    private AppendBatch? _batch;
    private LoneAppend? _lone;
    private StartBatch? _starts;
    private int _session;
    private bool _commitWarned;

    /// <summary>Returns when each request is answered, or abandoned by its caller.</summary>
    public async Task Write(IReadOnlyList<PendingAppend> requests)
    {
        var pause = TimeSpan.Zero;
        for (var collisions = 0; requests.Count > 0; requests = [.. requests.Where(request => request.TryTake())])
        {
            var (failure, error) = await Attempt(requests);
            if (failure is null) return;
            if (failure == AppendFailure.Collided && ++collisions < MostCollisions) continue;
            if (failure != AppendFailure.Away)
            {
                await GiveUp(requests, failure.Value, error!);
                return;
            }

            foreach (var request in requests) request.PutBack(error!);
            // The first time at once: a connection that broke while idle says nothing about PostgreSQL now.
            await Task.Delay(pause);
            pause = pause == TimeSpan.Zero ? ShortestPause : TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, pause.Ticks * 2));
        }
    }

    public async ValueTask DisposeAsync() => await Disconnect();

    // Statement and commit travel together, as one implicit transaction: half the ways to the server, and none of the statements around it.
    // So what fails is told apart by whether the statement was sent, and whether PostgreSQL says that it came to an end.
    [SuppressMessage("Design", "CA1031", Justification = "Every error becomes the answer of the requests; a lost one would leave callers waiting.")]
    private async Task<(AppendFailure? Failure, Exception? Error)> Attempt(IReadOnlyList<PendingAppend> requests)
    {
        var sent = false;
        try
        {
            await Reach(FaultPoints.BeforeAppend);
            await Connect();
            sent = true;
            var results = await _lone!.TryExecute(requests) is { } lone ? [lone]
                : await _starts!.TryExecute(requests) ?? await _batch!.Execute(requests);
            // So PostgreSQL says that somebody cancelled its wait for the replicas: written here, and perhaps nowhere else.
            if (_commitWarned) throw new NpgsqlException("PostgreSQL gave up waiting for the replicas of this commit.");
            await Reach(FaultPoints.AfterCommitBeforeAck);
            for (var n = 0; n < requests.Count; n++) requests[n].Complete(results[n]);
            AppendTelemetry.BatchSize.Record(requests.Count);
            return (null, null);
        }
        catch (Exception e)
        {
            // Npgsql says that PostgreSQL cancelled the append in time by keeping the connection; one that did not answer it has broken.
            var cancelled = e is NpgsqlException { InnerException: TimeoutException } && _connection is { FullState: ConnectionState.Open };
            if (cancelled) return (AppendFailure.Away, e);
            if (e is not PostgresException { InvariantSeverity: "ERROR" }) await Disconnect();
            var failure = AppendFailures.Classify(e, sent);
            return (failure == AppendFailure.InDoubt && await KnownUnwritten(requests) ? AppendFailure.Away : failure, e);
        }
    }

    // The usual doubt is none: the connection had died while idle, or PostgreSQL went down in the middle. Once the session that was to write is
    // gone, the log itself tells. What it does hold stays in doubt, for its verdict was in the lost answer.
    private async Task<bool> KnownUnwritten(IReadOnlyList<PendingAppend> requests)
    {
        try
        {
            var session = _session;
            for (var look = 0; look < MostLooks; look++)
            {
                await Task.Delay(look * ShortestPause);
                if (await AppendQueries.IsUnwritten(await Connect(), session, requests) is { } unwritten) return unwritten;
            }
        }
        catch (Exception e) when (e is NpgsqlException or IOException or TimeoutException or OperationCanceledException)
        {
            await Disconnect();
        }

        return false;
    }

    private ValueTask Reach(string point) => options.Fault is { } fault ? fault(point) : ValueTask.CompletedTask;

    private async Task GiveUp(IReadOnlyList<PendingAppend> requests, AppendFailure failure, Exception error)
    {
        if (failure == AppendFailure.Refused && requests.Count > 1)
        {
            // One of them cannot be stored. Alone, each gets its own answer.
            foreach (var request in requests) request.PutBack(error);
            foreach (var request in requests.Where(request => request.TryTake())) await Write([request]);
            return;
        }

        if (AppendFailures.IsEventIdTaken(error) && await FindFirstWriting(requests[0]) is { } first)
        {
            requests[0].Complete(first);
            return;
        }

        foreach (var request in requests)
        {
            request.Fail(failure switch
            {
                AppendFailure.InDoubt => new AppendInDoubtException("The answer to the commit was lost; the events may be written or not.", error),
                AppendFailure.Refused => new AppendRefusedException("PostgreSQL cannot store an event of this request; nothing was written.", error),
                _ => new StoreUnavailableException("The event store could not write; nothing was written.", error),
            });
        }
    }

    private async Task<AppendResult?> FindFirstWriting(PendingAppend request)
    {
        try
        {
            return await AppendQueries.FindFirstWriting(await Connect(), request.Request);
        }
        catch (NpgsqlException)
        {
            await Disconnect();
            return null;
        }
    }

    private async Task<NpgsqlConnection> Connect()
    {
        _commitWarned = false;
        if (_connection is { FullState: ConnectionState.Open } open) return open;
        await Disconnect();
        // The way to a server that is silent: none of these steps may outlast what a caller was promised.
        using var limit = new CancellationTokenSource(options.StatementLimit);
        _connection = await dataSource.OpenConnectionAsync(limit.Token);
        _connection.Notice += (_, e) => _commitWarned |= GaveUpReplicas(e.Notice);
        await AppendQueries.CheckSequence(_connection, limit.Token);
        _batch = new AppendBatch(_connection, options.StatementLimit);
        await _batch.Prepare(limit.Token);
        _lone = new LoneAppend(_connection, options.StatementLimit);
        await _lone.Prepare(limit.Token);
        _starts = new StartBatch(_connection, options.StatementLimit);
        await _starts.Prepare(limit.Token);
        _session = _connection.ProcessID;
        return _connection;
    }

    // By the place in PostgreSQL, for the cancelled wait has no code of its own (01000) and a text that is translated; the others say it by code.
    private static bool GaveUpReplicas(PostgresNotice notice) =>
        notice.Routine is "SyncRepWaitForLSN" || notice.SqlState is PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.AdminShutdown;

    private async Task Disconnect()
    {
        var (connection, batch, lone, starts) = (_connection, _batch, _lone, _starts);
        (_connection, _batch, _lone, _starts) = (null, null, null, null);
        if (batch is not null) await batch.DisposeAsync();
        if (lone is not null) await lone.DisposeAsync();
        if (starts is not null) await starts.DisposeAsync();
        if (connection is null) return;
        // The others of the pool are as old as this one, and likely as dead.
        NpgsqlConnection.ClearPool(connection);
        await Close(connection);
    }

    [SuppressMessage("Design", "CA1031", Justification = "The connection is given up; how it ends is of no interest.")]
    private static async Task Close(NpgsqlConnection connection)
    {
        try
        {
            await connection.CloseAsync();
        }
        catch (Exception)
        {
            // Given up already.
        }
    }
}
