using Coordination.Domain.Kernel;

namespace Coordination.Domain.Prosecution;

/// <summary>From the police report or the order of investigation to the verdict (KUHAP; the police alone investigate trafficking).</summary>
internal static class ProsecutionCatalogue
{
    private const string Police = "POLRI/POLRESTA-BARELANG";
    private const string Immigration = "IMIGRASI/KANIM-BATAM";

    private static readonly CatalogueOf<ProsecutionEvent> Stream = new(ProsecutionDecider.Kind);

    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        Stream.Entry<PoliceReportRegistered, RegisterPoliceReport>(
            "laporan polisi didaftarkan", "police report registered", Police,
            """
            {
              "reportNumber": "LP/A/12/II/2026",
              "articles": ["UU-21-2007:4", "UU-21-2007:10"],
              "suspects": [{ "name": "Gagak", "nik": "2171010001800001", "phone": "+6200000012", "sex": "M" }],
              "victims": [{ "name": "Teratai", "nik": "5321010001900002", "passport": "ZZ0000012", "birthDate": "2001-03-14", "sex": "M", "nationality": "ID" }]
            }
            """),
        Stream.Entry<InvestigationStarted, StartInvestigation>(
            "penyidikan dimulai (sprindik)", "investigation started", Immigration,
            """
            {
              "orderNumber": "SPRIN.DIK/03/II/2026",
              "articles": ["UU-1-2023:457"],
              "suspects": [{ "name": "Gagak", "nik": "2171010001800001", "phone": "+6200000012", "sex": "M" }]
            }
            """),
        Stream.Entry<ExploitationIndicated, IndicateExploitation>(
            "unsur eksploitasi ditemukan", "signs of exploitation found", Immigration,
            """
            {
              "acts": ["Recruitment", "Transport"],
              "means": ["Deception", "DebtBondage"],
              "purposes": ["ForcedLabour"],
              "note": "Upah ditahan dan paspor diambil."
            }
            """, "investigation_started"),
        Stream.Entry<CoordinationHeld, HoldCoordination>(
            "gelar perkara bersama dilaksanakan", "joint conference held", Immigration,
            """
            {
              "minutesNumber": "BA-GELAR/02/II/2026",
              "agencies": ["IMIGRASI", "POLRI"],
              "opinion": "Unsur perdagangan orang terpenuhi.",
              "route": "Police"
            }
            """, "investigation_started", "exploitation_indicated"),
        Stream.Entry<OffenceReclassified, ReclassifyOffence>(
            "tindak pidana beralih", "offence reclassified", Immigration,
            """
            {
              "from": "Smuggling",
              "to": "Trafficking",
              "competentAgency": "POLRI",
              "competentUnit": "POLRESTA-BARELANG",
              "reason": "Ada tujuan eksploitasi; hasil gelar perkara bersama.",
              "articles": ["UU-21-2007:4"]
            }
            """, "investigation_started", "exploitation_indicated", "coordination_held"),
        Stream.Entry<ProsecutorNotified, NotifyProsecutor>(
            "penuntut umum diberi tahu (SPDP)", "prosecutor notified", Police,
            """
            {
              "noticeNumber": "SPDP/08/II/2026",
              "prosecutorOffice": "KEJARI-BATAM",
              "recipients": ["Prosecutor", "ReporterOrVictim", "Suspect"],
              "investigationStartedOn": "2026-02-12"
            }
            """, "police_report_registered"),
        Stream.Entry<InvestigationTerminated, TerminateInvestigation>(
            "penyidikan dihentikan (SP3)", "investigation terminated", Immigration,
            """
            {
              "orderNumber": "SP3/01/II/2026",
              "ground": "NotEnoughEvidence",
              "reason": "Kurang cukup bukti.",
              "policeCoordination": "B/114/II/2026/Satreskrim"
            }
            """, "investigation_started"),
        Stream.Entry<TerminationNotified, NotifyTermination>(
            "penghentian penyidikan diberitahukan", "termination notified", Immigration,
            """
            {
              "noticeNumber": "SP3-B/01/II/2026",
              "recipients": ["Prosecutor", "Suspect"]
            }
            """, "investigation_started", "investigation_terminated"),
        .. CaseFileCatalogue.Entries,
        .. RestitutionCatalogue.Entries,
    ];
}
