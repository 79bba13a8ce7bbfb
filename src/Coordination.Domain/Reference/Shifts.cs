namespace Coordination.Domain.Reference;

/// <summary>A shift at the counters of checkpoints, in the time of their place.</summary>
/// <param name="Code">What checkpoints call it.</param>
/// <param name="Starts">Full hour at which it comes on duty.</param>
/// <param name="Ends">Full hour at which the next one does; before <paramref name="Starts"/> for one that works through midnight.</param>
/// <param name="From">First day on which checkpoints work so.</param>
public sealed record Shift(CheckpointKind Kind, string Code, int Starts, int Ends, DateOnly From, DateOnly? Until = null)
{
    public bool InForceOn(DateOnly day) => From <= day && (Until is not { } until || day <= until);

    /// <summary>When it is on duty at that moment or first after it.</summary>
    public DateTimeOffset OnDutyFrom(DateTimeOffset moment, TimeSpan zone)
    {
        var local = moment.ToOffset(zone);
        var start = new DateTimeOffset(local.Date.AddHours(Starts), zone);
        return IsOnDuty(local.Hour) ? moment : start > local ? start : start.AddDays(1);
    }

    internal bool IsOnDuty(int hour) => Starts < Ends ? Starts <= hour && hour < Ends : Starts <= hour || hour < Ends;
}

/// <summary>
/// The shifts that checkpoints work in: airports by day and night, harbours until late, land posts while the border is open. Defaults of the product;
/// offices set theirs by their own orders, and a change is a new row with a day.
/// </summary>
public static class Shifts
{
    private static readonly DateOnly Start = new(2024, 1, 1);

    public static IReadOnlyList<Shift> Rows { get; } =
    [
        new(CheckpointKind.Air, "PAGI", 6, 14, Start), new(CheckpointKind.Air, "SIANG", 14, 22, Start), new(CheckpointKind.Air, "MALAM", 22, 6, Start),
        new(CheckpointKind.Sea, "PAGI", 6, 14, Start), new(CheckpointKind.Sea, "SIANG", 14, 22, Start),
        new(CheckpointKind.Land, "PAGI", 6, 18, Start),
    ];

    /// <summary>Shifts of the checkpoint on that day.</summary>
    public static IEnumerable<Shift> Of(string checkpoint, DateOnly day) =>
        Rows.Where(shift => shift.Kind == Checkpoints.Find(checkpoint)?.Kind && shift.InForceOn(day));

    /// <summary>Code of the shift that somebody speaks for: by its name or, where the checkpoint calls it otherwise, by who is on duty then.</summary>
    public static string Meant(string checkpoint, string said, DateTimeOffset at)
    {
        var local = at.ToOffset(Places.ZoneOf(checkpoint).Offset);
        var shifts = Of(checkpoint, DateOnly.FromDateTime(local.DateTime)).ToList();
        var named = shifts.Find(shift => string.Equals(shift.Code, said.Trim(), StringComparison.OrdinalIgnoreCase));
        return (named ?? shifts.Find(shift => shift.IsOnDuty(local.Hour)))?.Code ?? said;
    }
}
