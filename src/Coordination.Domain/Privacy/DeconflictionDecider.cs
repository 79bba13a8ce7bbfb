using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

/// <summary>A wish about a question; carries the fact that it asks to record.</summary>
public abstract record DeconflictionCommand;

public static partial class DeconflictionDecider
{
    public static StreamKind<DeconflictionQuestion, DeconflictionEvent, DeconflictionCommand> Kind { get; } =
        new("deconfliction", DeconflictionQuestion.None, DeconflictionQuestion.Evolve, Decide, CommandFor);

    public static Decision<DeconflictionEvent> Decide(
        DeconflictionQuestion question, DeconflictionCommand command, Envelope envelope) => command switch
    {
        AskDeconfliction c => Decide(question, c, envelope),
        _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
    };

    public static DeconflictionCommand CommandFor(DeconflictionEvent fact) => fact switch
    {
        DeconflictionAsked e => new AskDeconfliction(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };
}
