using System.Globalization;
using Coordination.Domain.Kernel;
using Coordination.Domain.Operations;
using Coordination.Domain.Reference;
using Coordination.Domain.Tips;

namespace Coordination.Domain.Alerts.Rules;

/// <summary>
/// R30: strangers lodged in one house near the border. Counted by the largest number told of the house, not by how often it was told, or by the
/// people whom officers met there: whoever is lodged in a house is no resident of it.
/// </summary>
internal sealed class LodgingRule : IAlertRule
{
    private const string Told = "house";
    private const string Met = "guest";

    public string Id => "R30";

    public int Version => 2;

    public string Code => AlertCodes.Broker;

    public Severity Severity => Severity.Medium;

    public IReadOnlyList<RuleThreshold> Thresholds { get; } = [RuleThreshold.Count("count", 5), RuleThreshold.Days(7)];

    public IReadOnlySet<Type> LooksAt { get; } = Rules.LooksAt.Of(typeof(TipReceived), typeof(PersonEncountered));

    public TimeSpan? Window(RuleValues values) => values.Span();

    public IEnumerable<Observation> Observe(Happening happening) => happening.Body switch
    {
        TipReceived { Address: { } house, OutsidersLodged: > 0 and var guests } tip when IsBorder(tip.Village, happening.Envelope) =>
            [happening.Observed(KeyOf(house), Told, null, guests.ToString(CultureInfo.InvariantCulture))],
        PersonEncountered { Lodging: { } house } e when IsBorder(null, happening.Envelope) => [happening.Observed(KeyOf(house), Met, e.Person)],
        _ => [],
    };

    public IEnumerable<Finding> Judge(IReadOnlyList<Observation> known, Observation latest, IReadOnlySet<Guid> spent, RuleValues values)
    {
        // What was told once of a house is no news within the week.
        if (known.Any(one => spent.Contains(one.Event)))
            yield break;
        // Those who were met lie within the week of the first of them, not within a week before and one after the latest record.
        var near = CountRule.Clusters([.. known], latest, Window(values)).MaxBy(Guests) ?? [latest];
        if (Guests(near) is var guests && guests < values["count"])
            yield break;
        yield return new(
            latest.Event.ToString(), Severity.Medium, near, [.. near.Writers(), .. RuleAddressees.ImmigrationAndPolice],
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["count"] = guests.ToString(CultureInfo.InvariantCulture), ["days"] = values["days"].ToString(CultureInfo.InvariantCulture),
                ["contact"] = "house", ["pattern"] = Id,
            },
            latest.Where);
    }

    // The same people may be told of and met: the larger number, not the sum.
    private static int Guests(IReadOnlyList<Observation> near) => Math.Max(
        near.Where(one => one.Kind == Told).Select(one => int.Parse(one.Value!, CultureInfo.InvariantCulture)).DefaultIfEmpty().Max(),
        near.Where(one => one.Kind == Met).Select(one => one.Person).Distinct().Count());

    private static string KeyOf(ContactRef house) => $"house:{house}";

    private static bool IsBorder(string? village, Envelope envelope) => Crossings.IsBorder(village ?? envelope.Place ?? "", envelope.Day);
}
