using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Members;

public sealed record AppointOfficer(OfficerAppointed Fact) : OfficerCommand;

public static partial class OfficerDecider
{
    /// <summary>Only into the own unit or one below it. A name is taken once and for ever: it stands in events.</summary>
    public static Decision<OfficerEvent> Decide(Member member, AppointOfficer command, Envelope envelope)
    {
        var fact = command.Fact;
        return member switch
        {
            _ when CannotBegin(fact.Username, fact.Agency, fact.Unit, envelope.By) is { } refusal => refusal,
            { Username: not "" } => IsSame(member, fact.Agency, fact.Unit, system: false) ? Unchanged.Value : MemberRefusals.Exists,
            _ => Authority.Period(fact.From ?? envelope.RecordedAt, fact.Until) is { } wrong ? wrong : fact,
        };
    }

    private static Refusal? CannotBegin(string username, string agency, string unit, Officer by) => username switch
    {
        _ when Units.Missing(agency, unit) is { } unknown => unknown,
        _ when Authority.OverUnit(agency, unit, by) is { } refusal => refusal,
        _ => Authority.IsName(username) ? null : MemberRefusals.BadName,
    };

    private static bool IsSame(Member member, string agency, string unit, bool system) =>
        (member.Agency, member.IsSystem, member.Periods[0].Rights.Unit) == (agency, system, unit);
}
