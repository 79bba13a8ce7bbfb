using Coordination.Domain.Kernel;

namespace Coordination.Domain.Operations;

/// <summary>What agencies watch, each for itself.</summary>
internal static class SurveillanceCatalogue
{
    private static readonly CatalogueOf<SurveillanceEvent> Stream = new(SurveillanceDecider.Kind);

    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        Stream.Entry<SurveillanceDeclared, DeclareSurveillance>(
            "pengamatan tertutup dinyatakan", "surveillance declared", "POLRI/POLRESTA-BARELANG",
            """
            {
              "target": {
                "places": ["21.71.06"],
                "from": "2026-02-10T00:00:00Z",
                "until": "2026-02-20T00:00:00Z",
                "persons": [{ "name": "Gagak", "nik": "2171010001800001", "phone": "+6200000012", "sex": "M" }],
                "contacts": ["+6200000011"]
              },
              "contact": { "agency": "POLRI", "unit": "POLRESTA-BARELANG" }
            }
            """),
        Stream.Entry<SurveillanceEnded, EndSurveillance>(
            "pengamatan tertutup diakhiri", "surveillance ended", "POLRI/POLRESTA-BARELANG",
            """
            {
              "note": "Selesai."
            }
            """, "surveillance_declared"),
    ];
}
