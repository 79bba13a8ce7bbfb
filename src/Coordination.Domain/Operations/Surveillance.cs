using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Operations;

/// <summary>What one agency watches, until when.</summary>
public sealed record Surveillance
{
    public static Surveillance None { get; } = new();

    public SurveillanceDeclared? Declared { get; private init; }

    public string Agency { get; private init; } = "";

    public bool IsEnded { get; private init; }

    public static Surveillance Evolve(Surveillance surveillance, SurveillanceEvent happened, Envelope envelope) => happened switch
    {
        SurveillanceDeclared e => surveillance with { Declared = e, Agency = envelope.By.Agency },
        SurveillanceEnded => surveillance with { IsEnded = true },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of a surveillance."),
    };
}
