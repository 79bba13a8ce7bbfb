using Coordination.Domain.Kernel;

namespace Coordination.Domain.Screening;

public sealed record IssuePassport(PassportIssued Fact) : PassportApplicationCommand;

public static partial class PassportApplicationDecider
{
    public static Decision<PassportApplicationEvent> Decide(
        PassportApplication application, IssuePassport command, Envelope envelope) => application.Status switch
    {
        _ when Problem(application, command.Fact, envelope.By) is { } problem => problem,
        PassportApplicationStatus.Issued => Unchanged.Value,
        PassportApplicationStatus.Refused => PassportApplicationRefusals.Refused,
        PassportApplicationStatus.Deferred => PassportApplicationRefusals.Deferred,
        _ => command.Fact with { Applicant = command.Fact.Applicant ?? application.Applicant },
    };
}
