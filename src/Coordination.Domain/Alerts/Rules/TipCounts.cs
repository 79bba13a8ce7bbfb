using Coordination.Domain.Reference;
using Coordination.Domain.Tips;

namespace Coordination.Domain.Alerts.Rules;

/// <summary>Rules on what several tips have in common: R28 and R29.</summary>
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
}
