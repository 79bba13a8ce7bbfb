using Coordination.Domain.Kernel;

namespace Coordination.Domain.Prosecution;

public sealed record ResubmitCaseFile(CaseFileResubmitted Fact) : ProsecutionCommand;

public static partial class ProsecutionDecider
{
    public static Decision<ProsecutionEvent> Decide(Matter matter, ResubmitCaseFile command, Envelope envelope) => matter switch
    {
        _ when CannotInvestigate(matter, envelope.By) is { } refusal => refusal,
        { Stage: MatterStage.Submitted, FileLetter: { } letter } when letter == command.Fact.LetterNumber => Unchanged.Value,
        { Stage: MatterStage.Returned } when Input.Blank(("letterNumber", command.Fact.LetterNumber)) is { } blank => blank,
        { Stage: MatterStage.Returned } => command.Fact with { Version = matter.FileVersion + 1 },
        _ => CaseFileRefusals.NotReturned,
    };
}
