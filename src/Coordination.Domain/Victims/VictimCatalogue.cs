using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

/// <summary>Identification of victims (UU 21/2007 Ps 44-54, Permen PPPA 8/2021). An event names the person: the subject is the sender's own reference only.</summary>
internal static class VictimCatalogue
{
    private const string Cendana =
        """{ "name": "Cendana", "nik": "5321010001900007", "passport": "ZZ0000017", "birthDate": "1999-05-02", "sex": "M", "nationality": "ID" }""";

    private static readonly CatalogueOf<VictimEvent> Stream = new(VictimDecider.Kind);

    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        Stream.Entry<VictimReferred, ReferVictim>("terduga korban dirujuk", "possible victim referred", "IMIGRASI/KANIM-BATAM",
            $$"""
            {
              "person": {{Cendana}},
              "source": "Operation",
              "circumstances": "Ditemukan di rumah penampungan tanpa dokumen."
            }
            """),
        Stream.Entry<VictimScreened, ScreenVictim>("skrining korban", "victim screened", "BP3MI/BP3MI-KEPRI",
            $$"""
            {
              "person": {{Cendana}},
              "form": "SKRINING-TPPO",
              "indicators": ["A1", "A4", "C2"],
              "score": 5,
              "isChild": false,
              "formLanguage": "id"
            }
            """, "victim_referred"),
        Stream.Entry<VictimStatusDetermined, DetermineVictimStatus>("status korban ditetapkan", "victim status determined", "BP3MI/BP3MI-KEPRI",
            $$"""
            {
              "person": {{Cendana}},
              "status": "Presumed",
              "grounds": "Dokumen dipegang perekrut, gaji tidak dibayar."
            }
            """, "victim_referred", "victim_screened"),
        Stream.Entry<VictimStatusRevised, ReviseVictimStatus>("penetapan status korban diubah", "victim status revised", "BP3MI/BP3MI-KEPRI",
            $$"""
            {
              "person": {{Cendana}},
              "status": "Confirmed",
              "reason": "Keterangan dua saksi lain sejalan.",
              "acts": ["Recruitment", "Harbouring"],
              "means": ["Deception"],
              "purposes": ["ForcedLabour"]
            }
            """, "victim_status_determined"),
        Stream.Entry<ReflectionPeriodGranted, GrantReflectionPeriod>("masa pemulihan diberikan", "reflection period granted", "IMIGRASI/KANIM-BATAM",
            $$"""
            {
              "person": {{Cendana}},
              "decisionNumber": "W32.IMI.1-GR.03.02-0117"
            }
            """, "victim_status_determined"),
    ];
}
