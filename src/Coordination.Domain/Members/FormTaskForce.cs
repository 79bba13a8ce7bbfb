using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Members;

public sealed record FormTaskForce(TaskForceFormed Fact) : TaskForceCommand;

public static partial class TaskForceDecider
{
    /// <summary>By the task force's secretariat (Perpres 69/2008 jo 49/2023).</summary>
    public static Decision<TaskForceEvent> Decide(TaskForce force, FormTaskForce command, Envelope envelope)
    {
        var fact = command.Fact;
        return force switch
        {
            _ when Authority.TaskForce(envelope.By) is { } refusal => refusal,
            { Formed: { } same } => same.Code == fact.Code && same.Name == fact.Name ? Unchanged.Value : MemberRefusals.ForceExists,
            _ when Input.Blank(("code", fact.Code), ("name", fact.Name)) is { } blank => blank,
            _ when !Audiences.IsTaskForceCode(fact.Code) => MemberRefusals.BadCode,
            _ when Input.Empty("agencies", fact.Agencies) is { } empty => empty,
            _ when fact.Agencies.Select(Agencies.Missing).FirstOrDefault(no => no is not null) is { } unknown => unknown,
            _ when fact.Area is { } area && Places.Missing(area) is { } nowhere => nowhere,
            _ when Authority.Period(fact.From ?? envelope.RecordedAt, fact.Until) is { } wrong => wrong,
            _ => fact,
        };
    }
}
