using Coordination.Domain.Kernel;

namespace Coordination.Domain.Tips;

/// <summary>What the public tells (UU 21/2007 Ps 60-63, UU 18/2017 Ps 42).</summary>
internal static class TipCatalogue
{
    private static readonly CatalogueOf<TipEvent> Stream = new(TipDecider.Kind);

    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        Stream.Entry<TipReceived, ReceiveTip>("laporan masyarakat diterima", "tip received", "SATGAS/SEKRETARIAT",
            """
            {
              "channel": "Pulpit",
              "anonymous": true,
              "urgency": "Urgent",
              "summary": "Seseorang menawarkan kerja admin komputer di luar negeri kepada pemuda desa.",
              "trackingCode": "FKT-7K4M-2Q9X",
              "village": "53.21.01.2001",
              "subjects": [{ "person": { "name": "Elang", "phone": "+6200000011" }, "role": "Recruiter" }],
              "phones": ["+6200000011"],
              "signs": ["JobOffer"],
              "destination": "KH",
              "mediaSha256": ["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"]
            }
            """),
        Stream.Entry<TipTriaged, TriageTip>("laporan dipilah", "tip triaged", "SATGAS/SEKRETARIAT",
            """
            {
              "category": "Recruitment",
              "priority": "High"
            }
            """, "tip_received"),
        Stream.Entry<TipAssigned, AssignTip>("laporan ditugaskan", "tip assigned", "SATGAS/SEKRETARIAT",
            """
            {
              "toAgency": "POLRI",
              "toUnit": "POLRES-MALAKA",
              "note": "Mohon diperiksa di desa."
            }
            """, "tip_received", "tip_triaged"),
        Stream.Entry<TipVerified, VerifyTip>("laporan terverifikasi", "tip verified", "POLRI/POLRES-MALAKA",
            """
            {
              "basis": ["FieldVisit", "Interview"],
              "summary": "Dua keluarga membenarkan tawaran itu."
            }
            """, "tip_received", "tip_triaged", "tip_assigned"),
        Stream.Entry<TipUnsubstantiated, FindTipUnsubstantiated>("laporan tidak terbukti", "tip unsubstantiated", "POLRI/POLRES-MALAKA",
            """
            {
              "basis": ["FieldVisit"],
              "reason": "Tidak ada warga yang mengenal perekrut itu."
            }
            """, "tip_received", "tip_triaged", "tip_assigned"),
        Stream.Entry<TipConverted, ConvertTip>("laporan ditindaklanjuti menjadi perkara", "tip converted", "SATGAS/SEKRETARIAT",
            """
            {
              "into": "Case",
              "target": "6f1e2c44-0d3b-5a0e-9a51-2f6d7c1b0a01"
            }
            """, "tip_received", "tip_triaged"),
        Stream.Entry<ReporterInformed, InformReporter>("pelapor diberi tahu", "reporter informed", "SATGAS/SEKRETARIAT",
            """
            {
              "feedback": "BeingLookedInto"
            }
            """, "tip_received", "tip_triaged", "tip_assigned"),
    ];
}
