using Coordination.Domain.Kernel;

namespace Coordination.Domain.Outreach;

/// <summary>Outreach to villages and questions to them (UU 18/2017 Ps 42, UU 21/2007 Ps 57).</summary>
internal static class OutreachCatalogue
{
    private static readonly CatalogueOf<OutreachSessionEvent> Session = new(OutreachSessionDecider.Kind);
    private static readonly CatalogueOf<FosteredVillageEvent> Village = new(FosteredVillageDecider.Kind);
    private static readonly CatalogueOf<CommunityPartnerEvent> Partner = new(CommunityPartnerDecider.Kind);
    private static readonly CatalogueOf<VillageVerificationEvent> Verification = new(VillageVerificationDecider.Kind);

    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        Village.Entry<VillageDesignated, DesignateVillage>("desa binaan ditetapkan", "village designated", "IMIGRASI/KANIM-ATAMBUA",
            """
            {
              "village": "53.21.01.2001",
              "decreeNumber": "SK/KANIM-ATB/004/2026",
              "risk": "High"
            }
            """),
        Village.Entry<OfficerAssignedToVillage, AssignOfficerToVillage>(
            "petugas ditugaskan ke desa binaan", "officer assigned to village", "IMIGRASI/KANIM-ATAMBUA",
            """
            {
              "officer": "imigrasi.atambua",
              "role": "PETUGAS_IMIGRASI_PEMBINA_DESA",
              "decreeNumber": "SK/KANIM-ATB/005/2026"
            }
            """, "village_designated"),
        Partner.Entry<CommunityPartnerRegistered, RegisterCommunityPartner>(
            "mitra masyarakat terdaftar", "community partner registered", "IMIGRASI/KANIM-ATAMBUA",
            """
            {
              "kind": "Church",
              "name": "Jemaat Fiktif Malaka Tengah",
              "area": "53.21.01",
              "contact": "+6200000021",
              "contactPerson": { "name": "Cendana", "phone": "+6200000021" }
            }
            """),
        Session.Entry<OutreachSessionHeld, HoldOutreachSession>("sosialisasi dilaksanakan", "outreach session held", "IMIGRASI/KANIM-ATAMBUA",
            """
            {
              "channel": "MIMBAR_GEREJA",
              "programme": "PINTAR_MEMILIH_PASPOR_AMAN",
              "village": "53.21.01",
              "material": "PIMPASA-DASAR",
              "materialVersion": "2026.1",
              "women": 36,
              "men": 28,
              "youth": 22,
              "preScore": 48,
              "postScore": 81,
              "locale": "id"
            }
            """),
        Verification.Entry<VillageVerificationRequested, RequestVillageVerification>(
            "verifikasi warga diminta", "village verification requested", "IMIGRASI/KANIM-ATAMBUA",
            """
            {
              "person": { "name": "Bakung", "nik": "5321010001900001", "birthDate": "1999-05-02", "sex": "M", "nationality": "ID" },
              "village": "53.21.01.2001",
              "toAgency": "DESA",
              "toUnit": "DESA-FIKTIF-MALAKA",
              "questions": ["IsResident", "FamilyPermits", "BrokerInvolved"]
            }
            """),
        Verification.Entry<VillageVerificationAnswered, AnswerVillageVerification>(
            "verifikasi warga dijawab", "village verification answered", "DESA/DESA-FIKTIF-MALAKA",
            """
            {
              "isResident": true,
              "familyPermits": false,
              "brokerInvolved": true
            }
            """, "village_verification_requested"),
    ];
}
