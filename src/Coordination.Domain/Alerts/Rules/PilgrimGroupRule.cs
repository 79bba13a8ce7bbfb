using Coordination.Domain.Screening;

namespace Coordination.Domain.Alerts.Rules;

/// <summary>
/// R13: an umrah group whose organiser is not licensed (PPIU) and that does not come back, or stays too long. A licence that nobody looked up is no
/// missing one: the rule accuses on what was found. One alert per group and journey: an organiser uses the code of a group again for the next one.
/// </summary>
internal sealed class PilgrimGroupRule : IAlertRule
{
    public string Id => "R13";

    public int Version => 2;

    public string Code => AlertCodes.Cluster;

    public Severity Severity => Severity.High;

    /// <summary>Travellers of one code with a gap of more than <c>journeyDays</c> between them are not one journey.</summary>
    public IReadOnlyList<RuleThreshold> Thresholds { get; } =
        [RuleThreshold.Count("count", 5), RuleThreshold.Days(30, "stayDays"), RuleThreshold.Days(7, "journeyDays")];

    public IReadOnlySet<Type> LooksAt { get; } = new HashSet<Type> { typeof(TravellerReferredToSecondary) };

    public TimeSpan? Window(RuleValues values) => null;

    public IEnumerable<Observation> Observe(Happening happening)
    {
        if (happening.Body is not TravellerReferredToSecondary { Purpose: TravelPurpose.Umrah or TravelPurpose.Hajj, Party: { } party } e
            || (e.Journey is null && e.Ticket != TicketType.OneWay))
            yield break;
        var day = happening.Envelope.Day;
        // Who belongs together is told by the code of the group; without one, by the flight.
        var group = party.GroupCode ?? $"{happening.Envelope.Checkpoint()}/{e.Carrier}/{day:yyyy-MM-dd}";
        var facts = RuleFacts.Of(
            ("size", party.Size), ("licensed", party.OrganiserLicensed), ("destination", e.Destination),
            ("stay", e.Journey?.ReturnOn is { } back ? back.DayNumber - day.DayNumber : null));
        yield return happening.Observed($"group:{group.Replace('|', ' ')}", "noted", happening.Subject(e.Traveller), facts.ToString()) with
        {
            Where = happening.Envelope.Checkpoint(),
        };
    }

    public IEnumerable<Finding> Judge(IReadOnlyList<Observation> known, Observation latest, IReadOnlySet<Guid> spent, RuleValues values)
    {
        if (!Strikes(latest, values))
            yield break;
        var facts = RuleFacts.Over([latest]).Named("size", "stay", "destination");
        yield return new(
            JourneyOf(known.Where(one => Strikes(one, values)), latest, values["journeyDays"]), Severity, [latest],
            new[] { latest }.Writers(), new Dictionary<string, string>(facts, StringComparer.Ordinal) { ["pattern"] = Id }, latest.Where);
    }

    private static bool Strikes(Observation observation, RuleValues values)
    {
        var facts = RuleFacts.Over([observation]);
        return facts.Number("size") >= values["count"] && facts.IsNot("licensed")
            && (facts.Number("stay") is not { } stay || stay > values["stayDays"]);
    }

    // The first journey is named by the severity alone, as all of them were once: what was raised for it stands.
    private string JourneyOf(IEnumerable<Observation> group, Observation latest, int apart)
    {
        var (name, last) = (Severity.ToString(), (DateOnly?)null);
        foreach (var day in group.Select(one => one.Day).Where(day => day <= latest.Day).Distinct().Order())
        {
            if (last is { } before && day.DayNumber - before.DayNumber > apart)
                name = $"{Severity}/{day:yyyy-MM-dd}";
            last = day;
        }
        return name;
    }
}
