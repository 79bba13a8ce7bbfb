using Coordination.Domain.Kernel;

namespace Coordination.Domain.Screening;

public sealed record ConductPassportInterview(PassportInterviewConducted Fact) : PassportApplicationCommand;

public static partial class PassportApplicationDecider
{
    public static Decision<PassportApplicationEvent> Decide(
        PassportApplication application, ConductPassportInterview command, Envelope envelope)
    {
        var fact = command.Fact with { Applicant = command.Fact.Applicant ?? application.Applicant };
        return application.Status switch
        {
            _ when Problem(application, fact, envelope.By) is { } problem => problem,
            _ when Input.Blank(("summary", fact.Summary)) is { } blank => blank,
            _ when (StatedFacts.Problem(fact.Means, envelope) ?? StatedFacts.Problem(fact.Party, fact.Marriage, envelope)) is { } impossible =>
                impossible,
            _ when application.LastInterview is { } last && Input.SameBody(last, fact) => Unchanged.Value,
            PassportApplicationStatus.Refused => PassportApplicationRefusals.Refused,
            PassportApplicationStatus.Issued => PassportApplicationRefusals.Issued,
            _ => fact,
        };
    }
}
