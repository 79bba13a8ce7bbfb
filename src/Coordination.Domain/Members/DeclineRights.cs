using Coordination.Domain.Kernel;

namespace Coordination.Domain.Members;

public sealed record DeclineRights(RightsDeclined Fact) : OfficerCommand;

public static partial class OfficerDecider
{
    /// <summary>Whoever proposed may take it back, too.</summary>
    public static Decision<OfficerEvent> Decide(Member member, DeclineRights command, Envelope envelope) => member switch
    {
        _ when NotSecondPerson(member, envelope.By) is { } refusal => refusal,
        _ when !member.Proposals.ContainsKey(command.Fact.Grant) => MemberRefusals.NoProposal,
        _ when Input.Blank(("reason", command.Fact.Reason)) is { } blank => blank,
        _ => command.Fact,
    };
}
