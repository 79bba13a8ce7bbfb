global using Zone = Coordination.Domain.Reference.TimeZoneOf;

using System.Globalization;

namespace Coordination.Host.Resources;

/// <summary>Moments and durations as people read them: <c>9 Februari 2026 07.05 WIB</c>.</summary>
public static class PlaceTime
{
    public static string Date(this Texts texts, DateTimeOffset at, Zone zone) => texts.Day(DateOnly.FromDateTime(at.ToOffset(zone.Offset).DateTime));

    public static string Day(this Texts texts, DateOnly day) => $"{Digits(day.Day)} {texts[$"month.{Digits(day.Month)}"]} {Digits(day.Year)}";

    /// <summary>Day of the week, date and zone: the heading of a day on a timeline.</summary>
    public static string Day(this Texts texts, DateTimeOffset at, Zone zone)
    {
        var local = at.ToOffset(zone.Offset);
        return $"{texts[$"weekday.{Digits((int)local.DayOfWeek)}"]}, {texts.Date(at, zone)} · {zone.Abbreviation}";
    }

    public static string Clock(this Texts texts, DateTimeOffset at, Zone zone) =>
        at.ToOffset(zone.Offset).ToString(texts["format.clock"], CultureInfo.InvariantCulture);

    public static string Moment(this Texts texts, DateTimeOffset at, Zone zone) => $"{texts.Date(at, zone)} {texts.Clock(at, zone)} {zone.Abbreviation}";

    /// <summary><c>9 Feb 09.00</c>, where the year is known from around it.</summary>
    public static string ShortMoment(this Texts texts, DateTimeOffset at, Zone zone)
    {
        var local = at.ToOffset(zone.Offset);
        return $"{Digits(local.Day)} {texts[$"month.short.{Digits(local.Month)}"]} {texts.Clock(at, zone)}";
    }

    /// <summary>The two largest units: nobody acts on the minutes of a week.</summary>
    public static string Duration(this Texts texts, TimeSpan span)
    {
        span = span.Duration();
        var (days, hours, minutes) = ((long)span.TotalDays, span.Hours, span.Minutes);
        var parts = days > 0
            ? new[] { (days, "unit.day"), (hours, "unit.hour") }
            : [(hours, "unit.hour"), (minutes, "unit.minute")];
        var said = string.Join(' ', parts.Where(p => p.Item1 > 0).Select(p => texts.Count(p.Item2, p.Item1)));
        return said.Length == 0 ? texts["unit.moment"] : said;
    }

    private static string Digits(int n) => n.ToString(CultureInfo.InvariantCulture);
}
