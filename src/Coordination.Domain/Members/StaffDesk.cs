using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Members;

/// <param name="Seat">The unit that the stream is of, by the reference data, where no event has registered it; the Host says so.</param>
public sealed record StaffDesk(DeskStaffed Fact, Unit? Seat = null) : UnitCommand;

public static partial class UnitDecider
{
    public static Decision<UnitEvent> Decide(UnitFile unit, StaffDesk command, Envelope envelope)
    {
        // Whatever a caller says of whose desk it is: a registered unit is named by its registration, another by where it is written.
        var fact = command.Fact with { Agency = null, Unit = null };
        if (unit.Registered is not { } known)
            return command.Seat is { } seat
                ? Staff(unit, seat, seat.Parent, fact with { Agency = seat.Agency, Unit = seat.Code }, envelope)
                : MemberRefusals.Unknown;
        return Staff(unit, new(known.Agency, known.Code, known.Name, known.Place, known.Parent, known.Desks), known.Parent, fact, envelope);
    }

    private static Decision<UnitEvent> Staff(UnitFile unit, Unit seat, string? parent, DeskStaffed fact, Envelope envelope) => unit switch
    {
        _ when !IsHeadOf(seat, envelope.By) && MayNot(seat.Agency, parent ?? seat.Code, envelope.By) is { } refusal => refusal,
        _ when unit.IsClosedAt(fact.From ?? envelope.RecordedAt) => MemberRefusals.UnitClosed,
        _ when !seat.Desks.Contains(fact.Desk, StringComparer.Ordinal) => ReferenceRefusals.UnknownDesk with { Details = ["desk", .. seat.Desks] },
        _ when Input.Empty("officers", fact.Officers) is { } empty => empty,
        _ when Authority.Period(fact.From ?? envelope.RecordedAt, fact.Until) is { } wrong => wrong,
        _ when fact is { From: null, Until: null } && unit.StaffAt(fact.Desk, envelope.RecordedAt) is { } now
            && Input.Same(now.Officers, fact.Officers) && Input.Same(now.Deputies, fact.Deputies) => Unchanged.Value,
        _ => fact,
    };

    private static bool IsHeadOf(Unit unit, Officer by) => by.Role == OfficerRole.UnitHead && by.Agency == unit.Agency && by.Unit == unit.Code;
}
