using Coordination.Domain.Kernel;

namespace Coordination.Domain.Alerts.Clocks;

/// <summary>
/// The clocks that run in the streams of one kind: a pure function of the folded state, so an event that stops, pauses or moves a clock simply
/// leads to other deadlines.
/// </summary>
public abstract class StreamClock(StreamKind kind, int version)
{
    public StreamKind Kind { get; } = kind;

    /// <summary>A change of behaviour is a new version, so that an alert can always say what raised it.</summary>
    public int Version { get; } = version;

    /// <summary>Deadlines that are open in this state, past ones included: the alert stands in the log or is due now.</summary>
    public abstract IEnumerable<Deadline> Running(object state);
}

/// <inheritdoc/>
public sealed class StreamClock<TState>(StreamKind kind, int version, Func<TState, IEnumerable<Deadline>> running) : StreamClock(kind, version)
    where TState : class
{
    public override IEnumerable<Deadline> Running(object state) => running((TState)state);
}
