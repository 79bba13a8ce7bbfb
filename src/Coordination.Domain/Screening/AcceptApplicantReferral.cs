using Coordination.Domain.Kernel;

namespace Coordination.Domain.Screening;

public sealed record AcceptApplicantReferral(ApplicantReferralAccepted Fact) : PassportApplicationCommand;

public static partial class PassportApplicationDecider
{
    /// <summary>Accepted once; that the applicant has come, or stayed away, may be said later.</summary>
    public static Decision<PassportApplicationEvent> Decide(
        PassportApplication application, AcceptApplicantReferral command, Envelope envelope)
    {
        var fact = command.Fact with { Applicant = command.Fact.Applicant ?? application.Applicant };
        return application.ReferralTo(Audiences.Unit(envelope.By.Agency, envelope.By.Unit)) switch
        {
            _ when application.Status == PassportApplicationStatus.None => PassportApplicationRefusals.Unknown,
            null => PassportApplicationRefusals.NotReferred,
            _ when Problem(application, fact, envelope.By) is { } problem => problem,
            { AcceptedAt: not null } referral when fact.Attended is null || fact.Attended == referral.Attended => Unchanged.Value,
            _ => fact,
        };
    }
}
