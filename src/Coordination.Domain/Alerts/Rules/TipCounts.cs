using System.Globalization;
using Coordination.Domain.Reference;
using Coordination.Domain.Tips;

namespace Coordination.Domain.Alerts.Rules;

/// <summary>Rules on what several tips have in common: R28 to R30.</summary>
internal static class TipCounts
{
    private static readonly IReadOnlySet<Type> Told = LooksAt.Of(typeof(TipReceived));

    /// <summary>R28: a broker's number in tips from several regencies.</summary>
    public static IAlertRule BrokerPhone { get; } = new CountRule("R28", AlertCodes.Broker, Severity.High, 2, 30, Told, Phones, one => one.Value)
    {
        To = RuleAddressees.ImmigrationAndPolice, Parked = null,
    };

    /// <summary>R29: one boat or vehicle seen more than once where no checkpoint is.</summary>
    public static IAlertRule Vehicle { get; } = new CountRule("R29", AlertCodes.Broker, Severity.Medium, 2, 30, Told, Vehicles, one => one.Stream.ToString())
    {
        To = RuleAddressees.ImmigrationAndPolice, Parked = null,
    };

    /// <summary>R30: strangers lodged in one house near the border. Counted by the largest number told of the house, not by how often it was told.</summary>
    public static IAlertRule Lodging { get; } = new LodgingRule();

    private static IEnumerable<Observation> Phones(Happening happening) =>
        happening.Body is TipReceived { Phones: { } phones } tip && RegencyOf(tip, happening) is { } regency
            ? phones.Distinct().Select(phone => happening.Observed($"brokerPhone:{phone}", "phone", null, regency))
            : [];

    private static IEnumerable<Observation> Vehicles(Happening happening) => happening.Body is TipReceived { Vehicles: { } vehicles } tip && IsInformal(tip, happening)
        ? vehicles.Distinct().Select(vehicle => happening.Observed($"vehicle:{vehicle}", "vehicle", null))
        : [];

    private static bool IsInformal(TipReceived tip, Happening happening) => tip.Signs?.Contains(TipSign.InformalCrossing) == true
        || new[] { tip.Departure?.From, tip.Village, happening.Envelope.Place }.OfType<string>().Any(place => Crossings.IsInformal(place, happening.Envelope.Day));

    private static string? RegencyOf(TipReceived tip, Happening happening) => Places.RegencyOf(tip.Village ?? happening.Envelope.Place ?? "");

    private sealed class LodgingRule : IAlertRule
    {
        public string Id => "R30";

        public int Version => 1;

        public string Code => AlertCodes.Broker;

        public Severity Severity => Severity.Medium;

        public IReadOnlyList<RuleThreshold> Thresholds { get; } = [RuleThreshold.Count("count", 5), RuleThreshold.Days(7)];

        public IReadOnlySet<Type> LooksAt => Told;

        public TimeSpan? Window(RuleValues values) => values.Span();

        public IEnumerable<Observation> Observe(Happening happening) =>
            happening.Body is TipReceived { Address: { } house, OutsidersLodged: > 0 and var guests } tip
            && Crossings.IsBorder(tip.Village ?? happening.Envelope.Place ?? "", happening.Envelope.Day)
                ? [happening.Observed($"house:{house}", "house", null, guests.ToString(CultureInfo.InvariantCulture))]
                : [];

        public IEnumerable<Finding> Judge(IReadOnlyList<Observation> known, Observation latest, IReadOnlySet<Guid> spent, RuleValues values)
        {
            var guests = known.Max(one => int.Parse(one.Value!, CultureInfo.InvariantCulture));
            // What was told once of a house is no news within the week.
            return guests < values["count"] || known.Any(one => spent.Contains(one.Event)) ? [] :
            [
                new(
                    latest.Event.ToString(), Severity.Medium, known, [.. known.Writers(), .. RuleAddressees.ImmigrationAndPolice],
                    new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["count"] = guests.ToString(CultureInfo.InvariantCulture), ["days"] = values["days"].ToString(CultureInfo.InvariantCulture),
                        ["contact"] = "house", ["pattern"] = Id,
                    },
                    latest.Where),
            ];
        }
    }
}
