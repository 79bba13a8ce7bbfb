using System.Collections.Frozen;
using Coordination.Domain.Reference;

namespace Coordination.Host.Pages;

/// <summary>A desk that takes handoffs.</summary>
public sealed record DeskName(string Agency, string Unit, string Desk);

/// <summary>Codes of the reference data as people say them. A code that is not known is shown as it is.</summary>
public static class CodeNames
{
    /// <summary>What an agency is called at the counter, where its full name would fill the line.</summary>
    private static readonly Dictionary<string, string> Short = new(StringComparer.Ordinal)
    {
        ["IMIGRASI"] = "Imigrasi", ["POLRI"] = "Polri", ["PEMDA-PROV"] = "Pemprov", ["PEMDA-KAB"] = "Pemkab/Pemkot", ["DESA"] = "Desa",
        ["KEMLU"] = "Kemlu", ["KEMENSOS"] = "Kemensos", ["KEJAKSAAN"] = "Kejaksaan", ["PENGADILAN"] = "Pengadilan", ["BAKAMLA"] = "Bakamla",
        ["SATGAS"] = "Satgas TPPO", ["KEMNAKER"] = "Kemnaker", ["KEMENKES"] = "Kemenkes", ["KEMENAG"] = "Kemenag", ["KEMENHUB"] = "Kemenhub",
        ["DUKCAPIL"] = "Dukcapil", ["KEMKOMDIGI"] = "Kemkomdigi",
    };

    private static readonly FrozenDictionary<string, Unit> ByCode =
        Units.All.DistinctBy(unit => unit.Code, StringComparer.Ordinal).ToFrozenDictionary(unit => unit.Code, StringComparer.Ordinal);

    /// <summary>Agencies that people share with and hand to.</summary>
    public static IReadOnlyList<(string Code, string Name)> Agencies { get; } =
    [
        .. from agency in Domain.Reference.Agencies.All
           where agency.Kind != AgencyKind.System
           select (agency.Code, Agency(agency.Code)),
    ];

    public static string Agency(string code) => Short.GetValueOrDefault(code, code);

    /// <summary>The unit's name; <paramref name="agency"/> may be left out, unit codes carry it.</summary>
    public static string Unit(string code, string? agency = null) => Find(code, agency)?.Name.Replace("Kantor Imigrasi", "Kanim", StringComparison.Ordinal) ?? code;

    public static IReadOnlyList<(string Code, string Name)> UnitsOf(string agency) =>
        [.. Units.All.Where(unit => unit.Agency == agency && unit.Parent is null).Select(unit => (unit.Code, Unit(unit.Code, agency)))];

    /// <summary>Agency and unit, for people of other agencies.</summary>
    public static string Desk(string agency, string? unit) => unit is null ? Agency(agency) : $"{Agency(agency)} · {Unit(unit, agency)}";

    /// <summary>Desks that a thing can be sent to at that moment.</summary>
    public static IEnumerable<DeskName> Desks(DateTimeOffset at) => Units.All
        .Where(unit => unit.Parent is null && unit.WorksAt(at) && Domain.Reference.Agencies.Find(unit.Agency)?.Kind is not (AgencyKind.System or AgencyKind.TaskForce))
        .SelectMany(unit => unit.Desks.Select(desk => new DeskName(unit.Agency, unit.Code, desk)));

    public static string? PlaceOfUnit(string unit) => Find(unit, null)?.Place;

    public static Zone Zone(string? place) => Places.ZoneOf(place);

    public static Zone ZoneOfUnit(string unit) => Places.ZoneOf(PlaceOfUnit(unit));

    /// <summary>A checkpoint by its name; an area by its code and province.</summary>
    public static string? Place(string? code)
    {
        if (code is null)
            return null;
        if (Checkpoints.Find(code) is { } checkpoint)
            return checkpoint.Name;
        return Places.ProvinceOf(code) is { } province ? $"{code} {Places.Provinces[province]}" : code;
    }

    /// <summary><c>UU-6-2011:16</c> as <c>UU 6/2011 Ps 16</c>.</summary>
    public static string Law(string citation)
    {
        var article = citation.Split(':', 2);
        var instrument = article[0].Split('-') is [.. var kind, var number, var year] && kind.Length > 0 && number.All(char.IsAsciiDigit)
            ? $"{string.Join(' ', kind)} {number}/{year}"
            : article[0];
        return article.Length == 2 ? $"{instrument} Ps {article[1]}" : instrument;
    }

    /// <summary>A reader group such as <c>unit:POLRI/POLRESTA-BARELANG</c>.</summary>
    public static string Group(string group) => group.Split(':', 2) switch
    {
        ["agency", var agency] => Agency(agency),
        ["unit", var path] when path.Split('/') is [var agency, var unit] => Desk(agency, unit),
        [_, var rest] => rest,
        _ => group,
    };

    private static Unit? Find(string code, string? agency) =>
        agency is null ? ByCode.GetValueOrDefault(code) : Units.Find(agency, code);
}
