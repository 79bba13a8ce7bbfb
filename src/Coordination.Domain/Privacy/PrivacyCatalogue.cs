using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

/// <summary>Questions between agencies, and the protection of personal data (UU 27/2022).</summary>
internal static class PrivacyCatalogue
{
    private const string Police = "POLRI/POLRESTA-BARELANG";
    private const string Protector = "BP3MI/BP3MI-KEPRI";

    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
        [.. Questions(), .. Requests(), .. Retentions(), .. Holds(), .. Breaches(), .. Anomalies()];

    private static IEnumerable<CatalogueEntry> Questions()
    {
        yield return new CatalogueOf<DeconflictionEvent>(DeconflictionDecider.Kind).Entry<DeconflictionAsked, AskDeconfliction>(
            "pertanyaan dekonfliksi", "deconfliction question", null,
            """
            {
              "soughtBy": "Passport",
              "sought": ["q1a2b3c4d5e6f708"],
              "purpose": "Investigation",
              "contacts": [{ "agency": "BP3MI", "unit": "BP3MI-KEPRI", "desk": "PELINDUNGAN" }],
              "operation": "Operasi contoh"
            }
            """);
        var notices = new CatalogueOf<ContactNoticeEvent>(ContactNoticeDecider.Kind);
        yield return notices.Entry<ContactNoticed, NoticeContact>(
            "kontak penanya diberitahukan", "contact of an asker noticed", null,
            """
            {
              "askedBy": { "agency": "POLRI", "unit": "POLRESTA-BARELANG", "desk": "PPA-PPO" },
              "told": [{ "agency": "BP3MI", "unit": "BP3MI-KEPRI", "desk": "PELINDUNGAN" }]
            }
            """);
        yield return notices.Entry<ContactNoticeAcknowledged, AcknowledgeContactNotice>(
            "kontak penanya ditindaklanjuti", "contact notice taken up", Protector,
            """
            {
              "note": "Sudah dihubungi."
            }
            """, "contact_noticed");
    }

    private static IEnumerable<CatalogueEntry> Requests()
    {
        var requests = new CatalogueOf<SubjectRequestEvent>(SubjectRequestDecider.Kind);
        yield return requests.Entry<DataSubjectRequestReceived, ReceiveSubjectRequest>(
            "permintaan subjek data diterima", "data subject request received", Protector,
            """
            {
              "subject": { "name": "Teratai", "nik": "5321010001050001" },
              "right": "Objection",
              "reference": "PDP/3/2026"
            }
            """);
        yield return requests.Entry<DataSubjectRequestFulfilled, FulfilSubjectRequest>(
            "permintaan subjek data dipenuhi", "data subject request fulfilled", Protector,
            """
            {
              "note": "Salinan diserahkan langsung."
            }
            """, "data_subject_request_received");
        yield return requests.Entry<DataSubjectRequestRefused, RefuseSubjectRequest>(
            "permintaan subjek data ditolak", "data subject request refused", Protector,
            """
            {
              "limit": "LegalProcess",
              "note": "Perkara masih disidangkan."
            }
            """, "data_subject_request_received");
        yield return requests.Entry<DataSubjectRequestHandedToErasure, HandRequestToErasure>(
            "permintaan penghapusan diteruskan", "erasure request handed over", Protector,
            """
            {
              "erasure": "0190a000-0000-7000-8000-0000000000e1"
            }
            """, "data_subject_request_received");
    }

    private static IEnumerable<CatalogueEntry> Retentions()
    {
        var retentions = new CatalogueOf<RetentionEvent>(RetentionDecider.Kind);
        yield return retentions.Entry<RetentionProposed, ProposeRetention>(
            "akhir masa simpan diusulkan", "end of retention proposed", null,
            """
            {
              "subject": { "name": "Teratai", "nik": "5321010001050001" },
              "class": "CasePerson",
              "agency": "BP3MI",
              "lastEntryOn": "2021-01-10",
              "dueOn": "2026-01-10"
            }
            """);
        yield return retentions.Entry<RetentionApproved, ApproveRetention>(
            "akhir masa simpan disetujui", "end of retention approved", Protector,
            """
            {
              "note": "Perkara selesai."
            }
            """, "retention_proposed");
        yield return retentions.Entry<RetentionHandedToErasure, HandRetentionToErasure>(
            "akhir masa simpan diteruskan ke penghapusan", "end of retention handed to erasure", "BP3MI/BP3MI-NTT",
            """
            {
              "erasure": "0190a000-0000-7000-8000-0000000000e2"
            }
            """, "retention_proposed", "retention_approved");
        yield return retentions.Entry<RetentionDeferred, DeferRetention>(
            "akhir masa simpan ditunda", "end of retention deferred", Protector,
            """
            {
              "until": "2027-01-10",
              "reason": "Permohonan restitusi belum diputus."
            }
            """, "retention_proposed");
    }

    private static IEnumerable<CatalogueEntry> Holds()
    {
        var holds = new CatalogueOf<LegalHoldEvent>(LegalHoldDecider.Kind);
        yield return holds.Entry<LegalHoldPlaced, PlaceLegalHold>(
            "penahanan data dipasang", "legal hold placed", Police,
            """
            {
              "ground": "Investigation",
              "reference": "LP/1/I/2026",
              "person": { "name": "Gagak", "nik": "2171010001800001" }
            }
            """);
        yield return holds.Entry<LegalHoldLifted, LiftLegalHold>(
            "penahanan data dicabut", "legal hold lifted", "POLRI/POLRES-BELU",
            """
            {
              "reason": "Putusan berkekuatan hukum tetap."
            }
            """, "legal_hold_placed");
    }

    private static IEnumerable<CatalogueEntry> Breaches()
    {
        var breaches = new CatalogueOf<BreachEvent>(BreachDecider.Kind);
        yield return breaches.Entry<BreachDeclared, DeclareBreach>(
            "kegagalan pelindungan data dinyatakan", "data breach declared", Protector,
            """
            {
              "summary": "Satu akun dipakai pada dini hari.",
              "knownAt": "2026-02-12T08:00:00+07:00",
              "from": "2026-02-11T01:00:00+07:00",
              "until": "2026-02-11T04:00:00+07:00",
              "officers": ["bp3mi.contoh"]
            }
            """);
        yield return breaches.Entry<BreachAssessed, AssessBreach>(
            "kegagalan pelindungan data dinilai", "data breach assessed", Protector,
            """
            {
              "risk": "High",
              "data": ["Name", "Contact"],
              "handling": "Akun ditutup.",
              "recovery": "Tempat aman diganti."
            }
            """, "breach_declared");
        yield return breaches.Entry<BreachNotified, NotifyBreach>(
            "kegagalan pelindungan data diberitahukan", "data breach notified", Protector,
            """
            {
              "parties": ["Subjects", "Authority"],
              "reference": "PDP/9/2026"
            }
            """, "breach_declared", "breach_assessed");
        yield return breaches.Entry<BreachClosed, CloseBreach>(
            "kegagalan pelindungan data ditutup", "data breach closed", Protector,
            """
            {
              "note": "Kode kedua diwajibkan."
            }
            """, "breach_declared", "breach_assessed", "breach_notified");
    }

    private static IEnumerable<CatalogueEntry> Anomalies()
    {
        yield return new CatalogueOf<AccessAnomalyEvent>(AccessAnomalyDecider.Kind).Entry<AccessAnomalyDetected, NoteAccessAnomaly>(
            "pola akses tidak wajar", "unusual pattern of access", null,
            """
            {
              "officer": "bp3mi.contoh",
              "agency": "BP3MI",
              "unit": "BP3MI-KEPRI",
              "kind": "FanOutOfOfficer",
              "values": 16,
              "minutes": 10
            }
            """);
    }
}
