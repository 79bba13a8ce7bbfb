using Coordination.Domain.Kernel;

namespace Coordination.Domain.Members;

public sealed record EnableOfficer(OfficerEnabled Fact) : OfficerCommand;

public static partial class OfficerDecider
{
    /// <summary>A head only: the operator stops accounts and opens none.</summary>
    public static Decision<OfficerEvent> Decide(Member member, EnableOfficer command, Envelope envelope) => member switch
    {
        _ when Authority.Over(member, envelope.By) is { } refusal => refusal,
        _ when !member.IsDisabledAt(command.Fact.From ?? envelope.RecordedAt) => Unchanged.Value,
        _ when member.Username == envelope.By.Id => MemberRefusals.OwnRights,
        _ when Input.Blank(("reason", command.Fact.Reason)) is { } blank => blank,
        _ => command.Fact,
    };
}
