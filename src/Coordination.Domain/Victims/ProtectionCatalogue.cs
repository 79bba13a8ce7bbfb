using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

/// <summary>Services for victims (UU 21/2007 Ps 51-54): consent, shelter and care. What comes after is in <see cref="ReturnCatalogue"/>.</summary>
internal static class ProtectionCatalogue
{
    private const string Agreed = "service_consent_given";

    private static readonly CatalogueOf<ProtectionEvent> Stream = new(ProtectionDecider.Kind);

    public static IReadOnlyList<CatalogueEntry> Entries { get; } = [.. Consents(), .. Care(), .. Legal(), .. ReturnCatalogue.Entries];

    private static IEnumerable<CatalogueEntry> Consents() =>
    [
        Stream.Entry<ServiceConsentGiven, GiveServiceConsent>("persetujuan layanan diberikan", "consent to services given", "BP3MI/BP3MI-KEPRI",
            """
            {
              "person": { "name": "Teratai", "nik": "5321010001900002", "passport": "ZZ0000012", "birthDate": "2001-03-14", "sex": "M", "nationality": "ID" },
              "services": ["Health", "MedicoLegal", "Psychosocial", "FamilySupport", "LegalAid", "WitnessProtection", "Repatriation", "Reintegration"],
              "givenBy": "Self",
              "language": "id"
            }
            """),
        Stream.Entry<ServiceConsentDeclined, DeclineServiceConsent>("persetujuan layanan tidak diberikan", "consent to services declined", "BP3MI/BP3MI-KEPRI",
            """
            {
              "services": ["Shelter"],
              "givenBy": "Self",
              "note": "Memilih tinggal di rumah kerabat."
            }
            """, Agreed),
        Stream.Entry<ServiceConsentWithdrawn, WithdrawServiceConsent>("persetujuan layanan dicabut", "consent to services withdrawn", "BP3MI/BP3MI-KEPRI",
            """
            {
              "services": ["WitnessProtection"],
              "givenBy": "Self"
            }
            """, Agreed),
        Stream.Entry<ShelterAdmitted, AdmitToShelter>("diterima di rumah perlindungan", "admitted to shelter", "BP3MI/BP3MI-KEPRI",
            """
            {
              "person": { "name": "Teratai", "nik": "5321010001900002", "passport": "ZZ0000012", "birthDate": "2001-03-14", "sex": "M", "nationality": "ID" },
              "kind": "Bp3mi",
              "shelter": "Rumah Ramah PMI BP3MI Kepri",
              "consentGiven": true,
              "needs": ["konseling", "pemulangan"]
            }
            """),
        Stream.Entry<ShelterDischarged, DischargeFromShelter>("keluar dari rumah perlindungan", "discharged from shelter", "BP3MI/BP3MI-KEPRI",
            """
            {
              "reason": "ReturnedHome"
            }
            """, "shelter_admitted"),
    ];

    private static IEnumerable<CatalogueEntry> Care() =>
    [
        Stream.Entry<HealthAssessed, AssessHealth>("kesehatan diperiksa", "health assessed", "BP3MI/BP3MI-KEPRI",
            """
            {
              "facility": "Puskesmas Sekupang",
              "emergency": true
            }
            """, Agreed),
        Stream.Entry<MedicoLegalExamined, ExamineMedicoLegally>("visum et repertum dibuat", "medico-legal examination made", "POLRI/POLRESTA-BARELANG",
            """
            {
              "reportNumber": "VER/31/II/2026",
              "facility": "RS Bhayangkara Batam"
            }
            """, Agreed),
        Stream.Entry<TreatmentCompleted, CompleteTreatment>("perawatan selesai", "treatment completed", "BP3MI/BP3MI-KEPRI",
            """
            {
              "facility": "Puskesmas Sekupang"
            }
            """, Agreed),
        Stream.Entry<PsychosocialAssessed, AssessPsychosocially>("asesmen psikososial", "psychosocial assessment", "KEMENSOS/SENTRA-KUPANG",
            """
            {
              "guideline": "PEDOMAN-PSIKOSOSIAL-LAKI-LAKI",
              "needs": ["tidur terganggu", "rasa malu kepada keluarga"]
            }
            """, Agreed),
        Stream.Entry<ServicePlanAgreed, AgreeServicePlan>("rencana layanan disepakati", "service plan agreed", "KEMENSOS/SENTRA-KUPANG",
            """
            {
              "services": ["Psychosocial", "LegalAid", "Repatriation"],
              "goals": "Pulang dalam satu bulan, lalu pelatihan las."
            }
            """, Agreed, "psychosocial_assessed"),
        Stream.Entry<CounsellingSessionHeld, HoldCounsellingSession>("sesi konseling", "counselling session", "KEMENSOS/SENTRA-KUPANG",
            """
            {
              "session": 1,
              "attended": true,
              "guideline": "PEDOMAN-PSIKOSOSIAL-LAKI-LAKI"
            }
            """, Agreed),
        Stream.Entry<FamilySupported, SupportFamily>("keluarga didampingi", "family supported", "PEMDA-KAB/PEMDA-MALAKA",
            """
            {
              "support": "Counselling"
            }
            """, Agreed),
    ];

    private static IEnumerable<CatalogueEntry> Legal() =>
    [
        Stream.Entry<LegalAidAssigned, AssignLegalAid>("bantuan hukum ditunjuk", "legal aid assigned", "BP3MI/BP3MI-KEPRI",
            """
            {
              "organisation": "LBH Fiktif Batam",
              "assignmentNumber": "SK/12/2026"
            }
            """, Agreed),
        Stream.Entry<WitnessProtectionRequested, RequestWitnessProtection>("perlindungan saksi diminta", "witness protection requested", "BP3MI/BP3MI-KEPRI",
            """
            {
              "requestNumber": "B.118/KEPRI/II/2026"
            }
            """, Agreed),
        Stream.Entry<WitnessProtectionGranted, GrantWitnessProtection>("perlindungan saksi diberikan", "witness protection granted", "LPSK/LPSK-PUSAT",
            """
            {
              "decisionNumber": "A.0401/KEP/SMP-LPSK/III/2026",
              "measures": ["HiddenIdentity", "Accompaniment"],
              "until": "2026-08-31"
            }
            """, Agreed, "witness_protection_requested"),
        Stream.Entry<ServiceLinkedToMatter, LinkServiceToMatter>("layanan dihubungkan dengan perkara", "services linked to a matter", "BP3MI/BP3MI-KEPRI",
            """
            {
              "kind": "PoliceReport",
              "matter": "6f1e2c44-0d3b-5a0e-9a51-2f6d7c1b0a09"
            }
            """, Agreed),
    ];
}
