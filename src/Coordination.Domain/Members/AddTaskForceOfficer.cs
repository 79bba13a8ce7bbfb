using Coordination.Domain.Kernel;

namespace Coordination.Domain.Members;

public sealed record AddTaskForceOfficer(TaskForceOfficerAdded Fact) : TaskForceCommand;

public static partial class TaskForceDecider
{
    /// <summary>A head sends officers of the own agency; the secretariat may, too.</summary>
    public static Decision<TaskForceEvent> Decide(TaskForce force, AddTaskForceOfficer command, Envelope envelope) => force switch
    {
        { Formed: null } => MemberRefusals.ForceUnknown,
        _ when force.IsDissolvedAt(command.Fact.From ?? envelope.RecordedAt) => MemberRefusals.ForceUnknown,
        _ when NotSender(command.Fact.Agency, envelope.By) is { } refusal => refusal,
        { Formed: { } formed } when !formed.Agencies.Contains(command.Fact.Agency, StringComparer.Ordinal) => MemberRefusals.NotOfForce,
        _ when command.Fact is { From: null, Until: null } && force.IsSentAt(command.Fact.Officer, envelope.RecordedAt) => Unchanged.Value,
        _ when force.Terms.GetValueOrDefault(command.Fact.Officer, []).EndWith(
            new(true, command.Fact.From ?? envelope.RecordedAt, command.Fact.Until)) => Unchanged.Value,
        _ when !Authority.IsName(command.Fact.Officer) => MemberRefusals.BadName,
        _ when Authority.Period(command.Fact.From ?? envelope.RecordedAt, command.Fact.Until) is { } wrong => wrong,
        _ => command.Fact,
    };

    private static Refusal? NotSender(string agency, Officer by) => by switch
    {
        _ when Authority.TaskForce(by) is null => null,
        _ when by.Agency != agency => MemberRefusals.ForceUnknown,
        _ => by.Role == OfficerRole.UnitHead ? null : MemberRefusals.NotHead,
    };
}
