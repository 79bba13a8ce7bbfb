using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

/// <summary>A wish about a hold; carries the fact that it asks to record.</summary>
public abstract record LegalHoldCommand;

public static partial class LegalHoldDecider
{
    public static StreamKind<LegalHold, LegalHoldEvent, LegalHoldCommand> Kind { get; } =
        new("legal_hold", LegalHold.None, LegalHold.Evolve, Decide, CommandFor, persons: hold => Persona.Each(hold.Placed?.Person));

    public static Decision<LegalHoldEvent> Decide(LegalHold hold, LegalHoldCommand command, Envelope envelope) => command switch
    {
        PlaceLegalHold c => Decide(hold, c, envelope),
        LiftLegalHold c => Decide(hold, c, envelope),
        _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
    };

    public static LegalHoldCommand CommandFor(LegalHoldEvent fact) => fact switch
    {
        LegalHoldPlaced e => new PlaceLegalHold(e),
        LegalHoldLifted e => new LiftLegalHold(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };
}
