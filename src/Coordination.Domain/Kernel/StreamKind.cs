namespace Coordination.Domain.Kernel;

/// <summary>
/// A kind of stream with all that may be done to it, seen without its types: enough for one write path to carry every command
/// (alias and body → <see cref="CommandFor"/> → <see cref="Decide"/>), whoever asks.
/// </summary>
public abstract class StreamKind(string type, bool ownerOnly = false, Level floor = Level.B)
{
    /// <summary>Stored stream type, such as <c>handoff</c>.</summary>
    public string Type { get; } = type;

    /// <summary>
    /// No event of the stream is less secret than this, whatever its sender said or left out: raising is immediate, and who writes it need not be
    /// cleared to read it.
    /// </summary>
    public Level Floor { get; } = floor;

    /// <summary>Base record of the event family.</summary>
    public abstract Type EventFamily { get; }

    /// <summary>Base record of the commands.</summary>
    public abstract Type CommandFamily { get; }

    /// <summary>The state before the first event.</summary>
    public abstract object Initial { get; }

    public abstract object Evolve(object state, object happened, Envelope envelope);

    public abstract Decision<object> Decide(object state, object command, Envelope envelope);

    /// <summary>The command that an agency issues by stating this fact; people issue the same.</summary>
    public abstract object CommandFor(object fact);

    /// <summary>Persons that every event of the stream concerns, whether its body repeats them or not.</summary>
    public abstract IEnumerable<PersonRef> Persons(object state);

    /// <summary>
    /// Reader groups that every event of the stream is for, beside the audience its sender gave: the receiver of a handoff reads what is
    /// handed over.
    /// Asked of the state after the event, and written into the event's marking, so that history shows who could read it when.
    /// </summary>
    public abstract IEnumerable<string> Readers(object state);

    /// <summary>Something in streams of this kind ends by itself.</summary>
    public abstract bool CanLapse { get; }

    /// <summary>What the product has to say of the stream when its time has come and nothing came before.</summary>
    public abstract IEnumerable<Lapse> Lapses(object state);

    /// <summary>The envelope as it is written with an event that led to this state.</summary>
    public Envelope Addressed(Envelope envelope, object state)
    {
        // Whatever its sender says: nobody but the own agency ever reads it.
        if (ownerOnly)
            return envelope with { Marking = envelope.Marking with { Audience = [Audiences.Agency(envelope.By.Agency)] } };
        string[] audience = [.. envelope.Marking.Audience.Union(Readers(state), StringComparer.Ordinal)];
        var level = envelope.Marking.Level > Floor ? envelope.Marking.Level : Floor;
        return envelope with { Marking = envelope.Marking with { Level = level, Audience = audience } };
    }
}

/// <inheritdoc/>
/// <param name="persons">Persons that every event of the stream concerns; null for none.</param>
/// <param name="readers">Reader groups that every event of the stream is for; null for none.</param>
/// <param name="ownerOnly">Only the agency that writes it reads it, whatever audience it is sent with.</param>
/// <param name="lapses">What ends by itself; null for a kind of stream in which nothing does.</param>
/// <param name="floor">The least level that an event of the stream is marked with.</param>
public sealed class StreamKind<TState, TEvent, TCommand>(
    string type,
    TState initial,
    Func<TState, TEvent, Envelope, TState> evolve,
    Func<TState, TCommand, Envelope, Decision<TEvent>> decide,
    Func<TEvent, TCommand> commandFor,
    Func<TState, IEnumerable<PersonRef>>? persons = null,
    Func<TState, IEnumerable<string>>? readers = null,
    bool ownerOnly = false,
    Func<TState, IEnumerable<Lapse>>? lapses = null,
    Level floor = Level.B) : StreamKind(type, ownerOnly, floor)
    where TState : class
    where TEvent : class
    where TCommand : class
{
    public override Type EventFamily => typeof(TEvent);

    public override Type CommandFamily => typeof(TCommand);

    public override TState Initial { get; } = initial;

    public override bool CanLapse => lapses is not null;

    public override object Evolve(object state, object happened, Envelope envelope) => evolve((TState)state, (TEvent)happened, envelope);

    public override Decision<object> Decide(object state, object command, Envelope envelope)
    {
        var decision = decide((TState)state, (TCommand)command, envelope);
        return decision.Refusal is { } refusal ? refusal : decision.Events.ToArray<object>();
    }

    public override TCommand CommandFor(object fact) => commandFor((TEvent)fact);

    public override IEnumerable<PersonRef> Persons(object state) => persons?.Invoke((TState)state) ?? [];

    public override IEnumerable<string> Readers(object state) => readers?.Invoke((TState)state) ?? [];

    public override IEnumerable<Lapse> Lapses(object state) => lapses?.Invoke((TState)state) ?? [];
}
