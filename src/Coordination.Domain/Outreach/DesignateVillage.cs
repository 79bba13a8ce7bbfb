using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Outreach;

public sealed record DesignateVillage(VillageDesignated Fact) : FosteredVillageCommand;

public static partial class FosteredVillageDecider
{
    private const int PartsOfAVillage = 4;

    public static Decision<FosteredVillageEvent> Decide(FosteredVillage village, DesignateVillage command, Envelope envelope)
    {
        var fact = command.Fact;
        return village switch
        {
            { Designation: not null } when !Units.SameOffice(envelope.By.Agency, envelope.By.Unit, village.Unit) => OutreachRefusals.OtherOffice,
            { Designation: { } designation } => designation == fact ? Unchanged.Value : OutreachRefusals.VillageExists,
            _ when Places.Missing(fact.Village) is { } unknown => unknown,
            _ when fact.Village.Split('.').Length != PartsOfAVillage => OutreachRefusals.NotAVillage with { Details = ["village"] },
            _ when Input.Blank(("decreeNumber", fact.DecreeNumber)) is { } blank => blank,
            _ => fact,
        };
    }
}
