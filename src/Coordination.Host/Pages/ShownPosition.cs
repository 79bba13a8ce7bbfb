using Coordination.EventStore;

namespace Coordination.Host.Pages;

/// <summary>The highest log position that a view of this node shows: two officers on the telephone can tell whether they look at the same state.</summary>
public sealed class ShownPosition
{
    private long _value;

    public ShownPosition(ProjectionDaemon projections) => projections.Committed += (_, committed) => Raise(committed.Position);

    public long Value => Interlocked.Read(ref _value);

    private void Raise(long position)
    {
        long seen;
        do
            seen = Interlocked.Read(ref _value);
        while (position > seen && Interlocked.CompareExchange(ref _value, position, seen) != seen);
    }
}
