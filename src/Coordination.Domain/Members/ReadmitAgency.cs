using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Members;

public sealed record ReadmitAgency(AgencyReadmitted Fact) : AgencyCommand;

public static partial class AgencyDecider
{
    public static Decision<AgencyEvent> Decide(Membership membership, ReadmitAgency command, Envelope envelope) => membership switch
    {
        _ when Authority.TaskForce(envelope.By) is { } refusal => refusal,
        _ when Agencies.Missing(command.Fact.Agency) is { } unknown => unknown,
        _ when !membership.IsSuspendedAt(command.Fact.From ?? envelope.RecordedAt) => MemberRefusals.NotSuspended,
        _ when Input.Blank(("reason", command.Fact.Reason)) is { } blank => blank,
        _ => command.Fact,
    };
}
