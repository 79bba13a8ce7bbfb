using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace Coordination.EventStore;

/// <summary>
/// Gathers appends into batches without waiting for more: while a writer commits, the next batch collects, and an append that finds all writers
/// idle leaves at once. Bounded: who does not get a place or an answer in time is told that nothing was written.
/// </summary>
internal sealed class AppendQueue : IAsyncDisposable
{
    // With fewer waiting behind a busy writer, another connection only makes more and smaller commits.
    private const int RequestsForAnotherWriter = 16;
    private const int EventsForAnotherWriter = 200;
    private const int CallersPerShare = 4;
    private static readonly TimeSpan GatherLimit = TimeSpan.FromMilliseconds(1);

    private readonly EventStoreOptions _options;
    private readonly SemaphoreSlim _places;
    private readonly Lock _lock = new();
    private readonly LinkedList<PendingAppend> _waiting = new();
    private readonly Stack<AppendWriter> _idle;
    private readonly AppendWriter[] _writers;
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _waitingEvents;
    private bool _closed;

    public AppendQueue(NpgsqlDataSource dataSource, EventStoreOptions options)
    {
        _options = options;
        _places = new(options.QueueCapacity);
        _writers = [.. Enumerable.Range(0, Math.Clamp(options.Writers, 1, 4)).Select(_ => new AppendWriter(dataSource, options))];
        _idle = new(_writers);
    }

    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    public async Task<AppendResult> Append(PendingAppend request, CancellationToken ct)
    {
        if (!_places.Wait(0, CancellationToken.None) && !await _places.WaitAsync(_options.AppendLimit, ct))
            throw new StoreUnavailableException("Too many appends are waiting; nothing was written.");
        AppendTelemetry.Waiting.Add(1);
        try
        {
            Enqueue(request);
            return await WaitForAnswer(request, ct);
        }
        finally
        {
            AppendTelemetry.Waiting.Add(-1);
            _places.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            _closed = true;
            if (_idle.Count == _writers.Length) _drained.TrySetResult();
        }

        await _drained.Task;
        foreach (var writer in _writers) await writer.DisposeAsync();
        _places.Dispose();
    }

    private void Enqueue(PendingAppend request)
    {
        AppendWriter? writer;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(EventLog));
            _waiting.AddLast(request.Node);
            _waitingEvents += request.EventCount;
            writer = WakeWriter();
        }

        // On the caller's thread up to the first wait for the network: no hop for a lone caller.
        if (writer is not null) _ = Drain(writer);
    }

    private async Task<AppendResult> WaitForAnswer(PendingAppend request, CancellationToken ct)
    {
        try
        {
            return await request.Answer.WaitAsync(_options.AppendLimit, ct);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            // What a writer has in hand is seen to its end, for by now it may be committed.
            request.Leave(e is OperationCanceledException
                ? e
                : new StoreUnavailableException("The event store did not answer in time; nothing was written.", e));
            Forget(request);
            return await request.Answer;
        }
    }

    private void Forget(PendingAppend request)
    {
        lock (_lock)
        {
            if (request.Node.List is null) return;
            _waiting.Remove(request.Node);
            _waitingEvents -= request.EventCount;
        }
    }

    // Under the lock.
    private AppendWriter? WakeWriter()
    {
        if (_waiting.Count == 0 || _idle.Count == 0) return null;
        var allIdle = _idle.Count == _writers.Length;
        return allIdle || _waiting.Count >= RequestsForAnotherWriter || _waitingEvents >= EventsForAnotherWriter ? _idle.Pop() : null;
    }

    [SuppressMessage("Design", "CA1031", Justification = "The last resort: whatever went wrong, the callers of this batch must hear of it.")]
    private async Task Drain(AppendWriter writer)
    {
        for (var batch = Take(writer); batch.Count > 0;)
        {
            try
            {
                await writer.Write(batch);
            }
            catch (Exception e)
            {
                foreach (var request in batch) request.Fail(new AppendInDoubtException("The writer failed; the events may be written or not.", e));
            }

            var written = batch;
            if (written.Count > 1) await PublishAndGather(written);
            batch = Take(writer);
            if (written.Count > 1) continue;
            // With nobody waiting this thread goes on as the caller's.
            if (batch.Count == 0) written[0].Publish();
            else ThreadPool.UnsafeQueueUserWorkItem(static request => request.Publish(), written[0], preferLocal: false);
        }
    }

    // Callers who have their answer often come back at once with the next request. Giving them that moment makes the next batch whole: without
    // it two half batches take turns, at twice the commits. Bounded, because what a caller does next may be long, or may wait for this writer.
    private static async Task PublishAndGather(List<PendingAppend> written)
    {
        var shares = Math.Min(Environment.ProcessorCount, (written.Count + CallersPerShare - 1) / CallersPerShare);
        var publication = new Publication(written, shares);
        for (var share = 0; share < shares; share++) ThreadPool.UnsafeQueueUserWorkItem(publication, preferLocal: share == 0);
        await Task.WhenAny(publication.Done, Task.Delay(GatherLimit));
    }

    // The next batch, or none: then the writer is idle again.
    private List<PendingAppend> Take(AppendWriter writer)
    {
        var batch = new List<PendingAppend>();
        lock (_lock)
        {
            var (events, bytes) = (0, 0);
            var keys = new HashSet<(string, string)>();
            for (var node = _waiting.First; node is not null && HasRoom(batch.Count, events, bytes);)
            {
                var (next, request) = (node.Next, node.Value);
                // The function judges a key against history, not within a batch: a second request under it waits for the next one.
                if (request.Request.Key is not { } key || keys.Add((key.Scope, key.Key)))
                {
                    _waiting.Remove(node);
                    _waitingEvents -= request.EventCount;
                    if (request.TryTake())
                    {
                        batch.Add(request);
                        (events, bytes) = (events + request.EventCount, bytes + request.Size);
                    }
                }

                node = next;
            }

            if (batch.Count == 0)
            {
                _idle.Push(writer);
                if (_closed && _idle.Count == _writers.Length) _drained.TrySetResult();
            }
        }

        return batch;
    }

    private bool HasRoom(int requests, int events, int bytes) =>
        requests < _options.BatchRequests && events < _options.BatchEvents && bytes < _options.BatchBytes;

    /// <summary>The answers of a batch, in shares: on few threads, since waking one for every caller costs more than the insert did.</summary>
    private sealed class Publication(List<PendingAppend> written, int shares) : IThreadPoolWorkItem
    {
        private readonly TaskCompletionSource _done = new();
        private readonly int _shares = shares;
        private int _next = -1;
        private int _left = shares;

        public Task Done => _done.Task;

        public void Execute()
        {
            for (var n = Interlocked.Increment(ref _next); n < written.Count; n += _shares) written[n].Publish();
            if (Interlocked.Decrement(ref _left) == 0) _done.TrySetResult();
        }
    }
}
