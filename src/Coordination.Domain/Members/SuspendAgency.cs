using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Members;

public sealed record SuspendAgency(AgencySuspended Fact) : AgencyCommand;

public static partial class AgencyDecider
{
    public static Decision<AgencyEvent> Decide(Membership membership, SuspendAgency command, Envelope envelope) => membership switch
    {
        _ when Authority.TaskForce(envelope.By) is { } refusal => refusal,
        _ when Agencies.Missing(command.Fact.Agency) is { } unknown => unknown,
        _ when command.Fact is { From: null, Until: null } && membership.IsSuspendedAt(envelope.RecordedAt) => Unchanged.Value,
        _ when membership.Suspensions.EndWith(new(true, command.Fact.From ?? envelope.RecordedAt, command.Fact.Until)) => Unchanged.Value,
        _ when command.Fact.Agency == Agencies.TaskForce => MemberRefusals.OwnRights,
        _ when Input.Blank(("reason", command.Fact.Reason)) is { } blank => blank,
        _ when Authority.Period(command.Fact.From ?? envelope.RecordedAt, command.Fact.Until) is { } wrong => wrong,
        _ => command.Fact,
    };
}
