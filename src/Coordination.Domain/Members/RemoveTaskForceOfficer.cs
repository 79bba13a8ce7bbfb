using Coordination.Domain.Kernel;

namespace Coordination.Domain.Members;

public sealed record RemoveTaskForceOfficer(TaskForceOfficerRemoved Fact) : TaskForceCommand;

public static partial class TaskForceDecider
{
    public static Decision<TaskForceEvent> Decide(TaskForce force, RemoveTaskForceOfficer command, Envelope envelope) => force switch
    {
        { Formed: null } => MemberRefusals.ForceUnknown,
        _ when !force.IsSentAt(command.Fact.Officer, command.Fact.From ?? envelope.RecordedAt) => Unchanged.Value,
        _ when NotSender(force.Officers[command.Fact.Officer], envelope.By) is { } refusal => refusal,
        _ when Input.Blank(("reason", command.Fact.Reason)) is { } blank => blank,
        _ => command.Fact,
    };
}
