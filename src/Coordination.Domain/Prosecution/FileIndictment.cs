using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Prosecution;

public sealed record FileIndictment(IndictmentFiled Fact) : ProsecutionCommand;

public static partial class ProsecutionDecider
{
    public static Decision<ProsecutionEvent> Decide(Matter matter, FileIndictment command, Envelope envelope) => matter switch
    {
        _ when CannotProsecute(matter, envelope.By) is { } refusal => refusal,
        { IndictmentNumber: { } number } => number == command.Fact.IndictmentNumber ? Unchanged.Value : CaseFileRefusals.AlreadyIndicted,
        { Stage: not MatterStage.Transferred } => CaseFileRefusals.NotTransferred,
        _ when Input.Blank(("indictmentNumber", command.Fact.IndictmentNumber), ("court", command.Fact.Court)) is { } blank => blank,
        _ when Input.Empty("articles", command.Fact.Articles) is { } empty => empty,
        _ => command.Fact with { Articles = [.. command.Fact.Articles.Select(LegalBases.Normal)] },
    };
}
