using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Victims;

public sealed record AssignEscort(EscortAssigned Fact) : ProtectionCommand;

public static partial class ProtectionDecider
{
    public static Decision<ProtectionEvent> Decide(Protection protection, AssignEscort command, Envelope envelope) => protection switch
    {
        _ when Unserved(protection, ServiceKind.Repatriation) is { } refusal => refusal,
        { Return: null } => ProtectionRefusals.NotPlanned,
        _ when Units.Unreachable(envelope.RecordedAt, command.Fact.Agency, command.Fact.Unit) is { } unknown => unknown,
        _ when IsToldAgain(protection, command.Fact, envelope) => Unchanged.Value,
        _ => command.Fact,
    };
}
