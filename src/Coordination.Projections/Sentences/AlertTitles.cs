using System.Collections.Frozen;
using Coordination.Domain.Alerts.Rules;

namespace Coordination.Projections;

/// <summary>What people call the alerts.</summary>
internal static class AlertTitles
{
    private static readonly FrozenDictionary<string, Wording> All = new Dictionary<string, Wording>(StringComparer.Ordinal)
    {
        [AlertCodes.Cluster] = new("Klaster pemohon", "Cluster of applicants"),
        [AlertCodes.Repeat] = new("Percobaan berangkat ulang", "Repeat departure attempt"),
        [AlertCodes.Reapply] = new("Mengajukan lagi di kantor lain", "Applied again elsewhere"),
        [AlertCodes.HandoffLate] = new("Serah terima terlambat", "Handoff late"),
        [AlertCodes.IntelligenceUnacknowledged] = new("Laporan intelijen belum ditanggapi", "Intelligence not acknowledged"),
        [AlertCodes.Breach] = new("Batas pemberitahuan kegagalan pelindungan data", "Breach notice falls due"),
        [AlertCodes.SubjectRequest] = new("Permintaan subjek data belum dijawab", "Data subject request unanswered"),
        [AlertCodes.Access] = new("Pola pencarian tidak wajar", "Unusual pattern of searches"),
        [AlertCodes.BreakGlass] = new("Akses darurat ke kasus", "Emergency access to a case"),
        [AlertCodes.BreakGlassReview] = new("Akses darurat belum ditinjau", "Emergency access not reviewed"),
        [AlertCodes.Child] = new("Anak dalam peristiwa berisiko", "A child at risk"),
        [AlertCodes.Document] = new("Dokumen diduga palsu atau dipakai ulang", "Document forged or reused"),
        [AlertCodes.Victim] = new("Indikasi korban", "Signs of a victim"),
        [AlertCodes.Watch] = new("Cocok dengan daftar pantau", "Hit on the watch list"),
        [AlertCodes.Revictimisation] = new("Korban terdahulu kembali berisiko", "A former victim is at risk again"),
        [AlertCodes.Refusal] = new("Permohonan paspor ditolak", "Passport application refused"),
        [AlertCodes.Deferral] = new("Penerbitan paspor ditunda", "Passport deferred"),
        [AlertCodes.Broker] = new("Perekrut atau sarana yang berulang", "A recruiter or means that recurs"),
        [AlertCodes.Ransom] = new("Uang tebusan diminta", "Ransom demanded"),
        [AlertCodes.Official] = new("Oknum petugas disebut", "An official was named"),
        [AlertCodes.WatchReview] = new("Daftar pantau perlu ditinjau", "Watch list needs a review"),
        [AlertCodes.NetworkLink] = new("Hubungan jaringan belum dipastikan", "Network link not confirmed"),
        [AlertCodes.FinancialInquiry] = new("Penelusuran aliran dana belum dijawab", "Financial inquiry unanswered"),
        [AlertCodes.JobAd] = new("Iklan lowongan ilegal belum diturunkan", "Illegal job advertisement still up"),
        [AlertCodes.Advisory] = new("Instruksi ke TPI perlu tindakan", "Advisory needs action"),
        [AlertCodes.WarningFeedback] = new("Peringatan jaringan belum dijawab", "Network warning unanswered"),
        [AlertCodes.PlacementAgency] = new("Perusahaan penempatan perlu tindakan", "Placement agency needs action"),
        [AlertCodes.PunitiveAct] = new("Tindakan terhadap terduga korban dicegah", "Action against a suspected victim stopped"),
        [AlertCodes.ReturnLoop] = new("Berkas bolak-balik", "File goes back and forth"),
        [AlertCodes.ProsecutorNotice] = new("SPDP mendekati atau melewati batas", "Notice to the prosecutor falls due"),
        [AlertCodes.Competence] = new("Kewenangan belum jelas", "Competence is open"),
        [AlertCodes.Evidence] = new("Barang bukti tidak sesuai catatan", "Evidence differs from its record"),
        [AlertCodes.CaseFile] = new("Berkas perkara mendekati atau melewati batas", "Case file falls due"),
        [AlertCodes.Termination] = new("Pemberitahuan SP3 mendekati atau melewati batas", "Notice of a termination falls due"),
        [AlertCodes.Restitution] = new("Restitusi korban tertunda", "Restitution of a victim is behind"),
        [AlertCodes.BanExpiry] = new("Masa cegah atau tangkal akan habis", "Travel ban runs out"),
        [AlertCodes.AdvisoryUnacknowledged] = new("Peringatan ke TPI belum diketahui", "Advisory to a checkpoint not acknowledged"),
        [AlertCodes.Orphan] = new("Laporan belum bertuan", "A signal without an owner"),
        [AlertCodes.Conflict] = new("Sasaran yang sama dipegang instansi lain", "Another agency has the same target"),
        [AlertCodes.PassportLate] = new("Permohonan paspor belum dijawab", "Passport application not answered"),
        [AlertCodes.PassportReview] = new("Penundaan paspor perlu ditinjau", "Passport deferral to be reviewed"),
        [AlertCodes.ReferralLate] = new("Rujukan pemohon belum diterima", "Applicant's referral not taken up"),
        [AlertCodes.FieldCheckLate] = new("Pengawasan lapangan belum dilaporkan", "Field check not reported"),
        [AlertCodes.TipLate] = new("Laporan masyarakat belum dituntaskan", "A tip is not settled"),
        [AlertCodes.VillageLate] = new("Verifikasi warga belum dijawab", "Village verification unanswered"),
        [AlertCodes.OperationLate] = new("Tahap operasi gabungan terlambat", "Step of a joint operation late"),
        [AlertCodes.MeetingLate] = new("Notulen atau tindak lanjut rapat terlambat", "Minutes or action item late"),
        [AlertCodes.VictimLate] = new("Terduga korban belum ditangani", "A possible victim waits"),
        [AlertCodes.ServiceLate] = new("Layanan korban terlambat", "A service for a victim is late"),
        [AlertCodes.Reflection] = new("Masa pemulihan akan berakhir", "A reflection period ends"),
        ["A-MISSING"] = new("Pekerja migran tidak ada kabar", "Migrant worker silent"),
        ["A-SHELTER-FULL"] = new("Rumah aman hampir penuh", "Shelter nearly full"),
        ["A-SURGE"] = new("Lonjakan laporan", "Surge of reports"),
        ["A-MOU"] = new("Kewajiban kesepakatan terlewat", "Duty of an agreement missed"),
        ["A-EVAL-MISSED"] = new("Evaluasi belum dilaksanakan", "Evaluation not held"),
        ["A-AREA"] = new("Arus keluar dari satu desa", "Outflow from one village"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Wording Of(string code) => All.GetValueOrDefault(code) ?? new($"Peringatan {code}", $"Alert {code}");
}
