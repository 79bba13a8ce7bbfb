using Coordination.Domain.Kernel;

namespace Coordination.Domain.Prosecution;

public sealed record NotifyTermination(TerminationNotified Fact) : ProsecutionCommand;

public static partial class ProsecutionDecider
{
    public static Decision<ProsecutionEvent> Decide(Matter matter, NotifyTermination command, Envelope envelope) => matter switch
    {
        { Stage: MatterStage.None } => ProsecutionRefusals.NoReport,
        _ when !IsUnit(matter, envelope.By) => ProsecutionRefusals.OtherUnit,
        { Stage: not MatterStage.Terminated } => CaseFileRefusals.NotTerminated,
        { TerminationNotice: { } number } => number == command.Fact.NoticeNumber ? Unchanged.Value : CaseFileRefusals.AlreadyNoticed,
        _ when Input.Blank(("noticeNumber", command.Fact.NoticeNumber)) is { } blank => blank,
        _ when !command.Fact.Recipients.Contains(NoticeRecipient.Prosecutor) => ProsecutionRefusals.ProsecutorMissing,
        _ => command.Fact,
    };
}
