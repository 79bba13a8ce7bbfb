using System.Runtime.InteropServices;

namespace Coordination.EventStore;

/// <summary>An event ready to be written: everything that can fail in this process has been done.</summary>
internal readonly record struct PreparedEvent(NewEvent Source, EventType Type, byte[] Data, byte[]? Headers);

/// <summary>A request on its way: waiting, then taken by a writer, then answered.</summary>
internal sealed class PendingAppend
{
    private readonly Lock _lock = new();

    // Continuations run where the answer is published; the queue chooses the place, because a hop per caller costs more than the insert.
    private readonly TaskCompletionSource<AppendResult> _answer = new();
    private bool _taken;
    private Exception? _leaving;
    private Exception? _error;
    private AppendResult? _result;

    /// <exception cref="ArgumentException">The request makes no sense; a bug of the caller.</exception>
    public PendingAppend(AppendRequest request, EventTypes types, EventSerializer serializer)
    {
        Check(request);
        Request = request;
        Events = [.. request.Streams.Select(part => part.Events.Select(e => Prepare(e, types, serializer)).ToArray())];
        EventCount = Events.Sum(events => events.Length);
        Size = Events.Sum(events => events.Sum(e => e.Data.Length + (e.Headers?.Length ?? 0)));
        Node = new(this);
    }

    public AppendRequest Request { get; }

    /// <summary>By stream of the request.</summary>
    public PreparedEvent[][] Events { get; }

    public int EventCount { get; }

    public int Size { get; }

    /// <summary>Its place in the queue.</summary>
    public LinkedListNode<PendingAppend> Node { get; }

    public Task<AppendResult> Answer => _answer.Task;

    /// <summary>From now on only the writer says how it ends. False when the caller has gone.</summary>
    public bool TryTake()
    {
        lock (_lock) return _leaving is null ? _taken = true : _taken;
    }

    /// <summary>The writer has it no more, and nothing was written: a caller who wanted to go meanwhile goes now.</summary>
    public void PutBack(Exception why)
    {
        lock (_lock)
        {
            _taken = false;
            if (_leaving is null) return;
        }

        Fail(_leaving is StoreUnavailableException late ? new StoreUnavailableException(late.Message, why) : _leaving);
        ThreadPool.UnsafeQueueUserWorkItem(static request => request.Publish(), this, preferLocal: false);
    }

    /// <summary>The caller goes with this reason: now, or as soon as no writer has it any more.</summary>
    public void Leave(Exception reason)
    {
        lock (_lock)
        {
            _leaving = reason;
            if (_taken) return;
        }

        _answer.TrySetException(reason);
    }

    public void Complete(AppendResult result) => _result = result;

    public void Fail(Exception error) => _error = error;

    /// <summary>Gives the caller what was settled, and runs what the caller does next.</summary>
    public void Publish()
    {
        if (_error is not null) _answer.TrySetException(_error);
        else if (_result is not null) _answer.TrySetResult(_result);
    }

    private static PreparedEvent Prepare(NewEvent source, EventTypes types, EventSerializer serializer) =>
        new(source, types.Of(source.Body.GetType()), serializer.Serialize(source.Body), Bytes(source.Headers));

    private static byte[]? Bytes(ReadOnlyMemory<byte> headers)
    {
        if (headers.IsEmpty) return null;
        var whole = MemoryMarshal.TryGetArray(headers, out var segment) && segment.Offset == 0 && segment.Count == segment.Array!.Length;
        return whole ? segment.Array : headers.ToArray();
    }

    private static void Check(AppendRequest request)
    {
        if (request.Streams.Count == 0 || request.Streams.Any(part => part.Events.Count == 0))
            throw new ArgumentException("An append needs at least one stream, and each stream at least one event.", nameof(request));
        if (request.Streams.Count > 1 && request.Streams.DistinctBy(part => part.Stream).Count() < request.Streams.Count)
            throw new ArgumentException("A stream stands twice in one request.", nameof(request));
        if (request.Streams.Any(part => part.ExpectedVersion < 0))
            throw new ArgumentException("An expected version is never negative.", nameof(request));
        // A row of the index holds at most a third of a page.
        if (request.Key is { } key && key.Scope.Length + key.Key.Length > 600)
            throw new ArgumentException("Scope and key together may have 600 characters.", nameof(request));
    }
}
