using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Outreach;

public sealed record AssignOfficerToVillage(OfficerAssignedToVillage Fact) : FosteredVillageCommand;

public static partial class FosteredVillageDecider
{
    public static Decision<FosteredVillageEvent> Decide(FosteredVillage village, AssignOfficerToVillage command, Envelope envelope) => village switch
    {
        { Designation: null } => OutreachRefusals.NotDesignated,
        _ when !Units.SameOffice(envelope.By.Agency, envelope.By.Unit, village.Unit) => OutreachRefusals.OtherOffice,
        _ when Input.Blank(("officer", command.Fact.Officer), ("decreeNumber", command.Fact.DecreeNumber)) is { } blank => blank,
        _ when village.Officers.Contains(command.Fact) => Unchanged.Value,
        _ when command.Fact.Until < envelope.Day => OutreachRefusals.OutOfRange with { Details = ["until"] },
        _ => command.Fact,
    };
}
