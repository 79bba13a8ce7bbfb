using Coordination.Domain.Kernel;

namespace Coordination.Domain.Prosecution;

public sealed record RegisterPoliceReport(PoliceReportRegistered Fact) : ProsecutionCommand;

public static partial class ProsecutionDecider
{
    /// <summary>A report opens a matter, or takes over one that another agency began and that has become the police's.</summary>
    public static Decision<ProsecutionEvent> Decide(Matter matter, RegisterPoliceReport command, Envelope envelope) => matter switch
    {
        { ReportNumber: not null } when !IsUnit(matter, envelope.By) && !MayTakeOver(matter, envelope.By) => ProsecutionRefusals.OtherUnit,
        { ReportNumber: { } number } when IsUnit(matter, envelope.By) =>
            number == command.Fact.ReportNumber ? Unchanged.Value : ProsecutionRefusals.OtherReport,
        _ when Input.Blank(("reportNumber", command.Fact.ReportNumber)) is { } blank => blank,
        _ when Input.Empty("articles", command.Fact.Articles) is { } empty => empty,
        { Stage: MatterStage.None } => command.Fact,
        { Stage: MatterStage.Terminated } => CaseFileRefusals.Terminated,
        _ when IsUnit(matter, envelope.By) || MayTakeOver(matter, envelope.By) => command.Fact,
        _ => ProsecutionRefusals.NotReleased,
    };
}
