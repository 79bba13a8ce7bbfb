using Coordination.Domain.Kernel;

namespace Coordination.Domain.Screening;

public static class DepartureScreeningRefusals
{
    public static readonly Refusal TravellerMissing =
        new("departure_screening.traveller_missing", "The first fact of an encounter must name the traveller.", RefusalKind.Invalid);

    public static readonly Refusal OtherTraveller =
        new("departure_screening.other_traveller", "This encounter is with another person; leave the traveller out, or send the ref.", RefusalKind.Invalid);

    public static readonly Refusal OtherOffice =
        new("departure_screening.other_office", "Only the office of the checkpoint may do this.", RefusalKind.Forbidden);

    public static readonly Refusal IndicatorsContradictResult = new(
        "departure_screening.indicators_contradict_result",
        "An indication needs an indicator, and a child with an indicator is never without indication.",
        RefusalKind.Invalid);

    public static readonly Refusal AlreadyDeferred =
        new("departure_screening.already_deferred", "The departure was deferred under another record.");

    public static readonly Refusal Overturned =
        new("departure_screening.overturned", "The deferral was overturned; it needs a new encounter.");

    public static readonly Refusal NotDeferred = new("departure_screening.not_deferred", "There is no deferral.");

    public static readonly Refusal Lapsed = new("departure_screening.lapsed", "The deferral was no longer valid on that day.");

    public static readonly Refusal ValidityInPast =
        new("departure_screening.validity_in_past", "The deferral would end before it began.", RefusalKind.Invalid);

    public static readonly Refusal Unknown = new("departure_screening.unknown", "There is no such encounter.", RefusalKind.NotFound);

    public static readonly Refusal AlreadyDeparted =
        new("departure_screening.already_departed", "A departure was recorded here with other particulars.");

    public static readonly Refusal AlreadyWithdrawn =
        new("departure_screening.already_withdrawn", "The passport was withdrawn under another receipt.");

    public static readonly Refusal NotLocalGovernment =
        new("departure_screening.not_local_government", "A traveller is brought home to a local government.", RefusalKind.Invalid);
}
