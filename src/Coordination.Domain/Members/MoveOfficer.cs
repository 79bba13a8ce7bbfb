using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Members;

public sealed record MoveOfficer(OfficerMoved Fact) : OfficerCommand;

public static partial class OfficerDecider
{
    /// <summary>The mover decides over both units. Role and clearance go along.</summary>
    public static Decision<OfficerEvent> Decide(Member member, MoveOfficer command, Envelope envelope) => member switch
    {
        _ when Authority.Over(member, envelope.By) is { } refusal => refusal,
        _ when Authority.OverUnit(member.Agency, command.Fact.Unit, envelope.By) is { } refusal => refusal,
        _ when Units.Missing(member.Agency, command.Fact.Unit) is { } unknown => unknown,
        _ when member.Periods[^1].Rights.Unit == command.Fact.Unit => Unchanged.Value,
        _ => command.Fact,
    };
}
