using Coordination.Domain.Kernel;
using Coordination.EventStore;

namespace Coordination.Host.Commands;

/// <summary>Finds the kind of stream that a fact belongs to, and folds streams of any kind.</summary>
public sealed class Kinds
{
    private readonly Dictionary<Type, StreamKind> _byFact;

    public Kinds(IEnumerable<StreamKind> kinds)
    {
        var all = kinds.ToList();
        _byFact = EventNames.All.ToDictionary(
            name => name.Value,
            name => all.Single(kind => kind.EventFamily.IsAssignableFrom(name.Value)));
    }

    /// <exception cref="KeyNotFoundException">The fact is no event of this product: a bug of the caller.</exception>
    public StreamKind Of(Type fact) => _byFact[fact];

    /// <summary>One step of the fold, with the envelope that the event was written with.</summary>
    /// <exception cref="OtherKindException">The stream is of another kind: an id of a case where one of a handoff was asked for.</exception>
    internal static object Evolve(StreamKind kind, object state, Recorded recorded)
    {
        if (!kind.EventFamily.IsAssignableFrom(recorded.Type.ClrType))
            throw new OtherKindException();
        var stored = EnvelopeHeaders.Read(recorded.Headers.Span, recorded.UserName ?? "", recorded.Timestamp);
        return kind.Evolve(state, recorded.Body, stored.Envelope);
    }
}

/// <summary>There is a stream of this id, but no such thing.</summary>
internal sealed class OtherKindException : Exception;
