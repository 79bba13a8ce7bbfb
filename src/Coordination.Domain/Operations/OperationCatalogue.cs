using Coordination.Domain.Kernel;

namespace Coordination.Domain.Operations;

/// <summary>Joint operations (Permenimipas 2/2025 Ps 30; UU 6/2011 Ps 69).</summary>
internal static class OperationCatalogue
{
    internal static readonly CatalogueOf<OperationEvent> Stream = new(OperationDecider.Kind);

    private static readonly string[] Started =
        ["joint_operation_proposed", "joint_operation_approved", "assignment_order_issued", "operation_briefed", "operation_started"];

    private static readonly string[] Concluded = [.. Started, "person_encountered", "operation_concluded"];

    private static readonly string[] Drafted = [.. Concluded, "operation_outcome_assigned", "joint_operation_report_drafted"];

    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        Stream.Entry<JointOperationProposed, ProposeJointOperation>(
            "operasi gabungan diusulkan", "joint operation proposed", "IMIGRASI/KANIM-BATAM",
            """
            {
              "title": "Operasi Gabungan Sekupang",
              "purpose": "Menemukan penampungan calon pekerja nonprosedural dan melindungi penghuninya.",
              "target": { "places": ["21.71.06"], "from": "2026-02-12T12:00:00Z", "until": "2026-02-12T18:00:00Z" },
              "agencies": ["IMIGRASI"],
              "method": "Pemeriksaan serentak pada dua rumah kos.",
              "urgent": false,
              "teamDecree": "SK/044/I/2026",
              "costRupiah": 14500000
            }
            """),
        Stream.Entry<JointOperationApproved, ApproveJointOperation>(
            "operasi gabungan disetujui", "joint operation approved", "SATGAS/SEKRETARIAT",
            """
            {
              "note": "Utamakan keselamatan korban.",
              "decisionNumber": "SET/009/II/2026"
            }
            """, "joint_operation_proposed"),
        Stream.Entry<JointOperationRejected, RejectJointOperation>(
            "operasi gabungan ditolak", "joint operation rejected", "SATGAS/SEKRETARIAT",
            """
            {
              "reason": "Sasaran masih dalam pengamatan."
            }
            """, "joint_operation_proposed"),
        Stream.Entry<AssignmentOrderIssued, IssueAssignmentOrder>(
            "surat perintah diterbitkan", "assignment order issued", "IMIGRASI/KANIM-BATAM",
            """
            {
              "orderNumber": "SPRIN/112/II/2026",
              "orderedOn": "2026-02-12",
              "team": [
                { "officer": "imigrasi.batam", "position": "Kepala Seksi Inteldakim", "role": "Leader", "serviceToken": "NIP-7F31" },
                { "officer": "imigrasi.sekupang", "position": "Petugas TPI", "role": "VictimOfficer", "serviceToken": "NIP-22C0" }
              ]
            }
            """, "joint_operation_proposed", "joint_operation_approved"),
        Stream.Entry<OperationBriefed, BriefOperation>(
            "pengarahan operasi diberikan", "operation briefed", "IMIGRASI/KANIM-BATAM",
            """
            {
              "victimFirst": true,
              "tasks": "Tim satu rumah kos A, tim dua rumah kos B; petugas korban di setiap tim.",
              "communications": "Kanal 4; tidak ada telepon pribadi di lokasi.",
              "minutesNumber": "BRF/112/II/2026"
            }
            """, Started[..3]),
        Stream.Entry<OperationStarted, StartOperation>("operasi dimulai", "operation started", "IMIGRASI/KANIM-BATAM", "{}", Started[..4]),
        .. FieldCatalogue.Entries(Started),
        Stream.Entry<OperationConcluded, ConcludeOperation>("operasi diakhiri", "operation concluded", "IMIGRASI/KANIM-BATAM",
            """
            {
              "people": [{ "name": "Bangau", "passport": "ZZ0000031", "birthDate": "1988-05-05", "sex": "M", "nationality": "CN" }],
              "summary": "Satu rumah kos diperiksa, satu orang asing dibawa ke kantor."
            }
            """, [.. Started, "person_encountered"]),
        Stream.Entry<OperationOutcomeAssigned, AssignOperationOutcome>(
            "tindak lanjut orang ditetapkan", "operation outcome assigned", "IMIGRASI/KANIM-BATAM",
            """
            {
              "person": { "name": "Bangau", "passport": "ZZ0000031", "birthDate": "1988-05-05", "sex": "M", "nationality": "CN" },
              "outcome": "AdministrativeAction",
              "reason": "Izin tinggal tidak sesuai kegiatan.",
              "receiver": { "agency": "IMIGRASI", "unit": "KANIM-BATAM" }
            }
            """, Concluded),
        Stream.Entry<PunitiveOutcomeWithdrawn, WithdrawPunitiveOutcome>(
            "tindak lanjut pemidanaan dicabut oleh perisai korban", "punitive outcome withdrawn by the victim shield", null,
            """
            {
              "person": { "name": "Bangau", "passport": "ZZ0000031", "birthDate": "1988-05-05", "sex": "M", "nationality": "CN" }
            }
            """, [.. Concluded, "operation_outcome_assigned"]),
        Stream.Entry<JointOperationReportDrafted, DraftJointOperationReport>(
            "rancangan laporan operasi dibuat", "joint operation report drafted", "IMIGRASI/KANIM-BATAM",
            """
            {
              "draft": 1,
              "reportNumber": "LAP/112/II/2026",
              "modus": "Rumah kos dipakai sebagai penampungan; tiket dibayar perekrut.",
              "obstacles": "Satu rumah kos sudah kosong.",
              "conclusion": "Satu pelanggaran izin tinggal ditindak.",
              "followUp": [
                { "number": 1, "action": "Memeriksa penjamin.", "pic": { "agency": "IMIGRASI", "unit": "KANIM-BATAM" }, "due": "2026-02-27" }
              ],
              "violations": ["UU-6-2011:122"],
              "vulnerability": "Rumah kos di dekat pelabuhan tidak melaporkan penghuni."
            }
            """, Drafted[..^1]),
        Stream.Entry<OperationFollowUpCompleted, CompleteFollowUp>(
            "tindak lanjut laporan operasi selesai", "follow-up of the operation report completed", "IMIGRASI/KANIM-BATAM",
            """
            {
              "number": 1,
              "result": "Penjamin diperiksa; alamatnya kosong."
            }
            """, Drafted),
        Stream.Entry<AgencyConcurred, ConcurWithReport>("instansi menyetujui laporan", "agency concurred", "IMIGRASI/KANIM-BATAM",
            """
            {
              "draft": 1
            }
            """, Drafted),
        Stream.Entry<AgencyDissented, DissentFromReport>("instansi berkeberatan atas laporan", "agency dissented", "IMIGRASI/KANIM-BATAM",
            """
            {
              "draft": 1,
              "reason": "Jumlah lokasi belum sesuai catatan kami."
            }
            """, Drafted),
        Stream.Entry<JointOperationReportFinalised, FinaliseJointOperationReport>(
            "laporan operasi difinalkan", "joint operation report finalised", "IMIGRASI/KANIM-BATAM",
            """
            {
              "draft": 1
            }
            """, [.. Drafted, "agency_concurred"]),
        Stream.Entry<OperationCancelled, CancelOperation>("operasi dibatalkan", "operation cancelled", "IMIGRASI/KANIM-BATAM",
            """
            {
              "reason": "Sasaran berpindah."
            }
            """, "joint_operation_proposed"),
    ];
}
