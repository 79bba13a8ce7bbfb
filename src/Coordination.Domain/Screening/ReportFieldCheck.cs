using Coordination.Domain.Kernel;

namespace Coordination.Domain.Screening;

public sealed record ReportFieldCheck(FieldCheckReported Fact) : PassportApplicationCommand;

public static partial class PassportApplicationDecider
{
    public static Decision<PassportApplicationEvent> Decide(PassportApplication application, ReportFieldCheck command, Envelope envelope)
    {
        var fact = command.Fact with { Applicant = command.Fact.Applicant ?? application.Applicant };
        return application.CheckUnder(fact.OrderNumber) switch
        {
            _ when application.Status == PassportApplicationStatus.None => PassportApplicationRefusals.FieldCheckUnknown,
            _ when Problem(application, fact, envelope.By) is { } problem => problem,
            null => PassportApplicationRefusals.FieldCheckUnknown,
            _ when Input.Blank(("summary", fact.Summary)) is { } blank => blank,
            { Report: { } report } => Input.SameBody(report, fact) ? Unchanged.Value : PassportApplicationRefusals.FieldCheckAnswered,
            _ => fact,
        };
    }
}
