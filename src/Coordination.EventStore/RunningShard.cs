namespace Coordination.EventStore;

/// <summary>A shard and the task that runs it on this node.</summary>
internal sealed class RunningShard : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _abandon = new();
    private readonly Task _work;

    public RunningShard(Shard shard) => _work = Task.Run(() => shard.Run(_stop.Token, _abandon.Token));

    /// <summary>It has stopped by itself: there is something it cannot do.</summary>
    public bool Ended => _work.IsCompleted;

    /// <summary>Lets the page under way end, but not for longer than this.</summary>
    public async Task Stop(TimeSpan limit)
    {
        await _stop.CancelAsync();
        if (await Task.WhenAny(_work, Task.Delay(limit)) != _work) await _abandon.CancelAsync();
        await _work.ContinueWith(static _ => { }, TaskScheduler.Default);
    }

    public Task Abandon() => Stop(TimeSpan.Zero);

    public void Dispose()
    {
        _stop.Dispose();
        _abandon.Dispose();
    }
}
