using Coordination.Domain.Kernel;

namespace Coordination.Domain.Members;

public sealed record ProposeRights(RightsProposed Fact) : OfficerCommand;

public static partial class OfficerDecider
{
    /// <summary>The first of two persons. Nothing changes until the second one confirms.</summary>
    public static Decision<OfficerEvent> Decide(Member member, ProposeRights command, Envelope envelope)
    {
        var (fact, by) = (command.Fact, envelope.By);
        return member switch
        {
            _ when Authority.Over(member, by) is { } refusal => refusal,
            _ when member.Proposals.ContainsKey(fact.Grant) => Unchanged.Value,
            _ when Authority.Wrong(member, fact.Role, fact.Clearance, fact.From, fact.Until, by) is { } wrong => wrong,
            _ when Input.Blank(("reason", fact.Reason)) is { } blank => blank,
            _ => fact,
        };
    }
}
