namespace Coordination.Testing.Faults;

/// <summary>What a <see cref="FaultProxy"/> is to break; each order is carried out once.</summary>
internal sealed class FaultRules
{
    private readonly Lock _lock = new();
    private readonly List<CommitRule> _commits = [];
    private TaskCompletionSource _passing = Open();
    private long _bytesLeft = long.MaxValue;
    private TaskCompletionSource? _bytesCut;

    public Task Arm(CommitCut cut, string statement, Func<Task>? meanwhile)
    {
        var rule = new CommitRule(cut, statement, meanwhile);
        lock (_lock) _commits.Add(rule);
        return rule.Done;
    }

    public Task ArmBytes(long bytes)
    {
        lock (_lock)
        {
            _bytesLeft = bytes;
            return (_bytesCut = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    /// <summary>The order that this step fulfils, taken off the list.</summary>
    public CommitRule? TakeFor(PgStep step)
    {
        if (step.Runs is null && step.Commits is null) return null;
        lock (_lock)
        {
            var rule = _commits.Find(candidate => candidate.Cut == CommitCut.BeforeStatement
                ? step.Runs is not null && candidate.Concerns(step.Runs)
                : step.Commits is not null && step.Commits.Any(candidate.Concerns));
            if (rule is not null) _commits.Remove(rule);
            return rule;
        }
    }

    /// <summary>How many of these bytes may still pass to the client; less than asked means: then cut.</summary>
    public long Allow(long bytes)
    {
        lock (_lock)
        {
            if (_bytesCut is null || bytes <= _bytesLeft)
            {
                _bytesLeft -= _bytesCut is null ? 0 : bytes;
                return bytes;
            }

            var allowed = _bytesLeft;
            _bytesCut.TrySetResult();
            _bytesCut = null;
            return allowed;
        }
    }

    public Task Passing(CancellationToken ct)
    {
        lock (_lock) return _passing.Task.IsCompleted ? Task.CompletedTask : _passing.Task.WaitAsync(ct);
    }

    public void Stall()
    {
        lock (_lock)
        {
            if (_passing.Task.IsCompleted) _passing = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public void Resume()
    {
        lock (_lock) _passing.TrySetResult();
    }

    private static TaskCompletionSource Open()
    {
        var open = new TaskCompletionSource();
        open.SetResult();
        return open;
    }
}

internal sealed class CommitRule(CommitCut cut, string statement, Func<Task>? meanwhile)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public CommitCut Cut { get; } = cut;

    public Task Done => _done.Task;

    public bool CutsRequest => Cut is CommitCut.BeforeStatement or CommitCut.BeforeServer;

    public bool Concerns(string sql) => sql.Contains(statement, StringComparison.OrdinalIgnoreCase);

    public async Task Carry()
    {
        if (meanwhile is not null) await meanwhile();
        _done.TrySetResult();
    }
}
