using Coordination.Domain.Kernel;

namespace Coordination.Domain.Members;

public sealed record IssueClientSecret(ClientSecretIssued Fact) : OfficerCommand;

public static partial class OfficerDecider
{
    /// <summary>The secret before it works on until a given time, so that a system changes over without an outage.</summary>
    public static Decision<OfficerEvent> Decide(Member member, IssueClientSecret command, Envelope envelope) => member switch
    {
        { Username: "" } => MemberRefusals.Unknown,
        _ when Authority.Over(member, envelope.By) is { } refusal => refusal,
        { IsSystem: false } => MemberRefusals.NotSystem,
        { Disabled: true } => MemberRefusals.Unknown,
        _ when member.Secret == command.Fact.Key => Unchanged.Value,
        _ => command.Fact,
    };
}
