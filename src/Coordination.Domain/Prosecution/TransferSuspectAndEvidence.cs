using Coordination.Domain.Kernel;

namespace Coordination.Domain.Prosecution;

public sealed record TransferSuspectAndEvidence(SuspectAndEvidenceTransferred Fact) : ProsecutionCommand;

public static partial class ProsecutionDecider
{
    public static Decision<ProsecutionEvent> Decide(Matter matter, TransferSuspectAndEvidence command, Envelope envelope)
    {
        var fact = command.Fact;
        string[] left = [.. matter.Evidence.Except(fact.Evidence).Select(item => item.ToString())];
        return matter switch
        {
            _ when CannotInvestigate(matter, envelope.By) is { } refusal => refusal,
            { TransferRecord: { } number } => number == fact.RecordNumber ? Unchanged.Value : CaseFileRefusals.AlreadyTransferred,
            { Stage: not MatterStage.Complete } => CaseFileRefusals.NotComplete,
            _ when Input.Blank(("recordNumber", fact.RecordNumber)) is { } blank => blank,
            _ when Input.Empty("suspects", fact.Suspects) is { } empty => empty,
            _ when left is not [] => CaseFileRefusals.EvidenceLeftBehind with { Details = left },
            _ => fact,
        };
    }
}
