namespace Coordination.EventStore;

/// <summary>What this node knows of each shard, its own and the others', and who waits for it.</summary>
internal sealed class Progress
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _shards;

    public Progress(IEnumerable<string> shards) => _shards = shards.ToDictionary(shard => shard, _ => new Entry(), StringComparer.Ordinal);

    /// <summary>
    /// A shard, of this node or another, has come further. Told before those who wait for it: what was remembered of its rows must be forgotten
    /// before anybody builds on the new ones.
    /// </summary>
    public Action<string, long>? News { get; set; }

    /// <summary>A shard of this node has committed, or passed events it does not want.</summary>
    public Action<string, long>? Moved { get; set; }

    /// <summary>A shard of this node began, failed or stopped.</summary>
    public Action? Changed { get; set; }

    public bool Knows(string shard) => _shards.ContainsKey(shard);

    /// <summary>Whether anybody waits for something that did not happen yet.</summary>
    public bool Awaited
    {
        get
        {
            lock (_lock) return _shards.Values.Any(entry => entry.Waiters.Count > 0);
        }
    }

    public IReadOnlyList<(string Shard, long Position)> All
    {
        get
        {
            lock (_lock) return [.. _shards.Select(one => (one.Key, one.Value.Position))];
        }
    }

    public (long Position, ShardState State, string? Error) this[string shard]
    {
        get
        {
            lock (_lock) return _shards[shard] is { } entry ? (entry.Position, entry.State, entry.Error) : default;
        }
    }

    public void Passed(string shard, long position)
    {
        if (Learn(shard, position)) Moved?.Invoke(shard, position);
    }

    /// <summary>What the table says when a shard begins: after a crash of the server that may be less than was known.</summary>
    public void Loaded(string shard, long position)
    {
        lock (_lock) _shards[shard].Position = Math.Min(_shards[shard].Position, position);
        Passed(shard, position);
    }

    /// <summary>From another node or from the table. True when it is news.</summary>
    public bool Learn(string shard, long position)
    {
        if (!IsNews(shard, position)) return false;
        News?.Invoke(shard, position);
        lock (_lock)
        {
            if (_shards[shard] is var entry && position <= entry.Position) return false;
            entry.Position = position;
            foreach (var waiter in entry.Waiters)
            {
                if (waiter.Position <= position) waiter.Wake();
            }
        }

        return true;
    }

    public void Became(string shard, ShardState state, string? error)
    {
        lock (_lock)
        {
            var entry = _shards[shard];
            if (entry.State == state && string.Equals(entry.Error, error, StringComparison.Ordinal)) return;
            (entry.State, entry.Error) = (state, error);
            if (state == ShardState.Stopped) entry.Waiters.ForEach(waiter => waiter.Wake());
        }

        Changed?.Invoke();
    }

    /// <summary>Wakes when one of the shards reaches the position or stops; until it is disposed.</summary>
    public Waiter Watch(IReadOnlyList<string> shards, long position)
    {
        var waiter = new Waiter(this, shards, position);
        lock (_lock)
        {
            foreach (var shard in shards) _shards[shard].Waiters.Add(waiter);
        }

        return waiter;
    }

    private bool IsNews(string shard, long position)
    {
        lock (_lock) return _shards.TryGetValue(shard, out var entry) && position > entry.Position;
    }

    internal sealed class Waiter(Progress progress, IReadOnlyList<string> shards, long position) : IDisposable
    {
        private TaskCompletionSource _news = New();

        public long Position => position;

        /// <summary>Ends with the first news from now on; asked before looking, so that none is missed.</summary>
        public Task Next()
        {
            lock (progress._lock)
            {
                if (_news.Task.IsCompleted) _news = New();
                return _news.Task;
            }
        }

        public void Wake() => _news.TrySetResult();

        public void Dispose()
        {
            lock (progress._lock)
            {
                foreach (var shard in shards) progress._shards[shard].Waiters.Remove(this);
            }
        }

        private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Entry
    {
        public long Position { get; set; }

        public ShardState State { get; set; }

        public string? Error { get; set; }

        public List<Waiter> Waiters { get; } = [];
    }
}
