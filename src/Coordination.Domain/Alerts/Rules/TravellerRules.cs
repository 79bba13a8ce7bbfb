using Coordination.Domain.Reference;
using Coordination.Domain.Screening;

namespace Coordination.Domain.Alerts.Rules;

/// <summary>Rules on one traveller at a checkpoint: R07, R09, R10 and R16.</summary>
internal static class TravellerRules
{
    private static readonly IReadOnlySet<Type> Referred = LooksAt.Of(typeof(TravellerReferredToSecondary));

    /// <summary>
    /// R07: one way, or a return bought just before, to where people are harmed. Recruiters do supply return tickets, so the ticket alone says little.
    /// </summary>
    public static IAlertRule Ticket { get; } = new EncounterRule(
        "R07", null, Severity.Medium, Referred, OfTicket,
        (facts, _, values) => facts.Is("oneWay") || facts.Number("boughtHours") is { } hours && hours < values["hours"]
            ? EncounterRule.Strike(Severity.Medium, facts, "destination", "oneWay", "boughtHours") : null,
        RuleThreshold.Count("hours", 48));

    /// <summary>R09: a passport from another province than home, only days old.</summary>
    public static IAlertRule FreshPassport { get; } = new EncounterRule(
        "R09", null, Severity.High, Referred, OfPassport,
        (facts, _, values) => facts.Number("days") switch
        {
            { } days when days < values["highDays"] => EncounterRule.Strike(Severity.High, facts, "days", "unit"),
            { } days when days < values["days"] => EncounterRule.Strike(Severity.Medium, facts, "days", "unit"),
            _ => null,
        },
        RuleThreshold.Days(30), RuleThreshold.Days(7, "highDays"));

    /// <summary>R10: a first trip, from a checkpoint far from home.</summary>
    public static IAlertRule FarFromHome { get; } = new EncounterRule(
        "R10", null, Severity.Low, Referred,
        happening => happening.Body is TravellerReferredToSecondary { FirstTrip: true, Domicile: { } domicile } e
            ? new(e.Traveller, RuleFacts.Of(("home", Places.ProvinceOf(domicile)), ("here", Places.ProvinceOf(happening.Envelope.Checkpoint()))))
            : null,
        (facts, _, _) => facts["home"] is { } home && facts["here"] is { } here && home != here
            ? EncounterRule.Strike(Severity.Low, facts, "home", "here") : null);

    /// <summary>R16: through a hub toward a region of scam compounds, young and without an itinerary.</summary>
    public static IAlertRule Hub { get; } = new EncounterRule(
        "R16", null, Severity.Medium, Referred, OfHub,
        (facts, _, values) => facts.Number("age") is { } age && age >= values["leastAge"] && age <= values["mostAge"]
            ? EncounterRule.Strike(Severity.Medium, facts, "destination", "age") : null,
        RuleThreshold.Count("leastAge", 18), RuleThreshold.Count("mostAge", 35));

    private static Noted? OfTicket(Happening happening)
    {
        if (happening.Body is not TravellerReferredToSecondary e || !Destinations.IsHighRisk(e.Destination, happening.Envelope.Day))
            return null;
        var before = (e.Journey?.DepartsAt ?? happening.Envelope.OccurredAt) - e.Journey?.TicketBoughtAt;
        return e.Ticket == TicketType.OneWay || before is not null
            ? new(e.Traveller, RuleFacts.Of(
                ("destination", e.Destination), ("oneWay", e.Ticket == TicketType.OneWay), ("boughtHours", before is { } time ? (long)time.TotalHours : null)))
            : null;
    }

    private static Noted? OfPassport(Happening happening)
    {
        if (happening.Body is not TravellerReferredToSecondary { PassportIssuedOn: { } issued, PassportIssuedBy: { } office, Domicile: { } home } e
            || Units.Find("IMIGRASI", office)?.Place is not { } seat || Places.ProvinceOf(seat) == Places.ProvinceOf(home))
            return null;
        var leaves = e.Journey?.DepartsAt is { } departs ? DateOnly.FromDateTime(departs.ToOffset(TimeSpan.FromHours(7)).DateTime) : happening.Envelope.Day;
        return new(e.Traveller, RuleFacts.Of(("days", leaves.DayNumber - issued.DayNumber), ("unit", office)));
    }

    private static Noted? OfHub(Happening happening)
    {
        if (happening.Body is not TravellerReferredToSecondary { Age: { } age, Journey: { HasItinerary: false } journey } e)
            return null;
        var day = happening.Envelope.Day;
        var hub = Destinations.Has(e.Destination, DestinationRisks.Transit, day) || journey.Via?.Any(via => Destinations.Has(via, DestinationRisks.Transit, day)) == true;
        var scam = Destinations.Has(e.Destination, DestinationRisks.Scam, day) || journey.Via?.Any(via => Destinations.Has(via, DestinationRisks.Scam, day)) == true;
        return hub && scam ? new(e.Traveller, RuleFacts.Of(("destination", e.Destination), ("age", age))) : null;
    }
}
