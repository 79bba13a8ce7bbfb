using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Screening;

public sealed record RecordDeparture(DepartureRecorded Fact) : DepartureScreeningCommand;

public static partial class DepartureScreeningDecider
{
    /// <summary>Whether the traveller was allowed to leave changes nothing about having left.</summary>
    public static Decision<DepartureScreeningEvent> Decide(DepartureScreening encounter, RecordDeparture command, Envelope envelope)
    {
        var fact = command.Fact with { Traveller = command.Fact.Traveller ?? encounter.Traveller };
        return encounter switch
        {
            _ when Problem(encounter, fact, envelope.By) is { } problem => problem,
            _ when Input.Blank(("destination", fact.Destination)) is { } blank => blank,
            _ when Checkpoints.Find(fact.Checkpoint) is null => ReferenceRefusals.UnknownPlace with { Details = ["checkpoint"] },
            { Departure: { } departure } => Input.SameBody(departure, fact) ? Unchanged.Value : DepartureScreeningRefusals.AlreadyDeparted,
            _ => fact,
        };
    }
}
