using System.Globalization;
using Coordination.Domain.Reference;

namespace Coordination.Projections;

/// <summary>Days and moments as people write them. Spelt out here and not by a culture, so that every Host writes the same.</summary>
internal static class Dates
{
    private static readonly string[] Indonesian =
        ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];

    private static readonly string[] English =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>Such as <c>5 Maret 2026</c>; empty for no day.</summary>
    public static string Id(DateOnly? day) => Written(day, Indonesian);

    /// <summary>Such as <c>5 March 2026</c>; empty for no day.</summary>
    public static string En(DateOnly? day) => Written(day, English);

    /// <summary>Such as <c>5 Maret 2026 08.00 WIB</c>, in the zone of the place; WIB where the place is unknown.</summary>
    public static Wording Moment(DateTimeOffset at, string? place)
    {
        var zone = Places.ZoneOf(place);
        var local = at.ToOffset(zone.Offset);
        var day = DateOnly.FromDateTime(local.DateTime);
        return new(
            string.Create(CultureInfo.InvariantCulture, $"{Id(day)} {local:HH'.'mm} {zone.Abbreviation}"),
            string.Create(CultureInfo.InvariantCulture, $"{En(day)} {local:HH':'mm} {zone.Abbreviation}"));
    }

    private static string Written(DateOnly? day, string[] months) =>
        day is { } one ? string.Create(CultureInfo.InvariantCulture, $"{one.Day} {months[one.Month - 1]} {one.Year}") : "";
}
