using System.Globalization;
using Coordination.Domain.Reference;

namespace Coordination.Projections.Reports;

/// <summary>Times as they stand on paper, in the zone of the place. Spelt out here and not by a culture, so that every Host writes the same.</summary>
public static class ReportTime
{
    private static readonly string[] Days = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];

    /// <summary>Such as <c>12 Februari 2026</c>.</summary>
    public static string Day(DateOnly day) => Dates.Id(day);

    public static string Day(DateTimeOffset at, string? place) => Day(Date(at, place));

    public static DateOnly Date(DateTimeOffset at, string? place) => DateOnly.FromDateTime(Local(at, place).DateTime);

    /// <summary>Such as <c>Kamis</c>.</summary>
    public static string Weekday(DateTimeOffset at, string? place) => Days[(int)Local(at, place).DayOfWeek];

    /// <summary>Such as <c>12 Februari 2026 19.05 WIB</c>.</summary>
    public static string Moment(DateTimeOffset at, string? place) => $"{Day(at, place)} {Clock(at, place)}";

    /// <summary>Such as <c>19.05 WIB</c>.</summary>
    public static string Clock(DateTimeOffset at, string? place) => string.Create(
        CultureInfo.InvariantCulture, $"{Local(at, place):HH'.'mm} {Places.ZoneOf(place).Abbreviation}");

    private static DateTimeOffset Local(DateTimeOffset at, string? place) => at.ToOffset(Places.ZoneOf(place).Offset);
}
