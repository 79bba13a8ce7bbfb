using Coordination.Domain.Kernel;

namespace Coordination.Domain.Screening;

public sealed record InspectTraveller(SecondaryInspectionConducted Fact) : DepartureScreeningCommand;

public static partial class DepartureScreeningDecider
{
    public static Decision<DepartureScreeningEvent> Decide(DepartureScreening encounter, InspectTraveller command, Envelope envelope)
    {
        var fact = command.Fact with { Traveller = command.Fact.Traveller ?? encounter.Traveller };
        return encounter switch
        {
            _ when Problem(encounter, fact, envelope.By) is { } problem => problem,
            _ when Input.Blank(("summary", fact.Summary)) is { } blank => blank,
            _ when StatedFacts.Problem(null, fact.Marriage, envelope) is { } impossible => impossible,
            { LastInspection: { } last } when Input.SameBody(last, fact) => Unchanged.Value,
            _ => fact,
        };
    }
}
