using Coordination.Domain.Kernel;

namespace Coordination.Domain.Screening;

public sealed record DeferPassportIssuance(PassportIssuanceDeferred Fact) : PassportApplicationCommand;

public static partial class PassportApplicationDecider
{
    /// <summary>Deferred again for other reasons is news; for the same ones it is the same deferral.</summary>
    public static Decision<PassportApplicationEvent> Decide(
        PassportApplication application, DeferPassportIssuance command, Envelope envelope)
    {
        var fact = command.Fact with { Applicant = command.Fact.Applicant ?? application.Applicant };
        return application.Status switch
        {
            _ when Problem(application, fact, envelope.By) is { } problem => problem,
            _ when Input.Empty("reasons", fact.Reasons) is { } empty => empty,
            PassportApplicationStatus.Refused => PassportApplicationRefusals.Refused,
            PassportApplicationStatus.Issued => PassportApplicationRefusals.Issued,
            PassportApplicationStatus.Deferred when Input.SameBody(application.LastDeferral!, fact) => Unchanged.Value,
            _ when fact.ReviewOn < envelope.Day => PassportApplicationRefusals.ReviewInPast,
            _ => fact,
        };
    }
}
