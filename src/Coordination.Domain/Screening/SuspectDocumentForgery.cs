using Coordination.Domain.Kernel;

namespace Coordination.Domain.Screening;

public sealed record SuspectDocumentForgery(DocumentForgerySuspected Fact) : PassportApplicationCommand;

public static partial class PassportApplicationDecider
{
    public static Decision<PassportApplicationEvent> Decide(
        PassportApplication application, SuspectDocumentForgery command, Envelope envelope)
    {
        var fact = command.Fact with { Applicant = command.Fact.Applicant ?? application.Applicant };
        return application switch
        {
            _ when Problem(application, fact, envelope.By) is { } problem => problem,
            _ when Input.Blank(("issuer", fact.Issuer), ("explanation", fact.Explanation)) is { } blank => blank,
            _ when Input.Empty("signs", fact.Signs) is { } empty => empty,
            _ when application.Forgeries.Any(earlier => Input.SameBody(earlier, fact)) => Unchanged.Value,
            _ => fact,
        };
    }
}
