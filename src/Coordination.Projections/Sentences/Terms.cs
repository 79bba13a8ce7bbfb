using System.Collections.Frozen;
using Coordination.Domain.Alerts;
using Coordination.Domain.Cases;
using Coordination.Domain.Handoffs;
using Coordination.Domain.Kernel;
using Coordination.Domain.Members;
using Coordination.Domain.Prosecution;
using Coordination.Domain.Reference;
using Coordination.Domain.Screening;
using Coordination.Domain.Sharing;
using Coordination.Domain.Victims;

namespace Coordination.Projections;

/// <summary>What people call the fixed words of the domain. A test holds that no word lacks its terms.</summary>
public static class Terms
{
    private static readonly Dictionary<Enum, Wording> All = new[] { Screening, Handoffs, Cases, Elements, PrivacyTerms.All, ScreeningTerms.All, OutreachTerms.All, MatterTerms.All, Rest }
        .SelectMany(part => part()).Concat(OperationTermTexts.All())
        .Concat(NetworkTerms.All()).Concat(VictimTerms.All()).ToDictionary(term => term.Key, term => term.Value);

    public static Wording Of<T>(T word)
        where T : struct, Enum => Named<T>.All.TryGetValue(word, out var wording) ? wording : new(word.ToString(), word.ToString());

    public static Wording Of(Enum word) => All.TryGetValue(word, out var wording) ? wording : new(word.ToString(), word.ToString());

    internal static bool Has(Enum word) => All.ContainsKey(word);

    internal static Wording List<T>(IEnumerable<T> words)
        where T : struct, Enum
    {
        var wordings = words.Select(word => Of(word)).ToList();
        return new(string.Join(", ", wordings.Select(wording => wording.Id)), string.Join(", ", wordings.Select(wording => wording.En)));
    }

    private static Dictionary<Enum, Wording> Screening() => new()
    {
        [ApplicationChannel.MPaspor] = new("M-Paspor", "M-Paspor"),
        [ApplicationChannel.WalkIn] = new("datang langsung", "walk-in"),
        [ApplicationChannel.Outreach] = new("jemput bola", "outreach"),
        [ApplicationChannel.Other] = new("kanal lain", "another channel"),
        [TravelPurpose.Tourism] = new("wisata", "tourism"),
        [TravelPurpose.Work] = new("bekerja", "work"),
        [TravelPurpose.Umrah] = new("umrah", "umrah"),
        [TravelPurpose.Hajj] = new("haji", "hajj"),
        [TravelPurpose.Study] = new("belajar", "study"),
        [TravelPurpose.Internship] = new("magang", "internship"),
        [TravelPurpose.FamilyVisit] = new("kunjungan keluarga", "family visit"),
        [TravelPurpose.Marriage] = new("pernikahan", "marriage"),
        [TravelPurpose.MedicalCare] = new("berobat", "medical care"),
        [TravelPurpose.SeaCrew] = new("awak kapal", "sea crew"),
        [TravelPurpose.Business] = new("usaha", "business"),
        [TravelPurpose.Unstated] = new("tujuan tidak disebut", "purpose not stated"),
        [DeferralReason.SuspectedNonProceduralWork] = new("diduga akan bekerja nonprosedural", "suspected non-procedural work"),
        [DeferralReason.PurposeNotCredible] = new("tujuan tidak meyakinkan", "purpose not credible"),
        [DeferralReason.DocumentsIncomplete] = new("dokumen tidak lengkap", "documents incomplete"),
        [DeferralReason.DocumentsDoubtful] = new("dokumen meragukan", "documents doubtful"),
        [DeferralReason.IdentityDoubtful] = new("identitas meragukan", "identity doubtful"),
        [DeferralReason.AgeDoubtful] = new("umur meragukan", "age doubtful"),
        [DeferralReason.NoPlacementDocuments] = new("tanpa dokumen penempatan", "no placement documents"),
        [DeferralReason.RepeatAfterDeferral] = new("berulang setelah penundaan", "repeat after a deferral"),
        [DeferralReason.SuspectedVictim] = new("diduga korban", "suspected victim"),
        [DeferralReason.SuspectedFacilitator] = new("diduga fasilitator", "suspected facilitator"),
        [DeferralReason.Other] = new("alasan lain", "another reason"),
        [EarlierAnswer.Deferred] = new("ditunda", "deferred"),
        [EarlierAnswer.Refused] = new("ditolak", "refused"),
        [ReferralReason.ProfileDoubtful] = new("profil meragukan", "doubtful profile"),
        [ReferralReason.RecentPassportFromElsewhere] = new("paspor baru dari daerah lain", "recent passport from elsewhere"),
        [ReferralReason.OneWayTicket] = new("tiket sekali jalan", "one-way ticket"),
        [ReferralReason.FarFromDomicile] = new("jauh dari domisili", "far from domicile"),
        [ReferralReason.GroupTravel] = new("berangkat berombongan", "group travel"),
        [ReferralReason.EarlierDeferral] = new("pernah ditunda", "deferred before"),
        [ReferralReason.WatchHit] = new("cocok dengan daftar pantau", "watch-list hit"),
        [ReferralReason.AdvisoryHit] = new("cocok dengan peringatan jaringan", "advisory hit"),
        [ReferralReason.AgeDoubtful] = new("umur meragukan", "age doubtful"),
        [ReferralReason.DocumentsDoubtful] = new("dokumen meragukan", "documents doubtful"),
        [ReferralReason.Other] = new("alasan lain", "another reason"),
        [TicketType.OneWay] = new("tiket sekali jalan", "one-way ticket"),
        [TicketType.Return] = new("tiket pulang pergi", "return ticket"),
        [TicketType.OpenReturn] = new("tiket pulang terbuka", "open return ticket"),
        [TicketType.Unknown] = new("jenis tiket tidak diketahui", "ticket type unknown"),
        [TransportMode.Air] = new("udara", "air"),
        [TransportMode.Sea] = new("laut", "sea"),
        [TransportMode.Land] = new("darat", "land"),
        [ScreeningResult.NoIndication] = new("tanpa indikasi", "no indication"),
        [ScreeningResult.Indication] = new("ada indikasi", "an indication"),
        [ScreeningResult.StrongIndication] = new("indikasi kuat", "a strong indication"),
        [WarningSign.AnswersRehearsed] = new("jawaban seperti dihafal", "rehearsed answers"),
        [WarningSign.DestinationUnclear] = new("tujuan tidak jelas", "destination unclear"),
        [WarningSign.EmployerUnknown] = new("pemberi kerja tidak dikenal", "employer unknown"),
        [WarningSign.SponsorUnverified] = new("penjamin tidak dapat diverifikasi", "sponsor unverified"),
        [WarningSign.EscortAnswersForApplicant] = new("pengantar menjawab untuk pemohon", "escort answers for the applicant"),
        [WarningSign.DocumentsInconsistent] = new("dokumen tidak konsisten", "documents inconsistent"),
        [WarningSign.DocumentsHeldByOthers] = new("dokumen dipegang orang lain", "documents held by others"),
        [WarningSign.DebtMentioned] = new("menyebut utang", "debt mentioned"),
        [WarningSign.JobOfferTooGood] = new("tawaran kerja terlalu muluk", "job offer too good"),
        [WarningSign.AgeDoubtful] = new("umur meragukan", "age doubtful"),
        [WarningSign.TicketPaidByOther] = new("tiket dibayar orang lain", "ticket paid by another"),
        [WarningSign.ThirdCountryTransit] = new("transit di negara ketiga", "third-country transit"),
        [VictimIndicator.DocumentsHeldByOthers] = new("dokumen dipegang orang lain", "documents held by others"),
        [VictimIndicator.DebtToRecruiter] = new("berutang kepada perekrut", "debt to the recruiter"),
        [VictimIndicator.MovementControlled] = new("gerak dikendalikan", "movement controlled"),
        [VictimIndicator.ThreatsReported] = new("ada ancaman", "threats reported"),
        [VictimIndicator.DeceivedAboutWork] = new("ditipu soal pekerjaan", "deceived about the work"),
        [VictimIndicator.PaidByOther] = new("biaya ditanggung orang lain", "paid for by another"),
        [VictimIndicator.CannotNameEmployer] = new("tidak dapat menyebut pemberi kerja", "cannot name the employer"),
        [VictimIndicator.CoachedAnswers] = new("jawaban diarahkan", "coached answers"),
        [VictimIndicator.SignsOfViolence] = new("tanda kekerasan", "signs of violence"),
        [VictimIndicator.MinorWithoutGuardian] = new("anak tanpa wali", "minor without guardian"),
        [VictimIndicator.UnderstoodNoContract] = new("tidak memahami perjanjian kerja", "understood no contract"),
    };

    private static Dictionary<Enum, Wording> Handoffs() => new()
    {
        [HandoffKind.Investigation] = new("pelimpahan perkara", "transfer of an investigation"),
        [HandoffKind.Protection] = new("serah terima untuk pelindungan", "handover into protection"),
        [HandoffKind.Police] = new("serah terima ke polisi", "handover to the police"),
        [SubjectRole.SuspectedVictim] = new("terduga korban", "suspected victim"),
        [SubjectRole.Witness] = new("saksi", "witness"),
        [SubjectRole.Suspect] = new("terduga pelaku", "suspect"),
        [SubjectRole.Other] = new("peran lain", "other role"),
        [SubjectSex.Female] = new("perempuan", "female"),
        [SubjectSex.Male] = new("laki-laki", "male"),
        [SubjectSex.Other] = new("lainnya", "other"),
        [EvidenceKind.Document] = new("dokumen", "document"),
        [EvidenceKind.Device] = new("perangkat", "device"),
        [EvidenceKind.DeviceImage] = new("citra perangkat", "device image"),
        [EvidenceKind.Recording] = new("rekaman", "recording"),
        [EvidenceKind.Photo] = new("foto", "photo"),
        [EvidenceKind.Statement] = new("keterangan", "statement"),
        [EvidenceKind.Money] = new("uang", "money"),
        [EvidenceKind.Thing] = new("benda", "object"),
        [EvidenceKind.Other] = new("lainnya", "other"),
    };

    private static Dictionary<Enum, Wording> Cases() => new()
    {
        [CaseRole.SuspectedVictim] = new("diduga korban", "suspected victim"),
        [CaseRole.Victim] = new("korban", "victim"),
        [CaseRole.Suspect] = new("terduga pelaku", "suspect"),
        [CaseRole.Witness] = new("saksi", "witness"),
        [CaseRole.Reporter] = new("pelapor", "reporter"),
        [CaseRole.FamilyMember] = new("keluarga", "family member"),
        [CaseRole.Other] = new("peran lain", "other role"),
        [CaseClosingGround.FinalJudgment] = new("putusan berkekuatan hukum tetap", "final judgment"),
        [CaseClosingGround.InvestigationEnded] = new("penyidikan dihentikan", "investigation ended"),
        [CaseClosingGround.NotTrafficking] = new("bukan TPPO", "no trafficking"),
        [CaseClosingGround.HandedOn] = new("dilanjutkan di luar kerja bersama", "goes on outside the joint work"),
        [CaseClosingGround.Duplicate] = new("perkara ganda", "duplicate of another case"),
        [MigrationPhase.BeforeDeparture] = new("sebelum berangkat", "before departure"),
        [MigrationPhase.Abroad] = new("di luar negeri", "abroad"),
        [MigrationPhase.AfterReturn] = new("setelah pulang", "after return"),
        [MigrationPhase.Domestic] = new("dalam negeri", "domestic"),
        [VictimStatus.NotAssessed] = new("belum dinilai", "not assessed"),
        [VictimStatus.NotVictim] = new("bukan korban", "not a victim"),
        [VictimStatus.Suspected] = new("diduga korban", "suspected victim"),
        [VictimStatus.Presumed] = new("dianggap korban", "presumed victim"),
        [VictimStatus.Confirmed] = new("korban", "confirmed victim"),
        [VictimStatus.Dual] = new("korban sekaligus terduga pelaku", "victim and suspect"),
    };

    // The elements in the words of UU 21/2007 Ps 1.
    private static Dictionary<Enum, Wording> Elements() => new()
    {
        [TraffickingAct.Recruitment] = new("perekrutan", "recruitment"),
        [TraffickingAct.Transport] = new("pengangkutan", "transport"),
        [TraffickingAct.Harbouring] = new("penampungan", "harbouring"),
        [TraffickingAct.Sending] = new("pengiriman", "sending"),
        [TraffickingAct.Transfer] = new("pemindahan", "transfer"),
        [TraffickingAct.Receipt] = new("penerimaan", "receipt"),
        [TraffickingMeans.ThreatOfViolence] = new("ancaman kekerasan", "threat of violence"),
        [TraffickingMeans.Violence] = new("penggunaan kekerasan", "violence"),
        [TraffickingMeans.Abduction] = new("penculikan", "abduction"),
        [TraffickingMeans.Confinement] = new("penyekapan", "confinement"),
        [TraffickingMeans.Forgery] = new("pemalsuan", "forgery"),
        [TraffickingMeans.Deception] = new("penipuan", "deception"),
        [TraffickingMeans.AbuseOfPower] = new("penyalahgunaan kekuasaan", "abuse of power"),
        [TraffickingMeans.AbuseOfVulnerability] = new("penyalahgunaan posisi rentan", "abuse of vulnerability"),
        [TraffickingMeans.DebtBondage] = new("penjeratan utang", "debt bondage"),
        [TraffickingMeans.PaymentForControl] = new("memberi bayaran atau manfaat", "payment for control"),
        [TraffickingPurpose.Prostitution] = new("pelacuran", "prostitution"),
        [TraffickingPurpose.ForcedLabour] = new("kerja atau pelayanan paksa", "forced labour"),
        [TraffickingPurpose.Slavery] = new("perbudakan", "slavery"),
        [TraffickingPurpose.Oppression] = new("penindasan", "oppression"),
        [TraffickingPurpose.Extortion] = new("pemerasan", "extortion"),
        [TraffickingPurpose.SexualExploitation] = new("eksploitasi seksual", "sexual exploitation"),
        [TraffickingPurpose.OrganRemoval] = new("pengambilan organ", "organ removal"),
        [TraffickingPurpose.LabourExploitation] = new("pemanfaatan tenaga", "labour exploitation"),
    };

    private static Dictionary<Enum, Wording> Rest() => new()
    {
        [Severity.Low] = new("rendah", "low"),
        [Severity.Medium] = new("sedang", "medium"),
        [Severity.High] = new("tinggi", "high"),
        [Severity.Critical] = new("kritis", "critical"),
        [AlertOutcome.True] = new("benar", "true"),
        [AlertOutcome.False] = new("keliru", "false"),
        [AlertOutcome.Benign] = new("wajar", "benign"),
        [ShelterKind.Rptc] = new("RPTC", "RPTC shelter"),
        [ShelterKind.UptdPpa] = new("UPTD PPA", "UPTD PPA shelter"),
        [ShelterKind.Bp3mi] = new("shelter BP3MI", "BP3MI shelter"),
        [ShelterKind.Community] = new("rumah aman masyarakat", "community shelter"),
        [NoticeRecipient.Prosecutor] = new("penuntut umum", "prosecutor"),
        [NoticeRecipient.ReporterOrVictim] = new("pelapor atau korban", "reporter or victim"),
        [NoticeRecipient.Suspect] = new("terlapor", "suspect"),
        [ConsentKind.OnwardSharing] = new("penerusan", "sharing it on"),
        [ConsentKind.CourtUse] = new("pemakaian di sidang", "using it in court"),
        [ConsentKind.Release] = new("pelepasan Sangat Rahasia", "releasing Top secret"),
        [RecallOutcome.Destroyed] = new("salinan dimusnahkan", "copies destroyed"),
        [RecallOutcome.NotStored] = new("tidak disimpan", "not stored"),
        [UnitKind.Centre] = new("pusat", "centre"),
        [UnitKind.Province] = new("provinsi", "province"),
        [UnitKind.Regency] = new("kabupaten/kota", "regency or city"),
        [UnitKind.District] = new("kecamatan", "district"),
        [UnitKind.Village] = new("desa", "village"),
        [UnitKind.Checkpoint] = new("TPI", "checkpoint"),
        [UnitKind.Mission] = new("perwakilan", "mission abroad"),
        [Privilege.BreakGlass] = new("akses darurat", "emergency access"),
        [GlassFinding.Justified] = new("dibenarkan", "justified"),
        [GlassFinding.Unjustified] = new("tidak dibenarkan", "unjustified"),
        [OfficerRole.Officer] = new("petugas", "officer"),
        [OfficerRole.UnitHead] = new("kepala unit", "unit head"),
        [OfficerRole.Coordinator] = new("koordinator", "coordinator"),
        [OfficerRole.Operator] = new("operator", "operator"),
        [OfficerRole.SystemClient] = new("sistem instansi", "agency system"),
        [Level.B] = new("Biasa", "Open"),
        [Level.T] = new("Terbatas", "Restricted"),
        [Level.R] = new("Rahasia", "Secret"),
        [Level.SR] = new("Sangat Rahasia", "Top secret"),
    };

    /// <summary>Apart for each type: boxed enums are slow to compare, and each line of a timeline asks for some.</summary>
    private static class Named<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, Wording> All = Terms.All.Where(term => term.Key is T).ToFrozenDictionary(term => (T)term.Key, term => term.Value);
    }
}
