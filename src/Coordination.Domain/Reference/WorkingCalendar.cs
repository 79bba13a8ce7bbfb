namespace Coordination.Domain.Reference;

/// <summary>Working days where people live by them: Monday to Friday in the zone of the place, less <see cref="Holidays"/>.</summary>
public static class WorkingCalendar
{
    public static bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.Has(day);

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
