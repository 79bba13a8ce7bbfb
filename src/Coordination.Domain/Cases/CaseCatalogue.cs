using Coordination.Domain.Kernel;

namespace Coordination.Domain.Cases;

/// <summary>Joint cases (Perpres 69/2008 jo 49/2023).</summary>
internal static class CaseCatalogue
{
    private static readonly CatalogueOf<CaseEvent> Stream = new(CaseDecider.Kind);

    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        Stream.Entry<CaseOpened, OpenCase>("kasus dibuka", "case opened", "IMIGRASI/KANIM-BATAM",
            """
            {
              "title": "Malaka-Batam-Kamboja",
              "phase": "BeforeDeparture",
              "summary": "Perekrutan dari Malaka lewat Batam ke Kamboja.",
              "sources": [{ "stream": "6f1e2c44-0d3b-5a0e-9a51-2f6d7c1b0a01", "kind": "departure_screening" }],
              "subjects": [{ "person": { "name": "Teratai", "nik": "5321010001900002", "passport": "ZZ0000012", "birthDate": "2001-03-14", "sex": "M", "nationality": "ID" }, "role": "SuspectedVictim", "status": "Suspected" }],
              "members": ["IMIGRASI", "POLRI", "BP3MI"]
            }
            """),
        Stream.Entry<CaseSourceLinked, LinkCaseSource>("sumber dikaitkan ke kasus", "case source linked", "IMIGRASI/KANIM-BATAM",
            """
            {
              "source": { "stream": "6f1e2c44-0d3b-5a0e-9a51-2f6d7c1b0a02", "kind": "intelligence_report" },
              "reason": "Nomor telepon yang sama."
            }
            """, "case_opened"),
        Stream.Entry<CaseSubjectAdded, AddCaseSubject>("subjek ditambahkan ke kasus", "case subject added", "IMIGRASI/KANIM-BATAM",
            """
            {
              "subject": { "person": { "name": "Gagak", "nik": "2171010001800001", "phone": "+6200000012", "sex": "M" }, "role": "Suspect" }
            }
            """, "case_opened"),
        Stream.Entry<CaseIndicatorsAssessed, AssessCaseIndicators>("unsur TPPO dinilai", "case indicators assessed", "IMIGRASI/KANIM-BATAM",
            """
            {
              "acts": ["Recruitment", "Transport"],
              "means": ["Deception"],
              "purposes": ["ForcedLabour"],
              "isChild": false
            }
            """, "case_opened"),
        Stream.Entry<CaseMemberAdded, AddCaseMember>("instansi anggota ditambahkan", "case member added", "IMIGRASI/KANIM-BATAM",
            """
            {
              "agency": "PEMDA-KAB",
              "reason": "Asal korban; menyiapkan pemulangan."
            }
            """, "case_opened"),
        Stream.Entry<CaseMemberRemoved, RemoveCaseMember>("instansi anggota dikeluarkan", "case member removed", "IMIGRASI/KANIM-BATAM",
            """
            {
              "agency": "BP3MI",
              "reason": "Tidak lagi menangani korban dalam kasus ini."
            }
            """, "case_opened"),
        Stream.Entry<CaseClosed, CloseCase>("kasus ditutup", "case closed", "IMIGRASI/KANIM-BATAM",
            """
            {
              "ground": "FinalJudgment",
              "note": "Putusan berkekuatan hukum tetap; restitusi dibayar."
            }
            """, "case_opened"),
        Stream.Entry<CaseReopened, ReopenCase>("kasus dibuka kembali", "case reopened", "IMIGRASI/KANIM-BATAM",
            """
            {
              "reason": "Korban lain melapor."
            }
            """, "case_opened", "case_closed"),
    ];
}
