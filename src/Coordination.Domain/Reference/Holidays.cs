using System.Collections.Frozen;

namespace Coordination.Domain.Reference;

/// <summary>A day on which offices are closed all over the country.</summary>
/// <param name="IsCollectiveLeave">Cuti bersama: no feast itself, and closed all the same.</param>
public sealed record Holiday(DateOnly Day, bool IsCollectiveLeave = false);

/// <summary>The holidays of one year. A new decree for a year is a new row with a later day, not an edit.</summary>
/// <param name="Source">The decree.</param>
/// <param name="From">Day of the decree: what was decreed later counts over what was decreed before.</param>
/// <param name="IsVerified">Compared with the text of the decree; else it is as the press had it.</param>
public sealed record HolidayYear(int Year, string Source, DateOnly From, bool IsVerified, IReadOnlyList<Holiday> Days);

/// <summary>Holidays and collective leave as decreed year by year (SKB 3 Menteri), and those that every year has.</summary>
public static class Holidays
{
    /// <summary>The decree for a year is usually out by September of the one before; from here on a missing one is an omission of ours.</summary>
    private const int KnownByMonth = 10;

    /// <summary>New Year, Labour Day (Keppres 24/2013), Pancasila (Keppres 24/2016), independence, Christmas: what a year without a decree is known to have.</summary>
    private static readonly FrozenSet<(int Month, int Day)> EveryYear =
        new[] { (1, 1), (5, 1), (6, 1), (8, 17), (12, 25) }.ToFrozenSet();

    public static IReadOnlyList<HolidayYear> Years { get; } =
    [
        new(2026, "SKB 3 Menteri 1497/2025, 2/2025, 5/2025", new(2025, 9, 19), IsVerified: false,
        [
            .. Of(2026, "1-1 1-16 2-17 3-19 3-21 3-22 4-3 4-5 5-1 5-14 5-27 5-31 6-1 6-16 8-17 8-25 12-25", leave: false),
            .. Of(2026, "2-16 3-18 3-20 3-23 3-24 5-15 5-28 12-24", leave: true),
        ]),
    ];

    private static readonly FrozenDictionary<int, FrozenSet<DateOnly>> ByYear = Years.GroupBy(row => row.Year)
        .ToFrozenDictionary(rows => rows.Key, rows => rows.MaxBy(row => row.From)!.Days.Select(holiday => holiday.Day).ToFrozenSet());

    public static bool Has(DateOnly day) =>
        ByYear.TryGetValue(day.Year, out var decreed) ? decreed.Contains(day) : EveryYear.Contains((day.Month, day.Day));

    /// <summary>
    /// The year whose holidays should be here by that day and are not; null when none is missing. Clocks go on without them and run out early, never
    /// late: the feasts that move count as working days.
    /// </summary>
    public static int? MissingOn(DateOnly day) => !ByYear.ContainsKey(day.Year) ? day.Year
        : day.Month >= KnownByMonth && !ByYear.ContainsKey(day.Year + 1) ? day.Year + 1
        : null;

    private static IEnumerable<Holiday> Of(int year, string days, bool leave) => days.Split(' ').Select(day => day.Split('-'))
        .Select(parts => new Holiday(new(year, int.Parse(parts[0], null), int.Parse(parts[1], null)), leave));
}
