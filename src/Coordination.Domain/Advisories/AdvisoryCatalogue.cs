using Coordination.Domain.Kernel;

namespace Coordination.Domain.Advisories;

/// <summary>From a warning of the police to what the checkpoints made of it.</summary>
internal static class AdvisoryCatalogue
{
    private static readonly CatalogueOf<NetworkWarningEvent> Warnings = new(NetworkWarningDecider.Kind);
    private static readonly CatalogueOf<TpiAdvisoryEvent> Advisories = new(TpiAdvisoryDecider.Kind);

    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        Warnings.Entry<NetworkWarningIssued, IssueNetworkWarning>("peringatan jaringan", "network warning issued", "POLRI/BARESKRIM",
            """
            {
              "warningNumber": "PJ/03/II/2026",
              "network": "Jaringan admin komputer Phnom Penh.",
              "route": "Batam - Singapura - Phnom Penh dengan feri sore.",
              "from": "2026-02-12",
              "until": "2026-03-31",
              "nationalities": ["ID"],
              "checkpoints": ["TPI-BATAM-CENTER", "TPI-SEKUPANG"]
            }
            """),
        Warnings.Entry<WarningFeedbackSent, SendWarningFeedback>("umpan balik peringatan", "warning feedback sent", "IMIGRASI/DITJEN-IMIGRASI",
            """
            {
              "hits": 3,
              "misses": 1,
              "summary": "Tiga orang ditunda dan diserahkan; satu bukan sasaran."
            }
            """, "network_warning_issued"),
        Warnings.Entry<WarningAdvised, NoteWarningAdvised>("peringatan ditindaklanjuti ke TPI", "warning taken up by an advisory", null,
            """
            {
              "advisory": "0197f1a0-0000-7000-8000-000000000031",
              "advisoryNumber": "INS/TPI/07/II/2026"
            }
            """, "network_warning_issued"),
        Warnings.Entry<WarningOutcomeNoted, NoteWarningOutcome>("hasil kecocokan peringatan diketahui", "outcome of a warning noted", null,
            """
            {
              "advisory": "0197f1a0-0000-7000-8000-000000000031",
              "hitNumber": "PL/SEKUPANG/0113"
            }
            """, "network_warning_issued"),
        Advisories.Entry<TpiAdvisoryPublished, PublishTpiAdvisory>("instruksi ke TPI", "advisory to checkpoints published", "IMIGRASI/DITJEN-IMIGRASI",
            """
            {
              "advisoryNumber": "INS/TPI/07/II/2026",
              "checkpoints": ["TPI-BATAM-CENTER", "TPI-SEKUPANG", "TPI-HARBOUR-BAY"],
              "indicators": ["Paspor terbit kurang dari tujuh hari di luar domisili", "Tiket kembali dibayar orang lain"],
              "action": "Pemeriksaan lanjutan dan skrining indikasi korban.",
              "validTo": "2026-03-31"
            }
            """),
        Advisories.Entry<TpiAdvisoryAcknowledged, AcknowledgeTpiAdvisory>(
            "instruksi diketahui regu TPI", "advisory acknowledged by a shift", "IMIGRASI/TPI-SEKUPANG",
            """
            {
              "checkpoint": "TPI-SEKUPANG",
              "shift": "PAGI"
            }
            """, "tpi_advisory_published"),
        Advisories.Entry<TpiPostureRaised, RaiseTpiPosture>("kesiagaan TPI dinaikkan", "checkpoint posture raised", "IMIGRASI/TPI-SEKUPANG",
            """
            {
              "checkpoint": "TPI-SEKUPANG",
              "description": "Dua petugas tambahan di konter feri sore.",
              "until": "2026-02-28"
            }
            """, "tpi_advisory_published"),
        Advisories.Entry<AdvisoryHitRecorded, RecordAdvisoryHit>("kecocokan instruksi dicatat", "advisory hit recorded", "IMIGRASI/TPI-SEKUPANG",
            """
            {
              "hitNumber": "PL/SEKUPANG/0113",
              "checkpoint": "TPI-SEKUPANG",
              "person": { "name": "Teratai", "nik": "5321010001900002", "passport": "ZZ0000012", "birthDate": "2001-03-14", "sex": "M", "nationality": "ID" }
            }
            """, "tpi_advisory_published"),
        Advisories.Entry<HitOutcomeReported, ReportHitOutcome>("hasil kecocokan dilaporkan", "hit outcome reported", "IMIGRASI/TPI-SEKUPANG",
            """
            {
              "hitNumber": "PL/SEKUPANG/0113",
              "outcome": "HandedOver",
              "explanation": "Keberangkatan ditunda, diserahkan ke BP3MI."
            }
            """, "tpi_advisory_published", "advisory_hit_recorded"),
        Advisories.Entry<AdvisoryExtended, ExtendAdvisory>("instruksi diperpanjang", "advisory extended", "IMIGRASI/DITJEN-IMIGRASI",
            """
            {
              "validTo": "2026-04-30",
              "reason": "Jaringan masih bergerak."
            }
            """, "tpi_advisory_published"),
        Advisories.Entry<AdvisoryExpired, ExpireAdvisory>("instruksi berakhir", "advisory expired", null,
            """
            {
              "validTo": "2026-03-31"
            }
            """, "tpi_advisory_published"),
    ];
}
