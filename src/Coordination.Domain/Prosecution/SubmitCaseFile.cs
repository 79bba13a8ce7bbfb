using Coordination.Domain.Kernel;

namespace Coordination.Domain.Prosecution;

public sealed record SubmitCaseFile(CaseFileSubmitted Fact) : ProsecutionCommand;

public static partial class ProsecutionDecider
{
    public static Decision<ProsecutionEvent> Decide(Matter matter, SubmitCaseFile command, Envelope envelope) => matter switch
    {
        _ when CannotInvestigate(matter, envelope.By) is { } refusal => refusal,
        { Stage: MatterStage.Submitted, FileLetter: { } letter } =>
            letter == command.Fact.LetterNumber ? Unchanged.Value : CaseFileRefusals.WithProsecutor,
        { Stage: MatterStage.Returned } => CaseFileRefusals.FileReturned,
        { Stage: > MatterStage.Returned } => CaseFileRefusals.AlreadyComplete,
        { NoticeNumber: null } => CaseFileRefusals.NotNotified,
        _ when Input.Blank(("letterNumber", command.Fact.LetterNumber)) is { } blank => blank,
        _ => command.Fact with { Version = matter.FileVersion + 1 },
    };
}
