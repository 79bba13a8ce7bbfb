using Coordination.Domain.Kernel;

namespace Coordination.Domain.Screening;

public sealed record DeferDeparture(DepartureDeferred Fact) : DepartureScreeningCommand;

public static partial class DepartureScreeningDecider
{
    /// <summary>A traveller may be deferred at the counter, without a second line before it.</summary>
    public static Decision<DepartureScreeningEvent> Decide(DepartureScreening encounter, DeferDeparture command, Envelope envelope)
    {
        var fact = command.Fact with { Traveller = command.Fact.Traveller ?? encounter.Traveller };
        return encounter switch
        {
            _ when Problem(encounter, fact, envelope.By) is { } problem => problem,
            _ when Input.Empty("reasons", fact.Reasons) is { } empty => empty,
            _ when Input.Blank(("recordNumber", fact.RecordNumber)) is { } blank => blank,
            { Deferral: { } deferral } when deferral.RecordNumber == fact.RecordNumber => Unchanged.Value,
            { IsOverturned: true } => DepartureScreeningRefusals.Overturned,
            { Deferral: not null } => DepartureScreeningRefusals.AlreadyDeferred,
            _ when fact.ValidUntil < envelope.Day => DepartureScreeningRefusals.ValidityInPast,
            _ => fact,
        };
    }
}
