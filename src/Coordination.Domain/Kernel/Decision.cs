namespace Coordination.Domain.Kernel;

/// <summary>The answer of a decider: events to append, nothing to do, or a refusal. Never an exception.</summary>
public sealed class Decision<TEvent>
    where TEvent : class
{
    private Decision(IReadOnlyList<TEvent> events, Refusal? refusal)
    {
        Events = events;
        Refusal = refusal;
    }

    /// <summary>What happened, in order; empty when nothing changes or the answer is no.</summary>
    public IReadOnlyList<TEvent> Events { get; }

    public Refusal? Refusal { get; }

    public bool IsUnchanged => Refusal is null && Events.Count == 0;

    public static implicit operator Decision<TEvent>(TEvent happened) => new([happened], null);

    public static implicit operator Decision<TEvent>(TEvent[] happened) => new(happened, null);

    public static implicit operator Decision<TEvent>(Refusal refusal) => new([], refusal);

    public static implicit operator Decision<TEvent>(Unchanged _) => new([], null);
}

/// <summary>The command asks for what already is so. Asking twice is not an error.</summary>
public sealed record Unchanged
{
    private Unchanged()
    {
    }

    public static Unchanged Value { get; } = new();
}
