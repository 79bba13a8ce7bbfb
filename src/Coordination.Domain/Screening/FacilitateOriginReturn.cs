using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Screening;

public sealed record FacilitateOriginReturn(OriginReturnFacilitated Fact) : DepartureScreeningCommand;

public static partial class DepartureScreeningDecider
{
    /// <summary>A way that has to be changed is told anew; the last one counts.</summary>
    public static Decision<DepartureScreeningEvent> Decide(DepartureScreening encounter, FacilitateOriginReturn command, Envelope envelope)
    {
        var fact = command.Fact with { Traveller = command.Fact.Traveller ?? encounter.Traveller };
        return encounter switch
        {
            _ when Problem(encounter, fact, envelope.By) is { } problem => problem,
            _ when Input.Empty("route", fact.Route) is { } empty => empty,
            _ when fact.Route.Select(Places.Missing).FirstOrDefault(no => no is not null) is { } nowhere => nowhere,
            _ when Units.Unreachable(envelope.RecordedAt, fact.ToAgency, fact.ToUnit) is { } unknown => unknown,
            _ when Agencies.Find(fact.ToAgency)!.Kind is not AgencyKind.LocalGovernment => DepartureScreeningRefusals.NotLocalGovernment,
            _ when StatedFacts.Problem(envelope, null, StatedFacts.AtLeast(0, "cost", fact.Cost)) is { } impossible => impossible,
            { OriginReturn: { } planned } when Input.SameBody(planned, fact) => Unchanged.Value,
            _ => fact,
        };
    }
}
