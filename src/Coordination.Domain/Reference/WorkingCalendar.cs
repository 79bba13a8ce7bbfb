using System.Collections.Frozen;

namespace Coordination.Domain.Reference;

/// <summary>
/// Working days where people live by them: Monday to Friday in the zone of the place, less the national holidays. Holidays and collective leave
/// are decreed year by year (SKB 3 Menteri); a year that is not listed has none yet.
/// </summary>
public static class WorkingCalendar
{
    // SKB 3 Menteri for 2026, fixed by civil date; days that hang on the moon are as announced and may be moved by decree.
    private static readonly FrozenSet<DateOnly> Holidays = new DateOnly[]
    {
        new(2026, 1, 1), new(2026, 1, 16), new(2026, 2, 17), new(2026, 3, 19), new(2026, 3, 21), new(2026, 3, 22), new(2026, 4, 3), new(2026, 4, 5),
        new(2026, 5, 1), new(2026, 5, 14), new(2026, 5, 27), new(2026, 5, 31), new(2026, 6, 1), new(2026, 6, 16), new(2026, 8, 17),
        new(2026, 8, 25), new(2026, 12, 25),
    }.ToFrozenSet();

    public static bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.Contains(day);

    /// <summary>End of the n-th working day after the day of <paramref name="since"/>, counted in the zone of the place.</summary>
    /// <param name="days">At least 1.</param>
    public static DateTimeOffset EndOf(DateTimeOffset since, int days, string? place)
    {
        var zone = Places.ZoneOf(place).Offset;
        var day = DateOnly.FromDateTime(since.ToOffset(zone).DateTime);
        for (var left = days; left > 0;)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day))
                left--;
        }
        return new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), zone).ToUniversalTime();
    }

    /// <summary>End of the n-th calendar day after the day of <paramref name="since"/>, counted in the zone of the place.</summary>
    public static DateTimeOffset EndOfDay(DateTimeOffset since, int days, string? place)
    {
        var zone = Places.ZoneOf(place).Offset;
        return new DateTimeOffset(since.ToOffset(zone).Date.AddDays(days + 1), zone).ToUniversalTime();
    }
}
