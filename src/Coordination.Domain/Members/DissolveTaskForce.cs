using Coordination.Domain.Kernel;

namespace Coordination.Domain.Members;

public sealed record DissolveTaskForce(TaskForceDissolved Fact) : TaskForceCommand;

public static partial class TaskForceDecider
{
    public static Decision<TaskForceEvent> Decide(TaskForce force, DissolveTaskForce command, Envelope envelope) => force switch
    {
        { Formed: null } => MemberRefusals.ForceUnknown,
        _ when Authority.TaskForce(envelope.By) is { } refusal => refusal,
        _ when force.IsDissolvedAt(command.Fact.From ?? envelope.RecordedAt) => Unchanged.Value,
        _ when Input.Blank(("reason", command.Fact.Reason)) is { } blank => blank,
        _ => command.Fact,
    };
}
