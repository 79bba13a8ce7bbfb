using Coordination.Domain.Kernel;

namespace Coordination.Domain.Screening;

public sealed record RefusePassportApplication(PassportApplicationRefused Fact) : PassportApplicationCommand;

public static partial class PassportApplicationDecider
{
    public static Decision<PassportApplicationEvent> Decide(
        PassportApplication application, RefusePassportApplication command, Envelope envelope) => application.Status switch
    {
        _ when Problem(application, command.Fact, envelope.By) is { } problem => problem,
        PassportApplicationStatus.Refused => Unchanged.Value,
        PassportApplicationStatus.Issued => PassportApplicationRefusals.Issued,
        _ when Input.Empty("reasons", command.Fact.Reasons) is { } empty => empty,
        _ when Input.Blank(("explanation", command.Fact.Explanation)) is { } blank => blank,
        _ => command.Fact with { Applicant = command.Fact.Applicant ?? application.Applicant },
    };
}
