using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Outreach;

/// <summary>A village under the care of an immigration office, and who of the office looks after it.</summary>
public sealed record FosteredVillage
{
    public static FosteredVillage None { get; } = new();

    public VillageDesignated? Designation { get; private init; }

    public string Unit { get; private init; } = "";

    /// <summary>The last assignment of each officer.</summary>
    public IReadOnlyList<OfficerAssignedToVillage> Officers { get; private init; } = [];

    public static FosteredVillage Evolve(FosteredVillage village, FosteredVillageEvent happened, Envelope envelope) => happened switch
    {
        VillageDesignated e => village with { Designation = e, Unit = envelope.By.Unit },
        OfficerAssignedToVillage e => village with { Officers = [.. village.Officers.Where(one => one.Officer != e.Officer), e] },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of a fostered village."),
    };
}
