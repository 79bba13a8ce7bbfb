namespace Coordination.Host.Demo;

/// <summary>A clock that can be set forward and then runs on, so that a scenario of weeks plays in a minute and every deadline falls at its time.</summary>
public sealed class DemoClock(TimeProvider real) : TimeProvider
{
    private readonly Lock _gate = new();
    private TimeSpan _offset;
    private bool _wasSet;
    private TaskCompletionSource _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes at the next jump, so that what waits for a deadline can look again.</summary>
    public Task Moved
    {
        get
        {
            lock (_gate)
                return _moved.Task;
        }
    }

    /// <summary>What the time really is.</summary>
    public DateTimeOffset Real => real.GetUtcNow();

    public override TimeZoneInfo LocalTimeZone => real.LocalTimeZone;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return real.GetUtcNow() + _offset;
    }

    public override long GetTimestamp() => real.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        real.CreateTimer(callback, state, dueTime, period);

    /// <summary>The first setting may go anywhere, since nothing has happened yet; later ones only forward.</summary>
    /// <returns>False when the time would run backwards.</returns>
    public bool TrySet(DateTimeOffset now)
    {
        TaskCompletionSource moved;
        lock (_gate)
        {
            if (_wasSet && now < real.GetUtcNow() + _offset)
                return false;
            _offset = now - real.GetUtcNow();
            _wasSet = true;
            moved = _moved;
            _moved = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        moved.SetResult();
        return true;
    }
}
