namespace Coordination.Domain.Reference;

/// <summary>A way out of the country that no checkpoint watches.</summary>
/// <param name="Place">Kemendagri code, to the district where known.</param>
public sealed record InformalPoint(string Name, string Place, DateOnly From, DateOnly? Until = null);

/// <summary>Where the border is: regencies with a checkpoint at sea or on land, and points known to be used without one (each with a day).</summary>
public static class Crossings
{
    private static readonly DateOnly Start = new(2024, 1, 1);

    public static IReadOnlyList<InformalPoint> Informal { get; } =
    [
        new("Sebatik Sei Pancang", "65.03", Start), new("Pantai Labu", "12.07", Start), new("Rupat", "14.03", Start),
        new("Sajingan", "61.01.09", Start), new("Belakang Padang", "21.71.01", Start),
    ];

    public static bool IsInformal(string place, DateOnly day) => Informal.Any(point => point.From <= day
        && (point.Until is not { } until || day <= until) && Places.Around(place).Contains(point.Place, StringComparer.Ordinal));

    /// <summary>True for a place from which boats or roads lead abroad.</summary>
    public static bool IsBorder(string place, DateOnly day) => IsInformal(place, day)
        || (Places.RegencyOf(place) is { } regency && Checkpoints.All.Any(checkpoint =>
            checkpoint.Kind != CheckpointKind.Air && checkpoint.Regency == regency && checkpoint.IsOpenOn(day)));
}
