namespace Coordination.Domain.Reference;

/// <summary>
/// Regencies where many who were harmed came from (preset of the product, from deaths, deportations and deferrals of 2024 and 2025), with a day. They
/// tell where outreach is needed; nobody is stopped for where he comes from, so no rule on persons asks this.
/// </summary>
public static class Origins
{
    private static readonly DateOnly Start = new(2024, 1, 1);

    private static readonly (string Regency, DateOnly From, DateOnly? Until)[] Rows = new[]
    {
        "53.21", "53.04", "53.08", "53.06", "53.02", "53.03", "53.01", "53.07", "53.13", // NTT
        "52.03", "52.02", "52.01", "52.04", "52.06", // NTB
        "35.07", "35.05", "35.04", "35.02", "35.10", "35.09", "35.27", "35.26", // Jawa Timur
        "32.12", "32.09", "32.13", "32.15", "32.02", "32.03", // Jawa Barat
        "33.01", "33.24", "33.29", "33.28", "33.27", // Jawa Tengah
        "18.07", "18.02", "18.01", // Lampung
        "12.09", "12.74", "12.19", "12.07", "12.05", // Sumatera Utara
        "61.01", "61.03", "61.07", "61.72", "61.06", // Kalimantan Barat
        "73.08", "73.02", "71.06", "71.71", // Sulawesi
    }
    .Select(regency => (regency, Start, (DateOnly?)null)).ToArray();

    /// <summary>True for a place in one of them on that day.</summary>
    public static bool IsHighRisk(string? place, DateOnly day) => place is not null && Places.RegencyOf(place) is { } regency
        && Rows.Any(row => row.Regency == regency && row.From <= day && (row.Until is not { } until || day <= until));
}
