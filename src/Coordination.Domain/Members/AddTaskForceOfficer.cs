using Coordination.Domain.Kernel;

namespace Coordination.Domain.Members;

public sealed record AddTaskForceOfficer(TaskForceOfficerAdded Fact) : TaskForceCommand;

public static partial class TaskForceDecider
{
    /// <summary>A head sends officers of the own agency; the secretariat may, too.</summary>
    public static Decision<TaskForceEvent> Decide(TaskForce force, AddTaskForceOfficer command, Envelope envelope) => force switch
    {
        { Formed: null } or { Dissolved: true } => MemberRefusals.ForceUnknown,
        _ when NotSender(command.Fact.Agency, envelope.By) is { } refusal => refusal,
        { Formed: { } formed } when !formed.Agencies.Contains(command.Fact.Agency, StringComparer.Ordinal) => MemberRefusals.NotOfForce,
        _ when force.Officers.ContainsKey(command.Fact.Officer) => Unchanged.Value,
        _ when !Authority.IsName(command.Fact.Officer) => MemberRefusals.BadName,
        _ => command.Fact,
    };

    private static Refusal? NotSender(string agency, Officer by) => by switch
    {
        _ when Authority.TaskForce(by) is null => null,
        _ when by.Agency != agency => MemberRefusals.ForceUnknown,
        _ => by.Role == OfficerRole.UnitHead ? null : MemberRefusals.NotHead,
    };
}
