using Coordination.Domain.Kernel;

namespace Coordination.Domain.Prosecution;

public sealed record NotifyProsecutor(ProsecutorNotified Fact) : ProsecutionCommand;

public static partial class ProsecutionDecider
{
    public static Decision<ProsecutionEvent> Decide(Matter matter, NotifyProsecutor command, Envelope envelope) => matter switch
    {
        { ReportNumber: null, OrderNumber: null } => ProsecutionRefusals.NoReport,
        _ when CannotInvestigate(matter, envelope.By) is { } refusal => refusal,
        { NoticeNumber: { } number } => number == command.Fact.NoticeNumber ? Unchanged.Value : ProsecutionRefusals.AlreadyNotified,
        _ when Input.Blank(("noticeNumber", command.Fact.NoticeNumber), ("prosecutorOffice", command.Fact.ProsecutorOffice)) is { } blank =>
            blank,
        _ when !command.Fact.Recipients.Contains(NoticeRecipient.Prosecutor) => ProsecutionRefusals.ProsecutorMissing,
        _ when command.Fact.InvestigationStartedOn > envelope.Day => ProsecutionRefusals.NoticeBeforeStart,
        _ => command.Fact,
    };
}
