using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Victims;

public sealed record HandToLocalGovernment(HandedToLocalGovernment Fact) : ProtectionCommand;

public static partial class ProtectionDecider
{
    /// <summary>As long as nobody has taken over, it may go to another one.</summary>
    public static Decision<ProtectionEvent> Decide(Protection protection, HandToLocalGovernment command, Envelope envelope) => protection switch
    {
        _ when Unserved(protection, ServiceKind.Repatriation) is { } refusal => refusal,
        _ when Input.Blank(("recordNumber", command.Fact.RecordNumber)) is { } blank => blank,
        _ when Units.Unreachable(envelope.RecordedAt, command.Fact.Agency, command.Fact.Unit) is { } unknown => unknown,
        _ when Agencies.Find(command.Fact.Agency)!.Kind is not (AgencyKind.LocalGovernment or AgencyKind.Village) => ProtectionRefusals.NotLocalGovernment,
        { Handover: { } handed } when (handed.Agency, handed.Unit) == (command.Fact.Agency, command.Fact.Unit) => Unchanged.Value,
        { Handover.IsAcknowledged: true } => ProtectionRefusals.HandedElsewhere,
        _ => command.Fact,
    };
}
