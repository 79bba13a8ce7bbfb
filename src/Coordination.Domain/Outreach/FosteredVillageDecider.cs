using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Outreach;

/// <summary>A wish about a fostered village; carries the fact that it asks to record.</summary>
public abstract record FosteredVillageCommand;

public static partial class FosteredVillageDecider
{
    public static StreamKind<FosteredVillage, FosteredVillageEvent, FosteredVillageCommand> Kind { get; } =
        new("fostered_village", FosteredVillage.None, FosteredVillage.Evolve, Decide, CommandFor);

    public static Decision<FosteredVillageEvent> Decide(FosteredVillage village, FosteredVillageCommand command, Envelope envelope) => command switch
    {
        DesignateVillage c => Decide(village, c, envelope),
        AssignOfficerToVillage c => Decide(village, c, envelope),
        _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
    };

    public static FosteredVillageCommand CommandFor(FosteredVillageEvent fact) => fact switch
    {
        VillageDesignated e => new DesignateVillage(e),
        OfficerAssignedToVillage e => new AssignOfficerToVillage(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };
}
