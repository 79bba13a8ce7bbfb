using Coordination.Domain.Kernel;

namespace Coordination.Domain.Prosecution;

/// <summary>The file between investigator, prosecutor and court.</summary>
internal static class CaseFileCatalogue
{
    private const string Police = "POLRI/POLRESTA-BARELANG";
    private const string Prosecutor = "KEJAKSAAN/KEJARI-BATAM";

    private static readonly string[] Submitted = ["police_report_registered", "prosecutor_notified", "case_file_submitted"];
    private static readonly string[] Transferred = [.. Submitted, "case_file_declared_complete", "suspect_and_evidence_transferred"];

    private static readonly CatalogueOf<ProsecutionEvent> Stream = new(ProsecutionDecider.Kind);

    /// <summary>What stands before a verdict.</summary>
    public static IReadOnlyList<string> Indicted { get; } = [.. Transferred, "indictment_filed"];

    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        Stream.Entry<CaseFileSubmitted, SubmitCaseFile>("berkas perkara dikirim (tahap I)", "case file submitted", Police,
            """
            {
              "letterNumber": "BP/21/III/2026"
            }
            """, Submitted[..2]),
        Stream.Entry<CaseFileReturned, ReturnCaseFile>("berkas perkara dikembalikan (P-18/P-19)", "case file returned", Prosecutor,
            """
            {
              "kind": "P19",
              "letterNumber": "B-311/P-19/2026",
              "instructions": ["Periksa saksi pengelola penginapan.", "Lengkapi hasil forensik telepon."]
            }
            """, Submitted),
        Stream.Entry<CaseFileResubmitted, ResubmitCaseFile>("berkas perkara dikirim kembali", "case file resubmitted", Police,
            """
            {
              "letterNumber": "BP/21.a/IV/2026",
              "note": "Petunjuk dipenuhi."
            }
            """, [.. Submitted, "case_file_returned"]),
        Stream.Entry<CaseFileDeclaredComplete, DeclareCaseFileComplete>("berkas perkara lengkap (P-21)", "case file declared complete", Prosecutor,
            """
            {
              "letterNumber": "B-350/P-21/2026"
            }
            """, Submitted),
        Stream.Entry<SuspectAndEvidenceTransferred, TransferSuspectAndEvidence>(
            "tersangka dan barang bukti diserahkan (tahap II)", "suspect and evidence transferred", Police,
            """
            {
              "recordNumber": "BAST/II/44/2026",
              "suspects": [{ "name": "Gagak", "nik": "2171010001800001", "phone": "+6200000012", "sex": "M" }],
              "evidence": []
            }
            """, Transferred[..4]),
        Stream.Entry<IndictmentFiled, FileIndictment>("surat dakwaan dilimpahkan", "indictment filed", Prosecutor,
            """
            {
              "indictmentNumber": "PDM-77/BTM/2026",
              "court": "PN-BATAM",
              "articles": ["UU-21-2007:4", "UU-21-2007:10"],
              "demandOn": "2026-08-20"
            }
            """, Transferred),
        Stream.Entry<VerdictRendered, RenderVerdict>("putusan dijatuhkan", "verdict rendered", "PENGADILAN/PN-BATAM",
            """
            {
              "verdictNumber": "88/Pid.Sus/2026/PN Btm",
              "outcome": "Convicted",
              "articles": ["UU-21-2007:4"],
              "termMonths": 84,
              "fineRupiah": 200000000
            }
            """, [.. Indicted]),
    ];
}
