namespace Coordination.Testing.Faults;

/// <summary>A subscriber that notes every position it is given, in order, through all faults; what it has at the end is compared with the log.</summary>
public sealed class Witness
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private readonly List<long> _positions = [];
    private readonly TaskCompletionSource _stop = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Func<long, CancellationToken, Task<IReadOnlyList<long>>> _fetch;
    private readonly Task _watching;

    /// <param name="fetch">Positions after a position, as the store hands them out.</param>
    public Witness(Func<long, CancellationToken, Task<IReadOnlyList<long>>> fetch, CancellationToken ct)
    {
        _fetch = fetch;
        _watching = Watch(ct);
    }

    /// <summary>Faults it met while fetching: those of PostgreSQL, not its own.</summary>
    public int Interruptions { get; private set; }

    /// <summary>Reads what is still there and ends.</summary>
    public async Task<IReadOnlyList<long>> Finish()
    {
        _stop.TrySetResult();
        await _watching;
        return _positions;
    }

    private async Task Watch(CancellationToken ct)
    {
        while (true)
        {
            var last = _stop.Task.IsCompleted;
            var page = await Fetch(ct);
            _positions.AddRange(page ?? []);
            if (page is []) await Task.WhenAny(_stop.Task, Task.Delay(Pause, ct));
            if (last && page is []) return;
        }
    }

    private async Task<IReadOnlyList<long>?> Fetch(CancellationToken ct)
    {
        try
        {
            return await _fetch(_positions.Count == 0 ? 0 : _positions[^1], ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Interruptions++;
            await Task.Delay(Pause, ct);
            return null;
        }
    }
}
