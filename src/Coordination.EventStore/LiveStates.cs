namespace Coordination.EventStore;

/// <summary>The most recently used folded streams of this process, up to a number of them. A later version always replaces an earlier one.</summary>
internal sealed class LiveStates(int capacity)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(Guid Stream, string Type, Type State), LinkedListNode<Entry>> _byStream = [];
    private readonly LinkedList<Entry> _byUse = new(); // last used first

    public Live<TState>? Find<TState>(Guid stream, string type)
    {
        lock (_lock)
        {
            if (!_byStream.TryGetValue((stream, type, typeof(TState)), out var node)) return null;
            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return (Live<TState>)node.Value.Live;
        }
    }

    public void Keep<TState>(Guid stream, string type, Live<TState> live)
    {
        var key = (stream, type, typeof(TState));
        lock (_lock)
        {
            if (_byStream.TryGetValue(key, out var node))
            {
                if (node.Value.Version > live.Version) return; // a slower caller brings what was true before
                _byUse.Remove(node);
            }

            _byStream[key] = _byUse.AddFirst(new Entry(key, live, live.Version));
            if (_byStream.Count <= capacity) return;
            _byStream.Remove(_byUse.Last!.Value.Key);
            _byUse.RemoveLast();
        }
    }

    private sealed record Entry((Guid Stream, string Type, Type State) Key, object Live, long Version);
}
