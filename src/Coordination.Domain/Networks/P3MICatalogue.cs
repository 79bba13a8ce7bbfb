using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

/// <summary>Placement companies (UU 18/2017).</summary>
internal static class P3MICatalogue
{
    private static readonly CatalogueOf<P3MIEvent> Stream = new(P3MIDecider.Kind);

    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        Stream.Entry<P3MIRegistered, RegisterP3MI>("P3MI terdaftar", "placement company registered", "KP2MI/KP2MI-PUSAT",
            """
            {
              "licenceNumber": "FK-001",
              "companyName": "PT Fiktif Samudra Jaya",
              "status": "Active",
              "licenceUntil": "2028-12-31",
              "capitalRupiah": 5000000000,
              "depositRupiah": 1500000000,
              "branches": ["35.78", "53.71"]
            }
            """),
        Stream.Entry<LicenceStatusChanged, ChangeLicenceStatus>("status izin berubah", "licence status changed", "KP2MI/KP2MI-PUSAT",
            """
            {
              "status": "Suspended",
              "since": "2026-02-12",
              "decreeNumber": "KEP-24/II/2026"
            }
            """, "p3mi_registered"),
        Stream.Entry<P3MIInspected, InspectP3MI>("P3MI diperiksa", "placement company inspected", "BP3MI/BP3MI-JATIM",
            """
            {
              "inspectionNumber": "BAP/18/II/2026",
              "summary": "Pemeriksaan kantor cabang setelah tiga pengaduan."
            }
            """, "p3mi_registered"),
        Stream.Entry<FindingRaised, RaiseFinding>("temuan dicatat", "finding raised", "BP3MI/BP3MI-JATIM",
            """
            {
              "findingNumber": "T-01",
              "inspectionNumber": "BAP/18/II/2026",
              "findingCode": "BIAYA-BERLEBIH",
              "description": "Biaya penempatan melebihi ketentuan."
            }
            """, "p3mi_registered", "p3mi_inspected"),
        Stream.Entry<CorrectiveActionDue, DemandCorrectiveAction>("tindakan perbaikan ditagih", "corrective action due", "BP3MI/BP3MI-JATIM",
            """
            {
              "findingNumber": "T-01",
              "action": "Kembalikan kelebihan biaya.",
              "dueOn": "2026-02-26"
            }
            """, "p3mi_registered", "p3mi_inspected", "finding_raised"),
        Stream.Entry<CorrectiveActionCompleted, CompleteCorrectiveAction>(
            "tindakan perbaikan selesai", "corrective action completed", "BP3MI/BP3MI-JATIM",
            """
            {
              "findingNumber": "T-01",
              "explanation": "Bukti pengembalian diperiksa."
            }
            """, "p3mi_registered", "p3mi_inspected", "finding_raised", "corrective_action_due"),
        Stream.Entry<P3MISanctioned, SanctionP3MI>("P3MI dikenai sanksi", "placement company sanctioned", "KP2MI/KP2MI-PUSAT",
            """
            {
              "decreeNumber": "KEP-24/II/2026",
              "kind": "Suspension",
              "from": "2026-02-13",
              "until": "2026-05-12",
              "reason": "Temuan tidak ditindaklanjuti.",
              "depositDrawnRupiah": 92000000
            }
            """, "p3mi_registered"),
        Stream.Entry<SanctionLifted, LiftSanction>("sanksi dicabut", "sanction lifted", "KP2MI/KP2MI-PUSAT",
            """
            {
              "decreeNumber": "KEP-24/II/2026",
              "reason": "Semua kewajiban dipenuhi."
            }
            """, "p3mi_registered", "p3mi_sanctioned"),
        Stream.Entry<SanctionExtended, ExtendSanction>("sanksi diperpanjang", "sanction extended", "KP2MI/KP2MI-PUSAT",
            """
            {
              "decreeNumber": "KEP-24/II/2026",
              "until": "2026-08-12",
              "reason": "Baru dua dari lima kewajiban dipenuhi."
            }
            """, "p3mi_registered", "p3mi_sanctioned"),
    ];
}
