using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Outreach;

/// <summary>A wish about an outreach session; carries the fact that it asks to record.</summary>
public abstract record OutreachSessionCommand;

public static partial class OutreachSessionDecider
{
    public static StreamKind<OutreachSession, OutreachSessionEvent, OutreachSessionCommand> Kind { get; } =
        new("outreach_session", OutreachSession.None, OutreachSession.Evolve, Decide, CommandFor);

    public static Decision<OutreachSessionEvent> Decide(OutreachSession session, OutreachSessionCommand command, Envelope envelope) => command switch
    {
        HoldOutreachSession c => Decide(session, c, envelope),
        _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
    };

    public static OutreachSessionCommand CommandFor(OutreachSessionEvent fact) => fact switch
    {
        OutreachSessionHeld e => new HoldOutreachSession(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };
}
