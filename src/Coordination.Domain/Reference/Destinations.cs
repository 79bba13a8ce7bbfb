using System.Collections.Frozen;

namespace Coordination.Domain.Reference;

/// <summary>Why a country is looked at. It may be several things at once, and it says nothing of the one who travels there.</summary>
[Flags]
public enum DestinationRisks
{
    None = 0,

    /// <summary>Indonesians are placed there by law; who goes there to work needs the papers for it.</summary>
    Placement = 1,

    /// <summary>Placement with private households is closed (Kepmenaker 260/2015).</summary>
    Moratorium = 2,

    /// <summary>Online scam compounds.</summary>
    Scam = 4,

    /// <summary>Arranged marriages.</summary>
    Marriage = 8,

    /// <summary>Work dressed up as an internship.</summary>
    Internship = 16,

    /// <summary>Flags of ships that take crews unseen.</summary>
    SeaCrew = 32,

    /// <summary>Hubs where itineraries break off.</summary>
    Transit = 64,
}

/// <summary>A country's risks from a day on. A change is a new row with a day, not an edit.</summary>
/// <param name="Country">ISO 3166 alpha-2 code.</param>
public sealed record DestinationRow(string Country, DestinationRisks Risks, DateOnly From, DateOnly? Until = null);

/// <summary>Destinations that rules ask about. Lists move with the market, so each row has a day; the first ones are presets of the product.</summary>
public static class Destinations
{
    private static readonly DateOnly Start = new(2024, 1, 1);

    private static readonly FrozenDictionary<string, DestinationRow[]> ByCountry = new (string Countries, DestinationRisks Risks)[]
    {
        ("HK TW JP KR BN IT TR", DestinationRisks.Placement), ("MY SG", DestinationRisks.Placement | DestinationRisks.Transit),
        ("SA QA KW OM BH JO SY LB IQ EG LY", DestinationRisks.Moratorium),
        ("AE", DestinationRisks.Moratorium | DestinationRisks.Scam | DestinationRisks.Transit),
        ("KH MM LA PH ZA BY", DestinationRisks.Scam), ("TH VN", DestinationRisks.Scam | DestinationRisks.Transit),
        ("CN", DestinationRisks.Marriage | DestinationRisks.SeaCrew), ("DE", DestinationRisks.Internship), ("VU", DestinationRisks.SeaCrew),
    }
    .SelectMany(list => list.Countries.Split(' ').Select(country => new DestinationRow(country, list.Risks, Start)))
    .GroupBy(row => row.Country, StringComparer.Ordinal).ToFrozenDictionary(rows => rows.Key, rows => rows.ToArray(), StringComparer.Ordinal);

    /// <summary>What to look out for on that day; none for an unknown or absent country.</summary>
    public static DestinationRisks RisksOf(string? country, DateOnly day) => country is not null && ByCountry.TryGetValue(country, out var rows)
        ? rows.Where(row => row.From <= day && (row.Until is not { } until || day <= until)).Aggregate(DestinationRisks.None, (risks, row) => risks | row.Risks)
        : DestinationRisks.None;

    /// <summary>Where people are harmed: scam compounds, closed placement, arranged marriages.</summary>
    public static bool IsHighRisk(string? country, DateOnly day) =>
        (RisksOf(country, day) & (DestinationRisks.Scam | DestinationRisks.Moratorium | DestinationRisks.Marriage)) != DestinationRisks.None;

    public static bool Has(string? country, DestinationRisks risk, DateOnly day) => (RisksOf(country, day) & risk) != DestinationRisks.None;
}
