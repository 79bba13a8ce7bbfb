using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Members;

public sealed record StaffDesk(DeskStaffed Fact) : UnitCommand;

public static partial class UnitDecider
{
    public static Decision<UnitEvent> Decide(UnitFile unit, StaffDesk command, Envelope envelope)
    {
        var fact = command.Fact;
        return unit switch
        {
            { Registered: null } => MemberRefusals.Unknown,
            { Registered: { } known } when !IsHeadOf(known, envelope.By)
                && MayNot(known.Agency, known.Parent ?? known.Code, envelope.By) is { } refusal => refusal,
            { Closed: true } => MemberRefusals.UnitClosed,
            { Registered: { } known } when !known.Desks.Contains(fact.Desk, StringComparer.Ordinal) =>
                ReferenceRefusals.UnknownDesk with { Details = ["desk", .. known.Desks] },
            _ when Input.Empty("officers", fact.Officers) is { } empty => empty,
            _ when Authority.Period(fact.From ?? envelope.RecordedAt, fact.Until) is { } wrong => wrong,
            _ when fact is { From: null, Until: null } && unit.StaffAt(fact.Desk, envelope.RecordedAt) is { } now
                && Input.Same(now.Officers, fact.Officers) && Input.Same(now.Deputies, fact.Deputies) => Unchanged.Value,
            _ => fact,
        };
    }

    private static bool IsHeadOf(UnitRegistered unit, Officer by) => by.Role == OfficerRole.UnitHead && by.Agency == unit.Agency && by.Unit == unit.Code;
}
