using Coordination.Domain.Kernel;

namespace Coordination.Domain.Prosecution;

public sealed record DeclareCaseFileComplete(CaseFileDeclaredComplete Fact) : ProsecutionCommand;

public static partial class ProsecutionDecider
{
    public static Decision<ProsecutionEvent> Decide(Matter matter, DeclareCaseFileComplete command, Envelope envelope) => matter switch
    {
        _ when CannotProsecute(matter, envelope.By) is { } refusal => refusal,
        { Stage: MatterStage.Complete, FileLetter: { } letter } when letter == command.Fact.LetterNumber => Unchanged.Value,
        { Stage: MatterStage.Open } => CaseFileRefusals.NotSubmitted,
        { Stage: MatterStage.Returned } => CaseFileRefusals.FileReturned,
        { Stage: not MatterStage.Submitted } => CaseFileRefusals.AlreadyComplete,
        _ when Input.Blank(("letterNumber", command.Fact.LetterNumber)) is { } blank => blank,
        _ => command.Fact with { Version = matter.FileVersion },
    };
}
