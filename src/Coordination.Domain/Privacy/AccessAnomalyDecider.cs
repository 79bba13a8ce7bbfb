using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

/// <summary>A finding about looks.</summary>
public abstract record AccessAnomalyCommand;

public static partial class AccessAnomalyDecider
{
    public static StreamKind<AccessAnomaly, AccessAnomalyEvent, AccessAnomalyCommand> Kind { get; } =
        new("access_anomaly", AccessAnomaly.None, AccessAnomaly.Evolve, Decide, CommandFor);

    public static Decision<AccessAnomalyEvent> Decide(AccessAnomaly anomaly, AccessAnomalyCommand command, Envelope envelope) => command switch
    {
        NoteAccessAnomaly c => Decide(anomaly, c, envelope),
        _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
    };

    public static AccessAnomalyCommand CommandFor(AccessAnomalyEvent fact) => fact switch
    {
        AccessAnomalyDetected e => new NoteAccessAnomaly(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };
}
