using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Operations;

/// <summary>A wish about a surveillance; carries the fact that it asks to record.</summary>
public abstract record SurveillanceCommand;

public static partial class SurveillanceDecider
{
    public static StreamKind<Surveillance, SurveillanceEvent, SurveillanceCommand> Kind { get; } =
        new("surveillance", Surveillance.None, Surveillance.Evolve, Decide, CommandFor, ownerOnly: true);

    public static Decision<SurveillanceEvent> Decide(Surveillance surveillance, SurveillanceCommand command, Envelope envelope) => command switch
    {
        DeclareSurveillance c => Decide(surveillance, c, envelope),
        EndSurveillance c => Decide(surveillance, c, envelope),
        _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
    };

    public static SurveillanceCommand CommandFor(SurveillanceEvent fact) => fact switch
    {
        SurveillanceDeclared e => new DeclareSurveillance(e),
        SurveillanceEnded e => new EndSurveillance(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };
}
