using Coordination.Domain.Kernel;

namespace Coordination.Domain.Alerts;

/// <summary>Alerts: raised by rules, answered by people.</summary>
internal static class AlertCatalogue
{
    private static readonly CatalogueOf<AlertEvent> Stream = new(AlertDecider.Kind);

    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        Stream.Entry<AlertRaised, RaiseAlert>("peringatan muncul", "alert raised", null,
            """
            {
              "code": "A-REPEAT",
              "rule": "R11",
              "ruleVersion": 1,
              "severity": "Critical",
              "evidence": ["6f1e2c44-0d3b-5a0e-9a51-2f6d7c1b0a01", "6f1e2c44-0d3b-5a0e-9a51-2f6d7c1b0a02"],
              "subjects": [{ "name": "Teratai", "nik": "5321010001900002", "passport": "ZZ0000012", "birthDate": "2001-03-14", "sex": "M", "nationality": "ID" }],
              "recipients": ["agency:IMIGRASI", "agency:BP3MI"],
              "facts": { "earlierPlace": "TPI-BATAM-CENTER", "place": "TPI-SEKUPANG", "days": "7" },
              "place": "TPI-SEKUPANG"
            }
            """),
        Stream.Entry<AlertAcknowledged, AcknowledgeAlert>("peringatan diketahui", "alert acknowledged", "IMIGRASI/KANIM-BATAM",
            """
            {
              "note": "Petugas TPI diberi tahu."
            }
            """, "alert_raised"),
        Stream.Entry<AlertAssigned, AssignAlert>("peringatan diambil", "alert assigned", "IMIGRASI/KANIM-BATAM",
            """
            {
              "agency": "IMIGRASI",
              "unit": "KANIM-BATAM",
              "officer": "imigrasi.batam"
            }
            """, "alert_raised"),
        Stream.Entry<AlertEscalated, EscalateAlert>("peringatan dinaikkan", "alert escalated", null,
            """
            {
              "level": 1,
              "recipients": ["agency:SATGAS"]
            }
            """, "alert_raised"),
        Stream.Entry<AlertResolved, ResolveAlert>("peringatan diselesaikan", "alert resolved", "IMIGRASI/KANIM-BATAM",
            """
            {
              "outcome": "True",
              "explanation": "Orang yang sama, tujuan yang sama; keberangkatan ditunda lagi."
            }
            """, "alert_raised"),
        Stream.Entry<AlertReopened, ReopenAlert>("peringatan dibuka kembali", "alert reopened", "IMIGRASI/KANIM-BATAM",
            """
            {
              "reason": "Muncul keterangan baru."
            }
            """, "alert_raised", "alert_resolved"),
    ];
}
