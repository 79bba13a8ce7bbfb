using Coordination.Domain.Kernel;

namespace Coordination.Domain.Members;

/// <summary>Emergency looks into cases of others.</summary>
internal static class BreakGlassCatalogue
{
    private static readonly CatalogueOf<BreakGlassEvent> Stream = new(BreakGlassDecider.Kind);

    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        Stream.Entry<BreakGlassOpened, BreakTheGlass>("akses darurat dibuka", "emergency access opened", null,
            """
            {
              "case": "6f1e2c44-0d3b-5a0e-9a51-2f6d7c1b0a09", "owner": "IMIGRASI", "reason": "Korban terancam malam ini.",
              "until": "2026-02-12T12:00:00+07:00", "supervisors": ["officer:polri.kepala"],
              "members": ["BP3MI"]
            }
            """),
        Stream.Entry<BreakGlassEnded, EndBreakGlass>("akses darurat berakhir", "emergency access ended", null,
            """{ "byClock": false }""", "break_glass_opened"),
        Stream.Entry<BreakGlassReviewed, ReviewBreakGlass>("akses darurat ditinjau", "emergency access reviewed", null,
            """{ "finding": "Justified", "note": "Ancaman nyata; pelindungan segera diberikan." }""", "break_glass_opened", "break_glass_ended"),
    ];
}
