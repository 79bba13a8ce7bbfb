using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Screening;

public sealed record ReferTraveller(TravellerReferredToSecondary Fact) : DepartureScreeningCommand;

public static partial class DepartureScreeningDecider
{
    public static Decision<DepartureScreeningEvent> Decide(
        DepartureScreening encounter, ReferTraveller command, Envelope envelope) => encounter switch
    {
        _ when Problem(encounter, command.Fact, envelope.By) is { } problem => problem,
        { IsReferred: true } => Unchanged.Value, // one encounter, one referral
        _ when Input.Empty("reasons", command.Fact.Reasons) is { } empty => empty,
        _ when Input.Blank(("destination", command.Fact.Destination)) is { } blank => blank,
        _ when Impossible(command.Fact, envelope) is { } impossible => impossible,
        _ => command.Fact with { Traveller = command.Fact.Traveller ?? encounter.Traveller },
    };

    private static Refusal? Impossible(TravellerReferredToSecondary fact, Envelope envelope) =>
        (fact.Domicile is { } domicile ? Places.Missing(domicile) : null)
        ?? StatedFacts.Problem(fact.Party, fact.Marriage, envelope)
        ?? StatedFacts.Problem(envelope, fact.Births, StatedFacts.Years("age", fact.Age));
}
