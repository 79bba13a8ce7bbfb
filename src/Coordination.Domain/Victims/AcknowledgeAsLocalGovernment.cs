using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

public sealed record AcknowledgeAsLocalGovernment(LocalGovernmentAcknowledged Fact) : ProtectionCommand;

public static partial class ProtectionDecider
{
    public static Decision<ProtectionEvent> Decide(Protection protection, AcknowledgeAsLocalGovernment command, Envelope envelope) => protection switch
    {
        { Person: null } => ProtectionRefusals.Unknown,
        { Handover: null } => ProtectionRefusals.NotHanded,
        _ when (envelope.By.Agency, envelope.By.Unit) != (protection.Handover.Agency, protection.Handover.Unit) => ProtectionRefusals.NotAddressee,
        { Handover.IsAcknowledged: true } => Unchanged.Value,
        _ => command.Fact,
    };
}
