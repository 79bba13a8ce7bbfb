using Coordination.Domain.Kernel;

namespace Coordination.Domain.Screening;

public sealed record ReceivePassportApplication(PassportApplicationReceived Fact) : PassportApplicationCommand;

public static partial class PassportApplicationDecider
{
    public static Decision<PassportApplicationEvent> Decide(
        PassportApplication application, ReceivePassportApplication command, Envelope envelope) => application switch
    {
        _ when Problem(application, command.Fact, envelope.By) is { } problem => problem,
        _ when Impossible(command.Fact, envelope) is { } impossible => impossible,
        { IsReceived: true } => Unchanged.Value, // the same reference imported twice is one application
        _ => command.Fact with { Applicant = command.Fact.Applicant ?? application.Applicant },
    };

    private static Refusal? Impossible(PassportApplicationReceived fact, Envelope envelope) =>
        StatedFacts.Problem(fact.Means, envelope)
        ?? StatedFacts.Problem(
            envelope, fact.Births, StatedFacts.Percent("nameSimilarity", fact.NameSimilarity), StatedFacts.Years("age", fact.Age));
}
