using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

public sealed record DischargeFromShelter(ShelterDischarged Fact) : ProtectionCommand;

public static partial class ProtectionDecider
{
    public static Decision<ProtectionEvent> Decide(Protection protection, DischargeFromShelter command) => protection switch
    {
        { Person: null } => ProtectionRefusals.Unknown,
        { Shelter: null, WasSheltered: true } => Unchanged.Value,
        { Shelter: null } => ProtectionRefusals.NotSheltered,
        _ => command.Fact,
    };
}
