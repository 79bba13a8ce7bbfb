using Coordination.Domain.Kernel;

namespace Coordination.Domain.Screening;

/// <summary>Passport screening at a kanim (UU 6/2011 jo 63/2024, Permenkumham 8/2014).</summary>
internal static class PassportApplicationCatalogue
{
    private static readonly CatalogueOf<PassportApplicationEvent> Stream = new(PassportApplicationDecider.Kind);

    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        Stream.Entry<PassportApplicationReceived, ReceivePassportApplication>(
            "permohonan paspor diterima", "passport application received", "IMIGRASI/KANIM-ATAMBUA",
            """
            {
              "applicant": { "name": "Bakung", "nik": "5321010001900001", "birthDate": "1999-05-02", "sex": "M", "nationality": "ID" },
              "channel": "MPaspor",
              "purpose": "Tourism",
              "firstPassport": true,
              "destination": "KH",
              "domicile": "53.21.01.2001",
              "phone": "+6200000011",
              "email": "bakung@contoh.invalid",
              "familyCard": "5321010001990001",
              "means": { "monthlyIncome": 1500000, "minimumWage": 2300000, "tripCost": 18000000 },
              "documents": [{ "type": "IdentityCard", "number": "5321010001900001", "issuer": "DUKCAPIL" }],
              "births": [{ "source": "CivilRegistry", "year": 1999, "month": 5 }],
              "sex": "Male",
              "age": 26
            }
            """),
        Stream.Entry<PassportInterviewConducted, ConductPassportInterview>(
            "wawancara paspor dilakukan", "passport interview conducted", "IMIGRASI/KANIM-ATAMBUA",
            """
            {
              "applicant": { "name": "Bakung", "nik": "5321010001900001", "birthDate": "1999-05-02", "sex": "M", "nationality": "ID" },
              "redFlags": ["AnswersRehearsed", "EmployerUnknown"],
              "summary": "Menyebut tawaran kerja admin komputer; tidak tahu nama perusahaan.",
              "language": "id",
              "companions": [{ "name": "Elang", "phone": "+6200000011" }],
              "answers": ["Saya mau jadi admin komputer.", "Nama perusahaan belum tahu.", "Tiket dibayari dulu."],
              "recruiterPhone": "+6200000011",
              "host": { "kind": "Employer", "verified": false }
            }
            """, "passport_application_received"),
        Stream.Entry<ApplicantDocumentVerified, VerifyApplicantDocument>(
            "dokumen pemohon diverifikasi", "applicant's document verified", "IMIGRASI/KANIM-ATAMBUA",
            """
            {
              "document": "ManpowerRecommendation",
              "issuer": "PEMDA-BELU",
              "result": "NotFound",
              "documentNumber": "REK/00/FIKTIF/2026",
              "replyNumber": "560/12/DISNAKER/I/2026"
            }
            """, "passport_application_received"),
        Stream.Entry<DocumentForgerySuspected, SuspectDocumentForgery>(
            "dugaan dokumen palsu", "document forgery suspected", "IMIGRASI/KANIM-ATAMBUA",
            """
            {
              "document": "ManpowerRecommendation",
              "issuer": "PEMDA-BELU",
              "signs": ["IssuerDenies"],
              "explanation": "Dinas menyatakan nomor surat tidak pernah diterbitkan.",
              "documentNumber": "REK/00/FIKTIF/2026"
            }
            """, "passport_application_received"),
        Stream.Entry<FieldCheckOrdered, OrderFieldCheck>(
            "pengawasan lapangan diperintahkan", "field check ordered", "IMIGRASI/KANIM-ATAMBUA",
            """
            {
              "orderNumber": "SP/021/I/2026",
              "reason": "StatementDoubted",
              "place": "53.21.01",
              "question": "Apakah keluarga tahu tujuan perjalanan?"
            }
            """, "passport_application_received"),
        Stream.Entry<FieldCheckReported, ReportFieldCheck>(
            "hasil pengawasan lapangan dilaporkan", "field check reported", "IMIGRASI/KANIM-ATAMBUA",
            """
            {
              "orderNumber": "SP/021/I/2026",
              "finding": "Contradicted",
              "summary": "Keluarga tidak mengetahui rencana perjalanan."
            }
            """, "passport_application_received", "field_check_ordered"),
        Stream.Entry<PassportIssuanceDeferred, DeferPassportIssuance>(
            "penerbitan paspor ditunda", "passport issuance deferred", "IMIGRASI/KANIM-ATAMBUA",
            """
            {
              "applicant": { "name": "Bakung", "nik": "5321010001900001", "birthDate": "1999-05-02", "sex": "M", "nationality": "ID" },
              "reasons": ["SuspectedNonProceduralWork", "NoPlacementDocuments"],
              "documentsAsked": ["perjanjian kerja", "rekomendasi Disnaker"],
              "reviewOn": "2026-02-20"
            }
            """, "passport_application_received"),
        Stream.Entry<PassportApplicationRefused, RefusePassportApplication>(
            "permohonan paspor ditolak", "passport application refused", "IMIGRASI/KANIM-ATAMBUA",
            """
            {
              "applicant": { "name": "Bakung", "nik": "5321010001900001", "birthDate": "1999-05-02", "sex": "M", "nationality": "ID" },
              "reasons": ["PurposeNotCredible"],
              "explanation": "Tujuan perjalanan tidak sesuai dengan keterangan dan dokumen.",
              "appealInformation": "Keberatan tertulis kepada Kepala Kantor dalam 14 hari."
            }
            """, "passport_application_received"),
        Stream.Entry<DeferredApplicantReferred, ReferDeferredApplicant>(
            "pemohon dirujuk", "deferred applicant referred", "IMIGRASI/KANIM-ATAMBUA",
            """
            {
              "toAgency": "BP3MI",
              "toUnit": "BP3MI-NTT",
              "advice": "Penjelasan jalur penempatan resmi."
            }
            """, "passport_application_received", "passport_issuance_deferred"),
        Stream.Entry<ApplicantReferralAccepted, AcceptApplicantReferral>(
            "rujukan pemohon diterima", "applicant's referral accepted", "BP3MI/BP3MI-NTT",
            """
            {
              "attended": true,
              "note": "Hadir dan menerima penjelasan jalur resmi."
            }
            """, "passport_application_received", "passport_issuance_deferred", "deferred_applicant_referred"),
        Stream.Entry<PassportDeferralLifted, LiftPassportDeferral>(
            "penundaan paspor dicabut", "passport deferral lifted", "IMIGRASI/KANIM-ATAMBUA",
            """
            {
              "evidence": "Perjanjian kerja dan rekomendasi Disnaker diperiksa."
            }
            """, "passport_application_received", "passport_issuance_deferred"),
        Stream.Entry<PassportIssued, IssuePassport>(
            "paspor diterbitkan", "passport issued", "IMIGRASI/KANIM-ATAMBUA",
            """
            {
              "passportNumber": "ZZ0000011",
              "validUntil": "2036-01-20"
            }
            """, "passport_application_received"),
        Stream.Entry<ApplicantReappliedElsewhere, NoteReapplication>(
            "pemohon mengajukan lagi di kantor lain", "applicant reapplied at another office", null,
            """
            {
              "applicant": { "name": "Bakung", "nik": "5321010001900001", "birthDate": "1999-05-02", "sex": "M", "nationality": "ID" },
              "earlierApplication": "6f1e2c44-0d3b-5a0e-9a51-2f6d7c1b0a01",
              "earlierAnswer": "Deferred",
              "earlierUnit": "KANIM-KUPANG",
              "earlierAt": "2026-01-20T03:00:00+00:00"
            }
            """, "passport_application_received"),
    ];
}
