using Coordination.Domain.Reference;

namespace Coordination.Projections.Reports;

/// <summary>Places as they stand on paper: a checkpoint by its name, an area by its code and province.</summary>
public static class ReportPlace
{
    public static string Of(string? code) => code switch
    {
        null => "—",
        _ when Checkpoints.Find(code) is { } checkpoint => checkpoint.Name,
        _ when Places.ProvinceOf(code) is { } province => $"{code} {Places.Provinces[province]}",
        _ => code,
    };
}
