using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

/// <summary>A wish about a breach; carries the fact that it asks to record.</summary>
public abstract record BreachCommand;

public static partial class BreachDecider
{
    public static StreamKind<Breach, BreachEvent, BreachCommand> Kind { get; } =
        new("breach", Breach.None, Breach.Evolve, Decide, CommandFor);

    public static Decision<BreachEvent> Decide(Breach breach, BreachCommand command, Envelope envelope) => command switch
    {
        DeclareBreach c => Decide(breach, c, envelope),
        AssessBreach c => Decide(breach, c, envelope),
        NotifyBreach c => Decide(breach, c, envelope),
        CloseBreach c => Decide(breach, c, envelope),
        _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
    };

    public static BreachCommand CommandFor(BreachEvent fact) => fact switch
    {
        BreachDeclared e => new DeclareBreach(e),
        BreachAssessed e => new AssessBreach(e),
        BreachNotified e => new NotifyBreach(e),
        BreachClosed e => new CloseBreach(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };

    /// <summary>Null when this agency may go on with it.</summary>
    private static Refusal? Unworkable(Breach breach, Envelope envelope) => breach switch
    {
        _ when breach.Declared is null || breach.Agency != envelope.By.Agency => PrivacyRefusals.UnknownBreach,
        { IsClosed: true } => PrivacyRefusals.BreachClosed,
        _ => null,
    };
}
