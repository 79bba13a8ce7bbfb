using Coordination.Domain.Victims;

namespace Coordination.Projections;

/// <summary>Fixed words of victims, their services and the actions against them.</summary>
internal static class VictimTerms
{
    public static Dictionary<Enum, Wording> All() => Identification().Concat(Services()).Concat(Return()).ToDictionary(term => term.Key, term => term.Value);

    private static Dictionary<Enum, Wording> Identification() => new()
    {
        [ReferralSource.Self] = new("yang bersangkutan", "the person"),
        [ReferralSource.Family] = new("keluarga", "family"),
        [ReferralSource.Community] = new("masyarakat", "community"),
        [ReferralSource.Village] = new("pemerintah desa", "village government"),
        [ReferralSource.Officer] = new("petugas", "officer"),
        [ReferralSource.Operation] = new("operasi", "operation"),
        [ReferralSource.Mission] = new("perwakilan", "mission abroad"),
        [ReferralSource.Hotline] = new("layanan pengaduan", "hotline"),
        [ReferralSource.PartnerOrganisation] = new("organisasi mitra", "partner organisation"),
        [ReferralSource.Other] = new("sumber lain", "another source"),
        [AdministrativeMeasure.Ban] = new("pencegahan atau penangkalan", "exit or entry ban"),
        [AdministrativeMeasure.StayPermit] = new("pembatalan atau pembatasan izin tinggal", "stay permit cancelled or limited"),
        [AdministrativeMeasure.ForbiddenPlace] = new("larangan berada di tempat tertentu", "forbidden place"),
        [AdministrativeMeasure.AssignedPlace] = new("keharusan bertempat tinggal", "assigned residence"),
        [AdministrativeMeasure.Fee] = new("biaya beban", "fee"),
        [AdministrativeMeasure.Deportation] = new("deportasi", "deportation"),
        [AdministrativeMeasure.Detention] = new("pendetensian", "detention"),
        [SuspensionReason.VictimShield] = new("perisai korban (UU 6/2011 Ps 86)", "victim shield (UU 6/2011 Ps 86)"),
        [SuspensionReason.Objection] = new("keberatan", "objection"),
        [SuspensionReason.CourtOrder] = new("putusan pengadilan", "court order"),
        [SuspensionReason.Other] = new("alasan lain", "another reason"),
    };

    private static Dictionary<Enum, Wording> Services() => new()
    {
        [ServiceKind.Shelter] = new("rumah perlindungan", "shelter"),
        [ServiceKind.Health] = new("kesehatan", "health"),
        [ServiceKind.MedicoLegal] = new("visum", "medico-legal examination"),
        [ServiceKind.Psychosocial] = new("psikososial", "psychosocial care"),
        [ServiceKind.FamilySupport] = new("pendampingan keluarga", "family support"),
        [ServiceKind.LegalAid] = new("bantuan hukum", "legal aid"),
        [ServiceKind.WitnessProtection] = new("perlindungan saksi", "witness protection"),
        [ServiceKind.Repatriation] = new("pemulangan", "return"),
        [ServiceKind.Reintegration] = new("reintegrasi", "reintegration"),
        [ConsentGiver.Self] = new("sendiri", "in person"),
        [ConsentGiver.Parent] = new("orang tua", "parent"),
        [ConsentGiver.Guardian] = new("wali", "guardian"),
        [ConsentGiver.Institution] = new("lembaga", "institution"),
        [FamilySupport.Counselling] = new("konseling", "counselling"),
        [FamilySupport.Tracing] = new("penelusuran", "tracing"),
        [FamilySupport.Economic] = new("ekonomi", "economic"),
        [FamilySupport.Protection] = new("pelindungan", "protection"),
        [WitnessMeasure.PhysicalProtection] = new("pengamanan", "physical protection"),
        [WitnessMeasure.HiddenIdentity] = new("kerahasiaan identitas", "hidden identity"),
        [WitnessMeasure.SafeHouse] = new("rumah aman", "safe house"),
        [WitnessMeasure.Accompaniment] = new("pendampingan", "accompaniment"),
        [WitnessMeasure.MedicalHelp] = new("bantuan medis", "medical help"),
        [WitnessMeasure.PsychologicalHelp] = new("bantuan psikologis", "psychological help"),
        [MatterKind.PoliceReport] = new("laporan polisi", "police report"),
        [MatterKind.Case] = new("kasus bersama", "joint case"),
        [MatterKind.Handoff] = new("serah terima", "handoff"),
        [MatterKind.Complaint] = new("pengaduan", "complaint"),
        [MatterKind.Other] = new("perkara lain", "other matter"),
        [DischargeReason.ReturnedHome] = new("pulang", "returned home"),
        [DischargeReason.MovedToOtherShelter] = new("pindah rumah perlindungan", "moved to another shelter"),
        [DischargeReason.MovedToFamily] = new("ke keluarga", "moved to family"),
        [DischargeReason.OwnWish] = new("atas kemauan sendiri", "own wish"),
        [DischargeReason.Unknown] = new("tidak diketahui", "unknown"),
    };

    private static Dictionary<Enum, Wording> Return() => new()
    {
        [ReturnRoute.IntoIndonesia] = new("dari luar negeri", "from abroad"),
        [ReturnRoute.WithinIndonesia] = new("dalam negeri", "within Indonesia"),
        [ReturnRoute.OutOfIndonesia] = new("ke luar negeri", "to another country"),
        [ReturnCheck.RiskAssessed] = new("risiko dinilai", "risk assessed"),
        [ReturnCheck.DocumentsReady] = new("dokumen siap", "documents ready"),
        [ReturnCheck.FitToTravel] = new("layak jalan", "fit to travel"),
        [ReturnCheck.FamilyInformed] = new("keluarga diberi tahu", "family informed"),
        [ReturnCheck.ReceiverConfirmed] = new("penerima dipastikan", "receiver confirmed"),
        [ReturnCheck.EscortDecided] = new("pendamping ditentukan", "escort decided"),
        [ReintegrationPart.Livelihood] = new("usaha", "livelihood"),
        [ReintegrationPart.Training] = new("pelatihan", "training"),
        [ReintegrationPart.Education] = new("pendidikan", "education"),
        [ReintegrationPart.Health] = new("kesehatan", "health"),
        [ReintegrationPart.Counselling] = new("konseling", "counselling"),
        [ReintegrationPart.Housing] = new("tempat tinggal", "housing"),
        [ReintegrationPart.Documents] = new("dokumen kependudukan", "civil documents"),
        [ReintegrationPart.LegalHelp] = new("bantuan hukum", "legal help"),
        [FollowUp.Day30] = new("30 hari", "30 days"),
        [FollowUp.Day90] = new("90 hari", "90 days"),
        [FollowUp.Day180] = new("180 hari", "180 days"),
        [FollowUp.Day365] = new("365 hari", "365 days"),
        [ReintegrationEnd.Completed] = new("selesai", "completed"),
        [ReintegrationEnd.OwnWish] = new("atas kemauan sendiri", "own wish"),
        [ReintegrationEnd.HandedOver] = new("dialihkan", "handed over"),
        [ReintegrationEnd.Unreachable] = new("tidak dapat dihubungi", "unreachable"),
        [ReintegrationEnd.Deceased] = new("meninggal", "deceased"),
    };
}
