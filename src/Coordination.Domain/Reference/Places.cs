using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Reference;

/// <summary>Zone of a place; Indonesia has three and no summer time.</summary>
public sealed record TimeZoneOf(string Abbreviation, TimeSpan Offset)
{
    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Offset).DateTime);
}

/// <summary>
/// Kemendagri codes (Kepmendagri 300.2.2-2430/2025), <c>PP.KK.CC.DDDD</c> to any depth, and checkpoint codes. Provinces are known by name;
/// below that the form is checked, since villages are founded every month.
/// </summary>
public static partial class Places
{
    private const int RegencyLength = 5; // PP.KK

    private static readonly TimeZoneOf Wib = new("WIB", TimeSpan.FromHours(7));
    private static readonly TimeZoneOf Wita = new("WITA", TimeSpan.FromHours(8));
    private static readonly TimeZoneOf Wit = new("WIT", TimeSpan.FromHours(9));

    public static FrozenDictionary<string, string> Provinces { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["11"] = "Aceh", ["12"] = "Sumatera Utara", ["13"] = "Sumatera Barat", ["14"] = "Riau", ["15"] = "Jambi", ["16"] = "Sumatera Selatan",
        ["17"] = "Bengkulu", ["18"] = "Lampung", ["19"] = "Kepulauan Bangka Belitung", ["21"] = "Kepulauan Riau", ["31"] = "DKI Jakarta",
        ["32"] = "Jawa Barat", ["33"] = "Jawa Tengah", ["34"] = "DI Yogyakarta", ["35"] = "Jawa Timur", ["36"] = "Banten", ["51"] = "Bali",
        ["52"] = "Nusa Tenggara Barat", ["53"] = "Nusa Tenggara Timur", ["61"] = "Kalimantan Barat", ["62"] = "Kalimantan Tengah",
        ["63"] = "Kalimantan Selatan", ["64"] = "Kalimantan Timur", ["65"] = "Kalimantan Utara", ["71"] = "Sulawesi Utara",
        ["72"] = "Sulawesi Tengah", ["73"] = "Sulawesi Selatan", ["74"] = "Sulawesi Tenggara", ["75"] = "Gorontalo", ["76"] = "Sulawesi Barat",
        ["81"] = "Maluku", ["82"] = "Maluku Utara", ["91"] = "Papua", ["92"] = "Papua Barat", ["93"] = "Papua Selatan",
        ["94"] = "Papua Tengah", ["95"] = "Papua Pegunungan", ["96"] = "Papua Barat Daya",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The refusal for a code that is no place; null when it is one.</summary>
    public static Refusal? Missing(string place) =>
        ProvinceOf(place) is null ? ReferenceRefusals.UnknownPlace with { Details = [place] } : null;

    /// <summary>Two-digit code of the province that a place lies in; null when it is no place.</summary>
    public static string? ProvinceOf(string place)
    {
        var code = Checkpoints.Find(place)?.Regency ?? place;
        return Kemendagri().IsMatch(code) && Provinces.ContainsKey(code[..2]) ? code[..2] : null;
    }

    /// <summary>The place itself and every area that it lies in, the province last: a checkpoint, its regency, its province.</summary>
    public static IEnumerable<string> Around(string place)
    {
        yield return place;
        var code = place;
        if (Checkpoints.Find(place) is { } checkpoint)
            yield return code = checkpoint.Regency;
        for (var dot = code.LastIndexOf('.'); dot > 0; dot = code.LastIndexOf('.', dot - 1))
            yield return code[..dot];
    }

    /// <summary>Kemendagri code of the regency or city that a place lies in; null for a province and for what is no place.</summary>
    public static string? RegencyOf(string place)
    {
        var code = Checkpoints.Find(place)?.Regency ?? place;
        return ProvinceOf(code) is not null && code.Length >= RegencyLength ? code[..RegencyLength] : null;
    }

    /// <summary>The zone that people at the place live by; WIB where the place is unknown.</summary>
    public static TimeZoneOf ZoneOf(string? place) => (place is null ? null : ProvinceOf(place)) switch
    {
        "51" or "52" or "53" or "63" or "64" or "65" or "71" or "72" or "73" or "74" or "75" or "76" => Wita,
        "81" or "82" or "91" or "92" or "93" or "94" or "95" or "96" => Wit,
        _ => Wib,
    };

    [GeneratedRegex(@"^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Kemendagri();
}
