using Coordination.Domain.Kernel;

namespace Coordination.Domain.Screening;

public sealed record LiftPassportDeferral(PassportDeferralLifted Fact) : PassportApplicationCommand;

public static partial class PassportApplicationDecider
{
    public static Decision<PassportApplicationEvent> Decide(
        PassportApplication application, LiftPassportDeferral command, Envelope envelope) => application.Status switch
    {
        PassportApplicationStatus.None => PassportApplicationRefusals.NotDeferred,
        _ when Problem(application, command.Fact, envelope.By) is { } problem => problem,
        PassportApplicationStatus.DeferralLifted => Unchanged.Value,
        PassportApplicationStatus.Refused => PassportApplicationRefusals.Refused,
        PassportApplicationStatus.Received or PassportApplicationStatus.Issued => PassportApplicationRefusals.NotDeferred,
        _ when Input.Blank(("evidence", command.Fact.Evidence)) is { } blank => blank,
        _ => command.Fact with { Applicant = application.Applicant },
    };
}
