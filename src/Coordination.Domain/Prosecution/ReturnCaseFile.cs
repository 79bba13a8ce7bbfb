using Coordination.Domain.Kernel;

namespace Coordination.Domain.Prosecution;

public sealed record ReturnCaseFile(CaseFileReturned Fact) : ProsecutionCommand;

public static partial class ProsecutionDecider
{
    /// <summary>A P-18 says that the file is incomplete; the P-19 with the instructions may follow on the same version.</summary>
    public static Decision<ProsecutionEvent> Decide(Matter matter, ReturnCaseFile command, Envelope envelope)
    {
        var fact = command.Fact;
        return matter switch
        {
            _ when CannotProsecute(matter, envelope.By) is { } refusal => refusal,
            { Stage: MatterStage.Returned } when (matter.FileLetter, matter.LastReturn) == (fact.LetterNumber, fact.Kind) => Unchanged.Value,
            { Stage: MatterStage.Open } => CaseFileRefusals.NotSubmitted,
            { Stage: > MatterStage.Returned } => CaseFileRefusals.AlreadyComplete,
            { Stage: MatterStage.Returned } when (matter.LastReturn, fact.Kind) is not (FileReturn.P18, FileReturn.P19) => CaseFileRefusals.FileReturned,
            _ when Input.Blank(("letterNumber", fact.LetterNumber)) is { } blank => blank,
            _ when fact.Kind == FileReturn.P19 && Input.Empty("instructions", fact.Instructions) is { } empty => empty,
            _ => fact with { Version = matter.FileVersion },
        };
    }
}
