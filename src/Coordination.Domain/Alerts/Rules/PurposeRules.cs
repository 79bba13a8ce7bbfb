using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;
using Coordination.Domain.Screening;

namespace Coordination.Domain.Alerts.Rules;

/// <summary>Rules on what somebody says to travel for: R05, R15, R24 and the wedding of R23. Application and interview are read together.</summary>
internal static class PurposeRules
{
    private static readonly IReadOnlySet<Type> Stated = LooksAt.Of(
        typeof(PassportApplicationReceived), typeof(PassportInterviewConducted), typeof(TravellerReferredToSecondary), typeof(SecondaryInspectionConducted));

    /// <summary>R05: a first passport for a risky country, by somebody who could not pay the journey.</summary>
    public static IAlertRule BeyondMeans { get; } = new EncounterRule(
        "R05", null, Severity.Medium, LooksAt.Of(typeof(PassportApplicationReceived), typeof(PassportInterviewConducted)), OfMeans,
        (facts, _, values) => facts.Is("first") && facts["destination"] is not null && facts.Number("income") is { } income
            && income < facts.Number("wage") && facts.Number("cost") > values["times"] * income
                ? EncounterRule.Strike(Severity.Medium, facts, "destination") : null,
        RuleThreshold.Count("times", 3))
    {
        Remembers = true,
    };

    /// <summary>R15: a family visit to a country of placement, to a host whom nobody can find, without a placement record.</summary>
    public static IAlertRule FamilyVisit { get; } = new EncounterRule(
        "R15", null, Severity.Medium, Stated, OfHost,
        (facts, _, _) => facts["purpose"] == nameof(TravelPurpose.FamilyVisit) && facts.Is("placement") && facts.IsNot("verified") && !facts.Is("record")
            ? EncounterRule.Strike(Severity.Medium, facts, "destination") : null)
    {
        Remembers = true,
    };

    /// <summary>R24: a student or intern whose school or host is not found, or whose course has begun already.</summary>
    public static IAlertRule Student { get; } = new EncounterRule(
        "R24", null, Severity.Medium, Stated, OfHost,
        (facts, latest, _) => facts["purpose"] is nameof(TravelPurpose.Study) or nameof(TravelPurpose.Internship)
            && (facts.IsNot("verified") || facts.Day("starts") < latest.Day)
                ? EncounterRule.Strike(Severity.Medium, facts, "destination", "starts") : null)
    {
        Remembers = true,
    };

    /// <summary>R23, second half: wed just before the journey, and far apart in age.</summary>
    public static IAlertRule Wedding { get; } = new EncounterRule(
        "R23-WED", null, Severity.High, Stated, OfWedding,
        (facts, _, values) => facts.Number("days") is >= 0 and var days && days < values["days"] && facts.Number("gap") > values["years"]
            ? EncounterRule.Strike(Severity.High, facts, "days", "gap") : null,
        RuleThreshold.Days(30), RuleThreshold.Count("years", 15));

    private static Noted? OfMeans(Happening happening)
    {
        var (means, facts, person) = happening.Body switch
        {
            PassportApplicationReceived e => (e.Means, (e.FirstPassport, e.Destination), e.Applicant),
            PassportInterviewConducted e => (e.Means, ((bool?)null, e.Destination), e.Applicant),
            _ => default((TripMeans?, (bool?, string?), PersonRef?)),
        };
        var risky = Destinations.IsHighRisk(facts.Item2, happening.Envelope.Day) ? facts.Item2 : null;
        return means is null && risky is null ? null : new(person, RuleFacts.Of(
            ("first", facts.Item1), ("destination", risky), ("income", means?.MonthlyIncome), ("wage", means?.MinimumWage), ("cost", means?.TripCost)));
    }

    private static Noted? OfHost(Happening happening)
    {
        (TravelPurpose? Purpose, string? Destination, HostAbroad? Host, PersonRef? Person) said = happening.Body switch
        {
            PassportApplicationReceived e => (e.Purpose, e.Destination, null, e.Applicant),
            PassportInterviewConducted e => (null, e.Destination, e.Host, e.Applicant),
            TravellerReferredToSecondary e => (e.Purpose, e.Destination, e.Host, e.Traveller),
            SecondaryInspectionConducted e => (null, null, e.Host, e.Traveller),
            _ => default,
        };
        if (said.Host is null && said.Purpose is not (TravelPurpose.FamilyVisit or TravelPurpose.Study or TravelPurpose.Internship))
            return null;
        var placement = Destinations.Has(said.Destination, DestinationRisks.Placement | DestinationRisks.Moratorium, happening.Envelope.Day);
        return new(said.Person, RuleFacts.Of(
            ("purpose", said.Purpose), ("destination", said.Destination), ("placement", said.Destination is null ? null : placement),
            ("verified", said.Host?.Verified), ("record", said.Host?.InPlacementRecord), ("starts", said.Host?.StartsOn)));
    }

    private static Noted? OfWedding(Happening happening)
    {
        (MarriageTies? Marriage, DateTimeOffset? Departs, PersonRef? Person) said = happening.Body switch
        {
            PassportInterviewConducted e => (e.Marriage, null, e.Applicant),
            TravellerReferredToSecondary e => (e.Marriage, e.Journey?.DepartsAt, e.Traveller),
            SecondaryInspectionConducted e => (e.Marriage, null, e.Traveller),
            _ => default,
        };
        if (said.Marriage is not { WeddingOn: { } wedding, AgeGapYears: { } gap })
            return null;
        var leaves = said.Departs is { } departs ? DateOnly.FromDateTime(departs.ToOffset(TimeSpan.FromHours(7)).DateTime) : happening.Envelope.Day;
        return new(said.Person, RuleFacts.Of(("days", leaves.DayNumber - wedding.DayNumber), ("gap", gap)));
    }
}
