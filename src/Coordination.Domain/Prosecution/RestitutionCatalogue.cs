using Coordination.Domain.Kernel;

namespace Coordination.Domain.Prosecution;

/// <summary>Restitution (UU 21/2007 Ps 48-50): assessed, claimed, ordered, paid.</summary>
internal static class RestitutionCatalogue
{
    private const string Victim =
        """{ "name": "Teratai", "nik": "5321010001900002", "passport": "ZZ0000012", "birthDate": "2001-03-14", "sex": "M", "nationality": "ID" }""";

    private static readonly string[] Claimed = ["restitution_assessed", "restitution_claimed"];

    private static readonly CatalogueOf<ProsecutionEvent> Stream = new(ProsecutionDecider.Kind);

    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        Stream.Entry<RestitutionAssessed, AssessRestitution>("restitusi dinilai", "restitution assessed", "LPSK/LPSK-PUSAT",
            $$"""
            {
              "victim": {{Victim}},
              "amountRupiah": 52000000,
              "assessmentNumber": "R-119/LPSK/2026"
            }
            """, "police_report_registered"),
        Stream.Entry<RestitutionClaimed, ClaimRestitution>("restitusi dimohonkan", "restitution claimed", "KEJAKSAAN/KEJARI-BATAM",
            $$"""
            {
              "victim": {{Victim}},
              "amountRupiah": 52000000,
              "claimNumber": "B-402/RES/2026"
            }
            """, "police_report_registered", "restitution_assessed"),
        Stream.Entry<RestitutionOrdered, OrderRestitution>("restitusi diputus", "restitution ordered", "PENGADILAN/PN-BATAM",
            $$"""
            {
              "victim": {{Victim}},
              "amountRupiah": 48000000,
              "decisionNumber": "88/Pid.Sus/2026/PN Btm"
            }
            """, [.. CaseFileCatalogue.Indicted, .. Claimed, "verdict_rendered"]),
        Stream.Entry<RestitutionPaid, PayRestitution>("restitusi dibayar", "restitution paid", "KEJAKSAAN/KEJARI-BATAM",
            $$"""
            {
              "victim": {{Victim}},
              "amountRupiah": 48000000,
              "receiptNumber": "KW-15/RES/2026"
            }
            """, [.. CaseFileCatalogue.Indicted, .. Claimed, "verdict_rendered", "restitution_ordered"]),
    ];
}
