namespace Coordination.Testing.Faults;

/// <summary>The system's clock with an offset that a test changes, as a wrong time server or a careless hand would.</summary>
public sealed class JumpingClock : TimeProvider
{
    private long _offset;

    public void Jump(TimeSpan by) => Interlocked.Add(ref _offset, by.Ticks);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _offset));
}
