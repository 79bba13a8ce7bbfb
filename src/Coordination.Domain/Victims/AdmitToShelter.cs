using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

public sealed record AdmitToShelter(ShelterAdmitted Fact) : ProtectionCommand;

public static partial class ProtectionDecider
{
    public static Decision<ProtectionEvent> Decide(Protection protection, AdmitToShelter command, Envelope envelope) => protection switch
    {
        _ when protection.Person is { } person && person != command.Fact.Person => ProtectionRefusals.OtherPerson,
        _ when protection.Shelter == command.Fact.Shelter => Unchanged.Value,
        { Shelter: not null } => ProtectionRefusals.AlreadySheltered,
        _ when Input.Blank(("shelter", command.Fact.Shelter)) is { } blank => blank,
        _ when !command.Fact.ConsentGiven && !command.Fact.IsChild && !protection.Agrees(ServiceKind.Shelter) => ProtectionRefusals.ConsentMissing,
        _ => command.Fact,
    };
}
