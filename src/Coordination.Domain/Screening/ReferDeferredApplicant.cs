using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Screening;

public sealed record ReferDeferredApplicant(DeferredApplicantReferred Fact) : PassportApplicationCommand;

public static partial class PassportApplicationDecider
{
    public static Decision<PassportApplicationEvent> Decide(
        PassportApplication application, ReferDeferredApplicant command, Envelope envelope)
    {
        var fact = command.Fact;
        return application.Status switch
        {
            PassportApplicationStatus.None => PassportApplicationRefusals.NotDeferred,
            _ when Problem(application, fact, envelope.By) is { } problem => problem,
            _ when application.ReferredTo.Contains(Audiences.Unit(fact.ToAgency, fact.ToUnit), StringComparer.Ordinal) => Unchanged.Value,
            PassportApplicationStatus.Received or PassportApplicationStatus.DeferralLifted or PassportApplicationStatus.Issued =>
                PassportApplicationRefusals.NotDeferred,
            _ when Units.Unreachable(envelope.RecordedAt, fact.ToAgency, fact.ToUnit) is { } unknown => unknown,
            _ when fact.ToAgency == envelope.By.Agency => PassportApplicationRefusals.ReferredToOwnOffice,
            _ when Input.Blank(("advice", fact.Advice)) is { } blank => blank,
            _ => fact with { Applicant = application.Applicant },
        };
    }
}
