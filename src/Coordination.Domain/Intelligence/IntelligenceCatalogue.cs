using Coordination.Domain.Kernel;

namespace Coordination.Domain.Intelligence;

/// <summary>Intelligence between agencies (Permenkumham 8/2022, Permenimipas 2/2025 Ps 53).</summary>
internal static class IntelligenceCatalogue
{
    private static readonly CatalogueOf<IntelligenceEvent> Stream = new(IntelligenceDecider.Kind);

    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        Stream.Entry<IntelligenceReportFiled, FileIntelligence>(
            "laporan intelijen dibuat", "intelligence report filed", "IMIGRASI/KANIM-BATAM",
            """
            {
              "title": "Penampungan di Sekupang",
              "summary": "Rumah kos dipakai menampung calon pekerja dari NTT sebelum diberangkatkan.",
              "sourceGrade": "B",
              "informationGrade": 3,
              "subjects": [{ "name": "Gagak", "nik": "2171010001800001", "phone": "+6200000012", "sex": "M" }],
              "contacts": ["+6200000011"],
              "modus": "M08",
              "area": "21.71"
            }
            """),
        Stream.Entry<IntelligenceGraded, GradeIntelligence>(
            "laporan intelijen dinilai", "intelligence graded", "IMIGRASI/KANIM-BATAM",
            """
            {
              "sourceGrade": "B",
              "informationGrade": 2,
              "reason": "Dikuatkan sumber kedua."
            }
            """, "intelligence_report_filed"),
        Stream.Entry<IntelligenceShared, ShareIntelligence>(
            "laporan intelijen dibagikan", "intelligence shared", "IMIGRASI/KANIM-BATAM",
            """
            {
              "recipients": [{ "agency": "POLRI", "unit": "POLRESTA-BARELANG" }, { "agency": "BP3MI" }],
              "reason": "Calon pekerja masih berada di lokasi.",
              "caveats": ["H2"]
            }
            """, "intelligence_report_filed"),
        Stream.Entry<IntelligenceAcknowledged, AcknowledgeIntelligence>(
            "laporan intelijen diketahui", "intelligence acknowledged", "POLRI/POLRESTA-BARELANG",
            """
            {
              "note": "Diterima.",
              "intendedAction": "Pengamatan lokasi."
            }
            """, "intelligence_report_filed", "intelligence_shared"),
    ];
}
