using Coordination.Domain.Kernel;

namespace Coordination.Domain.Members;

public sealed record CloseUnit(UnitClosed Fact) : UnitCommand;

public static partial class UnitDecider
{
    public static Decision<UnitEvent> Decide(UnitFile unit, CloseUnit command, Envelope envelope) => unit switch
    {
        { Registered: null } => MemberRefusals.Unknown,
        { Registered: { } known } when MayNot(known.Agency, known.Parent ?? known.Code, envelope.By) is { } refusal => refusal,
        _ when unit.IsClosedAt(command.Fact.From ?? envelope.RecordedAt) => Unchanged.Value,
        _ when Input.Blank(("reason", command.Fact.Reason)) is { } blank => blank,
        _ => command.Fact,
    };
}
