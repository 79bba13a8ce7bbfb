using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Members;

public sealed record RegisterUnit(UnitRegistered Fact) : UnitCommand;

public static partial class UnitDecider
{
    /// <summary>The head of the unit above it, or the task force for an agency that has no head here yet.</summary>
    public static Decision<UnitEvent> Decide(UnitFile unit, RegisterUnit command, Envelope envelope)
    {
        var fact = command.Fact;
        return unit switch
        {
            _ when MayNot(fact.Agency, fact.Parent ?? fact.Code, envelope.By) is { } refusal => refusal,
            { Registered: { } same } when !unit.IsClosedAt(envelope.RecordedAt) => IsSame(same, fact) ? Unchanged.Value : MemberRefusals.UnitExists,
            _ when Agencies.Missing(fact.Agency) is { } unknown => unknown,
            _ when Input.Blank(("code", fact.Code), ("name", fact.Name)) is { } blank => blank,
            _ when fact.Place is { } place && Places.Missing(place) is { } nowhere => nowhere,
            _ when fact.Parent is { } parent && Units.Missing(fact.Agency, parent) is { } orphan => orphan,
            _ when Authority.Period(fact.From ?? envelope.RecordedAt, fact.Until) is { } wrong => wrong,
            _ => fact,
        };
    }

    private static Refusal? MayNot(string agency, string unit, Officer by) =>
        Authority.TaskForce(by) is null ? null : Authority.OverUnit(agency, unit, by);

    private static bool IsSame(UnitRegistered one, UnitRegistered other) =>
        one with { Desks = [] } == other with { Desks = [] } && Input.Same(one.Desks, other.Desks);
}
