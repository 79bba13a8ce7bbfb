using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Cases;

public sealed record RemoveCaseMember(CaseMemberRemoved Fact) : CaseCommand;

public static partial class CaseDecider
{
    /// <summary>By the opener or the task force, who stay members themselves: somebody must answer for the case.</summary>
    public static Decision<CaseEvent> Decide(CaseFile file, RemoveCaseMember command, Envelope envelope) => file switch
    {
        _ when NotInCharge(file, envelope.By) is { } refusal => refusal,
        _ when command.Fact.Agency == file.OpenedBy || command.Fact.Agency == Agencies.TaskForce => CaseRefusals.MemberStays,
        _ when !file.Members.Contains(command.Fact.Agency) => Unchanged.Value,
        _ when Input.Blank(("reason", command.Fact.Reason)) is { } blank => blank,
        _ => command.Fact,
    };
}
