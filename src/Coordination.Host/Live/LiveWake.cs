using System.Collections.Concurrent;
using System.Threading.Channels;
using Coordination.EventStore;

namespace Coordination.Host.Live;

/// <summary>Wakes open streams when a view has moved, and counts them: each user and each Host holds a bounded number.</summary>
internal sealed class LiveWake : IDisposable
{
    private const int MaxStreams = 5_000;
    private const int MaxPerUser = 20;

    private readonly ProjectionDaemon _daemon;
    private readonly ConcurrentDictionary<Waiting, byte> _open = [];
    private readonly Dictionary<string, int> _perUser = new(StringComparer.Ordinal);

    public LiveWake(ProjectionDaemon daemon)
    {
        _daemon = daemon;
        daemon.Committed += Wake;
    }

    /// <returns>Null when this user or this Host has too many open already.</returns>
    public Waiting? Open(string user)
    {
        lock (_perUser)
        {
            var own = _perUser.GetValueOrDefault(user);
            if (own >= MaxPerUser || _open.Count >= MaxStreams)
                return null;
            _perUser[user] = own + 1;
        }
        var waiting = new Waiting(this, user);
        _open[waiting] = 0;
        return waiting;
    }

    public void Dispose() => _daemon.Committed -= Wake;

    private void Wake(object? sender, CommittedEventArgs e) => WakeAll();

    /// <summary>Lets every open stream look again: at the views, and whether it may.</summary>
    public void WakeAll()
    {
        foreach (var waiting in _open.Keys)
            waiting.Signal();
    }

    private void Close(Waiting waiting)
    {
        if (!_open.TryRemove(waiting, out _))
            return;
        lock (_perUser)
        {
            if (--_perUser[waiting.User] == 0)
                _perUser.Remove(waiting.User);
        }
    }

    /// <summary>One open stream. However many commits happen while it writes, it looks once more afterwards.</summary>
    internal sealed class Waiting(LiveWake owner, string user) : IDisposable
    {
        private readonly Channel<byte> _signal = Channel.CreateBounded<byte>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

        public string User => user;

        public void Signal() => _signal.Writer.TryWrite(0);

        /// <returns>False when nothing came for that long.</returns>
        public async Task<bool> Next(TimeSpan limit, CancellationToken ct)
        {
            using var limited = CancellationTokenSource.CreateLinkedTokenSource(ct);
            limited.CancelAfter(limit);
            try
            {
                await _signal.Reader.ReadAsync(limited.Token);
                return true;
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                return false;
            }
        }

        public void Dispose() => owner.Close(this);
    }
}
