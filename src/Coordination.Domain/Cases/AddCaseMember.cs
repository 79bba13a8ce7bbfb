using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Cases;

public sealed record AddCaseMember(CaseMemberAdded Fact) : CaseCommand;

public static partial class CaseDecider
{
    public static Decision<CaseEvent> Decide(CaseFile file, AddCaseMember command, Envelope envelope) => file switch
    {
        _ when NotAtWork(file, envelope.By) is { } refusal => refusal,
        _ when file.Members.Contains(command.Fact.Agency) => Unchanged.Value,
        _ when Agencies.Missing(command.Fact.Agency) is { } unknown => unknown,
        _ when Input.Blank(("reason", command.Fact.Reason)) is { } blank => blank,
        _ => command.Fact,
    };
}
