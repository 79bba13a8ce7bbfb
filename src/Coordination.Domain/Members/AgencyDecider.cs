using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Members;

/// <summary>A wish about an agency's taking part; carries the fact that it asks to record.</summary>
public abstract record AgencyCommand;

public static partial class AgencyDecider
{
    public static StreamKind<Membership, AgencyEvent, AgencyCommand> Kind { get; } =
        new("agency", Membership.None, Membership.Evolve, Decide, CommandFor);

    public static Decision<AgencyEvent> Decide(Membership membership, AgencyCommand command, Envelope envelope) => command switch
    {
        SuspendAgency c => Decide(membership, c, envelope),
        ReadmitAgency c => Decide(membership, c, envelope),
        _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
    };

    public static AgencyCommand CommandFor(AgencyEvent fact) => fact switch
    {
        AgencySuspended e => new SuspendAgency(e),
        AgencyReadmitted e => new ReadmitAgency(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };
}
