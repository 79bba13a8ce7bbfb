using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Outreach;

/// <summary>One meeting with the public.</summary>
public sealed record OutreachSession
{
    public static OutreachSession None { get; } = new();

    public OutreachSessionHeld? Held { get; private init; }

    public static OutreachSession Evolve(OutreachSession session, OutreachSessionEvent happened, Envelope envelope) => happened switch
    {
        OutreachSessionHeld e => session with { Held = e },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of an outreach session."),
    };
}
