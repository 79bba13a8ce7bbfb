using System.Globalization;
using Coordination.Domain.Kernel;
using Coordination.Domain.Operations;
using Coordination.Domain.Tips;

namespace Coordination.Domain.Alerts.Rules;

/// <summary>Rules on foreigners who are kept or keep others: R31 and R32.</summary>
internal static class ForeignerRules
{
    private const string Indonesia = "ID";

    /// <summary>R31: one sponsor of many foreign guests.</summary>
    public static IAlertRule Sponsor { get; } = new CountRule(
        "R31", AlertCodes.Cluster, Severity.High, 10, 90, LooksAt.Of(typeof(PersonEncountered)),
        happening => happening.Body is PersonEncountered { Sponsor: { } sponsor, Nationality: not Indonesia } e
            ? [happening.Observed($"sponsor:{sponsor}", "sponsor", e.Person)] : [],
        one => one.Person.ToString())
    {
        Parked = null,
    };

    /// <summary>R31, its second arm: as many guests at one address, whoever sponsors each of them.</summary>
    public static IAlertRule Address { get; } = new CountRule(
        "R31-ADDRESS", AlertCodes.Cluster, Severity.High, 10, 90, LooksAt.Of(typeof(PersonEncountered)),
        happening => happening.Body is PersonEncountered { Sponsor: not null, Lodging: { } house, Nationality: not Indonesia } e
            ? [happening.Observed($"house:{house}", "address", e.Person)] : [],
        one => one.Person.ToString())
    {
        Parked = null,
    };

    /// <summary>R31, its third arm: a sponsor who does not exist (sponsor fiktif). One alert per operation that finds any.</summary>
    public static IAlertRule Fictitious { get; } = new EncounterRule(
        "R31-FICTITIOUS", AlertCodes.Cluster, Severity.High, LooksAt.Of(typeof(PersonEncountered), typeof(LocationInspected)),
        happening => happening.Body switch
        {
            PersonEncountered { Nationality: not Indonesia, Findings: { } found } e when found.Contains(FieldFinding.FictitiousSponsor) => new(e.Person, Found),
            LocationInspected { Findings: { } found } when found.Contains(FieldFinding.FictitiousSponsor) => new(default(PersonRef), Found),
            _ => null,
        },
        (facts, _, _) => EncounterRule.Strike(Severity.High, facts));

    /// <summary>R32: many foreigners of one nationality in one house where night work was told of.</summary>
    public static IAlertRule House { get; } = new HouseRule();

    private static RuleFacts Found => RuleFacts.Of(("found", true));

    private sealed class HouseRule : IAlertRule
    {
        private const string Night = "night";

        public string Id => "R32";

        public int Version => 1;

        public string Code => AlertCodes.Cluster;

        public Severity Severity => Severity.Medium;

        public IReadOnlyList<RuleThreshold> Thresholds { get; } = [RuleThreshold.Count("count", 8), RuleThreshold.Days(30)];

        public IReadOnlySet<Type> LooksAt { get; } = new HashSet<Type> { typeof(PersonEncountered), typeof(TipReceived) };

        public TimeSpan? Window(RuleValues values) => values.Span();

        public IEnumerable<Observation> Observe(Happening happening) => happening.Body switch
        {
            PersonEncountered { Lodging: { } house, Nationality: not Indonesia } e => [happening.Observed($"house:{house}", "guest", e.Person, e.Nationality)],
            TipReceived { Address: { } house, Signs: { } signs } when signs.Contains(TipSign.NightWork) =>
                [happening.Observed($"house:{house}", Night, default(PersonRef))],
            _ => [],
        };

        public IEnumerable<Finding> Judge(IReadOnlyList<Observation> known, Observation latest, IReadOnlySet<Guid> spent, RuleValues values)
        {
            // What was told once of a house is no news within the days.
            if (known.Any(one => spent.Contains(one.Event)))
                yield break;
            var nights = CountRule.Clusters([.. known], latest, Window(values)).Where(near => near.Any(one => one.Kind == Night));
            if (nights.MaxBy(near => Many(Guests(near))) is not { } found || Many(Guests(found)) < values["count"])
                yield break;
            var (told, guests) = (found.First(one => one.Kind == Night), Guests(found));
            yield return new(
                told.Event.ToString(), Severity.Medium, [told, .. guests], guests.Append(told).Writers(),
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["count"] = Many(guests).ToString(CultureInfo.InvariantCulture), ["days"] = values["days"].ToString(CultureInfo.InvariantCulture),
                    ["pattern"] = Id,
                },
                latest.Where);
        }

        // Those of the nation that most of them are of.
        private static List<Observation> Guests(List<Observation> near) =>
            near.Where(one => one.Kind != Night).GroupBy(one => one.Value, StringComparer.Ordinal).MaxBy(Many)?.ToList() ?? [];

        private static int Many(IEnumerable<Observation> guests) => guests.Select(one => one.Person).Distinct().Count();
    }
}
