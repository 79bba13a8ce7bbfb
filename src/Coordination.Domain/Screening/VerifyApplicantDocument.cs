using Coordination.Domain.Kernel;

namespace Coordination.Domain.Screening;

public sealed record VerifyApplicantDocument(ApplicantDocumentVerified Fact) : PassportApplicationCommand;

public static partial class PassportApplicationDecider
{
    /// <summary>Several answers on one document may differ: each is kept, whatever became of the application.</summary>
    public static Decision<PassportApplicationEvent> Decide(
        PassportApplication application, VerifyApplicantDocument command, Envelope envelope)
    {
        var fact = command.Fact with { Applicant = command.Fact.Applicant ?? application.Applicant };
        return application switch
        {
            _ when Problem(application, fact, envelope.By) is { } problem => problem,
            _ when Input.Blank(("issuer", fact.Issuer)) is { } blank => blank,
            _ when StatedFacts.Problem(envelope, fact.Births, StatedFacts.Percent("nameSimilarity", fact.NameSimilarity)) is { } impossible => impossible,
            _ when application.Verifications.Any(earlier => Input.SameBody(earlier, fact)) => Unchanged.Value,
            _ => fact,
        };
    }
}
