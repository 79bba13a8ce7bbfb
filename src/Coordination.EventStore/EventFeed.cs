using Npgsql;

namespace Coordination.EventStore;

/// <summary>
/// The one reader of a node. Shards that stand at the same place share a page and its events, so each is read and deserialised once; nobody
/// polls: a shard at the end of the log waits for a signal.
/// </summary>
internal sealed class EventFeed(EventReader reader, NpgsqlDataSource dataSource, DaemonOptions options) : IDisposable
{
    private const int KeptPages = 16;
    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LastLook = TimeSpan.FromMilliseconds(50);

    private readonly Lock _lock = new();
    private readonly Dictionary<long, Task<EventPage>> _reading = [];
    private readonly LinkedList<EventPage> _kept = [];
    private readonly CancellationTokenSource _stopped = new();
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _heard;
    private int _keptBytes;

    /// <summary>Highest position that anybody said was committed.</summary>
    public long Heard => Volatile.Read(ref _heard);

    public void Signal(long position)
    {
        lock (_lock)
        {
            if (position <= _heard) return;
            _heard = position;
            _news.TrySetResult();
            _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>The events after a position: at least one. Waits at the end of the log.</summary>
    public Task<EventPage> Next(long after)
    {
        lock (_lock)
        {
            for (var node = _kept.Last; node is not null; node = node.Previous)
            {
                if (node.Value.After <= after && after < node.Value.End) return Task.FromResult(node.Value.Behind(after));
            }

            if (_reading.TryGetValue(after, out var reading)) return reading;
            var started = Task.Run(() => ReadOne(after));
            _reading.Add(after, started);
            return started;
        }
    }

    /// <summary>Looks for what nobody has signalled: notifications may be lost, and other programs may append.</summary>
    public async Task Look(CancellationToken ct)
    {
        await using var command = dataSource.CreateCommand("select coalesce(max(seq_id), 0) from public.mt_events");
        Signal((long)(await command.ExecuteScalarAsync(ct))!);
    }

    /// <summary>Ends every wait.</summary>
    public void Dispose()
    {
        _stopped.Cancel();
        _stopped.Dispose();
    }

    private async Task<EventPage> ReadOne(long after)
    {
        try
        {
            var page = await Wait(after, _stopped.Token);
            Keep(page);
            return page;
        }
        finally
        {
            lock (_lock) _reading.Remove(after);
        }
    }

    private async Task<EventPage> Wait(long after, CancellationToken ct)
    {
        for (var pause = FirstLook; ;)
        {
            Task news;
            lock (_lock) news = _news.Task;
            if (Heard <= after)
            {
                await news.WaitAsync(ct);
                continue;
            }

            var page = await reader.Read(after, ct);
            if (page.Count > 0) return page;
            if (!page.Blocked)
            {
                Unhear(after);
                continue;
            }

            // A roll-back signals nothing, so a hole must be looked at again; its writer is usually about to commit.
            await Task.Delay(pause, ct);
            pause = pause * 2 < LastLook ? pause * 2 : LastLook;
        }
    }

    // Somebody announced a position that is not there: believe the log.
    private void Unhear(long end)
    {
        lock (_lock)
        {
            if (_heard > end) _heard = end;
        }
    }

    private void Keep(EventPage page)
    {
        lock (_lock)
        {
            _kept.AddLast(page);
            _keptBytes += page.Bytes;
            while (_kept.Count > KeptPages || (_keptBytes > 2 * options.PageBytes && _kept.Count > 1))
            {
                _keptBytes -= _kept.First!.Value.Bytes;
                _kept.RemoveFirst();
            }
        }
    }
}
