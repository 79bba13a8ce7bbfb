using Coordination.Domain.Kernel;

namespace Coordination.Domain.Members;

/// <summary>Who takes part, where, and with which rights. People say these here; no system sends them.</summary>
internal static class MembersCatalogue
{
    private static readonly CatalogueOf<OfficerEvent> Officers = new(OfficerDecider.Kind);
    private static readonly CatalogueOf<UnitEvent> Units = new(UnitDecider.Kind);
    private static readonly CatalogueOf<AgencyEvent> Agencies = new(AgencyDecider.Kind);
    private static readonly CatalogueOf<TaskForceEvent> Forces = new(TaskForceDecider.Kind);

    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        Officers.Entry<OfficerAppointed, AppointOfficer>("petugas diangkat", "officer appointed", null,
            """{ "username": "polri.melati", "agency": "POLRI", "unit": "POLRESTA-BARELANG" }"""),
        Officers.Entry<OfficerMoved, MoveOfficer>("petugas dipindahkan", "officer moved", null,
            """{ "unit": "POLDA-KEPRI" }""", "officer_appointed"),
        Officers.Entry<RightsGranted, GrantRights>("hak diberikan", "rights granted", null,
            """{ "role": "Officer", "clearance": "B", "privileges": [], "reason": "Bertugas di loket." }""", "officer_appointed"),
        Officers.Entry<RightsProposed, ProposeRights>("hak diusulkan", "rights proposed", null,
            """
            {
              "grant": "6f1e2c44-0d3b-5a0e-9a51-2f6d7c1b0d01", "role": "UnitHead", "clearance": "R", "privileges": ["BreakGlass"],
              "reason": "Menjadi kepala unit PPA."
            }
            """, "officer_appointed"),
        Officers.Entry<RightsConfirmed, ConfirmRights>("hak disahkan", "rights confirmed", null,
            """{ "grant": "6f1e2c44-0d3b-5a0e-9a51-2f6d7c1b0d01" }""", "officer_appointed", "rights_proposed"),
        Officers.Entry<RightsDeclined, DeclineRights>("usul hak ditolak", "rights declined", null,
            """{ "grant": "6f1e2c44-0d3b-5a0e-9a51-2f6d7c1b0d01", "reason": "Belum ada surat keputusan." }""", "officer_appointed", "rights_proposed"),
        Officers.Entry<OfficerDisabled, DisableOfficer>("akun dinonaktifkan", "officer disabled", null,
            """{ "reason": "Telepon hilang." }""", "officer_appointed"),
        Officers.Entry<OfficerEnabled, EnableOfficer>("akun diaktifkan", "officer enabled", null,
            """{ "reason": "Telepon diganti." }""", "officer_appointed", "officer_disabled"),
        Officers.Entry<OfficerInvited, InviteOfficer>("petugas diundang", "officer invited", null,
            """{ "until": "2026-02-13T09:00:00+07:00" }""", "officer_appointed"),
        Officers.Entry<ClientRegistered, RegisterClient>("sistem instansi didaftarkan", "agency system registered", null,
            """{ "username": "polri.spkt", "agency": "POLRI", "unit": "POLRESTA-BARELANG", "scopes": ["events", "read"] }"""),
        Officers.Entry<ClientSecretIssued, IssueClientSecret>("rahasia sistem diterbitkan", "client secret issued", null,
            """{ "key": "6f1e2c44-0d3b-5a0e-9a51-2f6d7c1b0d02", "formerUntil": "2026-02-19T09:00:00+07:00" }""", "client_registered"),
        Units.Entry<UnitRegistered, RegisterUnit>("unit didaftarkan", "unit registered", null,
            """
            {
              "agency": "POLRI", "code": "POLSEK-NONGSA", "name": "Polsek Nongsa", "kind": "District", "place": "21.71.05", "parent": "POLRESTA-BARELANG",
              "desks": ["SPKT"]
            }
            """),
        Units.Entry<UnitClosed, CloseUnit>("unit ditutup", "unit closed", null,
            """{ "reason": "Digabung dengan unit lain." }""", "unit_registered"),
        Units.Entry<DeskStaffed, StaffDesk>("petugas meja ditetapkan", "desk staffed", null,
            """{ "desk": "SPKT", "officers": ["polri.melati"], "deputies": ["polri.kenanga"] }""", "unit_registered"),
        Agencies.Entry<AgencySuspended, SuspendAgency>("keikutsertaan instansi dihentikan", "agency suspended", null,
            """{ "agency": "LSM", "reason": "Perjanjian berakhir." }"""),
        Agencies.Entry<AgencyReadmitted, ReadmitAgency>("instansi diikutsertakan kembali", "agency readmitted", null,
            """{ "agency": "LSM", "reason": "Perjanjian baru." }""", "agency_suspended"),
        Forces.Entry<TaskForceFormed, FormTaskForce>("tim gabungan dibentuk", "task force formed", null,
            """{ "code": "TIM-BATAM", "name": "Tim Gabungan Batam", "area": "21.71", "agencies": ["POLRI", "IMIGRASI"] }"""),
        Forces.Entry<TaskForceOfficerAdded, AddTaskForceOfficer>("anggota tim gabungan ditambahkan", "task force officer added", null,
            """{ "officer": "polri.melati", "agency": "POLRI" }""", "task_force_formed"),
        Forces.Entry<TaskForceOfficerRemoved, RemoveTaskForceOfficer>("anggota tim gabungan ditarik", "task force officer removed", null,
            """{ "officer": "polri.melati", "reason": "Pindah tugas." }""", "task_force_formed", "task_force_officer_added"),
        Forces.Entry<TaskForceDissolved, DissolveTaskForce>("tim gabungan dibubarkan", "task force dissolved", null,
            """{ "reason": "Operasi selesai." }""", "task_force_formed"),
    ];
}
