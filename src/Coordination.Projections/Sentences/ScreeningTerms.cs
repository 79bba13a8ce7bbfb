using Coordination.Domain.Reference;
using Coordination.Domain.Screening;

namespace Coordination.Projections;

/// <summary>Words of documents, field checks, journeys and departures.</summary>
internal static class ScreeningTerms
{
    public static Dictionary<Enum, Wording> All() => new[] { Documents, Checks, Journeys, Steps }.SelectMany(part => part()).ToDictionary();

    private static Dictionary<Enum, Wording> Steps() => new()
    {
        [TimedStep.Import] = new("permohonan masuk sistem", "application imported"),
        [TimedStep.Interview] = new("wawancara dicatat", "interview written down"),
        [TimedStep.DocumentVerification] = new("verifikasi dokumen", "document verified"),
        [TimedStep.Deferral] = new("penundaan setelah wawancara", "deferral after the interview"),
        [TimedStep.Referral] = new("rujukan pemohon", "applicant referred"),
        [TimedStep.SecondaryInspection] = new("pemeriksaan lanjutan", "secondary inspection"),
        [TimedStep.VictimScreening] = new("skrining indikasi korban", "screening for signs of a victim"),
        [TimedStep.OriginReturn] = new("pemulangan ke daerah asal", "return to the place of origin"),
        [TimedStep.Filing] = new("laporan dibuat setelah pengumpulan", "report filed after collecting"),
        [TimedStep.Conclusion] = new("operasi diakhiri", "operation concluded"),
    };

    private static Dictionary<Enum, Wording> Documents() => new()
    {
        [DocumentType.Passport] = new("paspor", "passport"),
        [DocumentType.ElectronicPassport] = new("paspor elektronik", "electronic passport"),
        [DocumentType.TravelDocument] = new("SPLP", "travel document (SPLP)"),
        [DocumentType.IdentityCard] = new("KTP-el", "identity card"),
        [DocumentType.FamilyCard] = new("kartu keluarga", "family card"),
        [DocumentType.BirthCertificate] = new("akta lahir", "birth certificate"),
        [DocumentType.MarriageBook] = new("buku nikah", "marriage book"),
        [DocumentType.Visa] = new("visa", "entry visa"),
        [DocumentType.Ticket] = new("tiket", "ticket"),
        [DocumentType.EmploymentContract] = new("perjanjian kerja", "employment contract"),
        [DocumentType.PlacementAgreement] = new("perjanjian penempatan", "placement agreement"),
        [DocumentType.JobOrder] = new("job order", "order for workers"),
        [DocumentType.PlacementLicence] = new("SIP3MI", "placement licence"),
        [DocumentType.ManpowerRecommendation] = new("rekomendasi Disnaker", "recommendation of the manpower office"),
        [DocumentType.FamilyPermission] = new("surat izin keluarga", "letter of the family's permission"),
        [DocumentType.PilgrimageLicence] = new("izin PPIU", "pilgrimage organiser's licence"),
        [DocumentType.SchoolCertificate] = new("ijazah", "school certificate"),
        [DocumentType.Other] = new("dokumen lain", "another document"),
        [DocumentResult.Genuine] = new("asli", "genuine"),
        [DocumentResult.NotFound] = new("tidak terdaftar", "not on record"),
        [DocumentResult.Mismatch] = new("isinya berbeda", "its contents differ"),
        [DocumentResult.NoLongerValid] = new("tidak berlaku lagi", "no longer valid"),
        [ForgerySign.Altered] = new("diubah", "altered"),
        [ForgerySign.Counterfeit] = new("tiruan", "counterfeit"),
        [ForgerySign.NumberOfAnother] = new("nomor milik orang lain", "number of another person"),
        [ForgerySign.IssuerDenies] = new("penerbit menyangkal", "denied by its issuer"),
        [ForgerySign.DataContradictRegistry] = new("bertentangan dengan data kependudukan", "contradicts the registry"),
        [ForgerySign.ObtainedByFalseData] = new("diperoleh dengan data palsu", "obtained by false data"),
    };

    private static Dictionary<Enum, Wording> Checks() => new()
    {
        [FieldCheckReason.StatementDoubted] = new("keterangan diragukan", "statement doubted"),
        [FieldCheckReason.DocumentDoubted] = new("dokumen diragukan", "document doubted"),
        [FieldCheckReason.CitizenshipDoubted] = new("kewarganegaraan diragukan", "citizenship doubted"),
        [FieldCheckFinding.Confirmed] = new("sesuai", "confirmed"),
        [FieldCheckFinding.Contradicted] = new("bertentangan", "contradicted"),
        [FieldCheckFinding.NotFound] = new("tidak ditemukan", "not found"),
        [FieldCheckFinding.Inconclusive] = new("belum dapat disimpulkan", "inconclusive"),
        [DepartureClearance.Given] = new("dengan izin berangkat", "with clearance"),
        [DepartureClearance.AfterInspection] = new("setelah pemeriksaan lanjutan", "after secondary inspection"),
        [DepartureClearance.DeferralOverturned] = new("setelah penundaan dibatalkan", "after the deferral was overturned"),
        [DepartureClearance.None] = new("tanpa izin berangkat", "without clearance"),
        [DepartureClearance.Unknown] = new("izin berangkat tidak diketahui", "clearance unknown"),
        [WithdrawalGround.DepartureDeferred] = new("keberangkatan ditunda", "departure deferred"),
        [WithdrawalGround.ObtainedByFalseData] = new("diperoleh dengan data palsu", "obtained by false data"),
        [WithdrawalGround.UsedForCrime] = new("dipakai untuk kejahatan", "used for a crime"),
        [WithdrawalGround.HeldByAnother] = new("dikuasai orang lain", "held by another person"),
        [WithdrawalGround.ExitBan] = new("pemegang dicegah", "holder banned from leaving"),
        [WithdrawalGround.Other] = new("alasan lain", "another reason"),
    };

    private static Dictionary<Enum, Wording> Journeys() => new()
    {
        [WarningSign.RansomMentioned] = new("menyebut uang tebusan", "ransom mentioned"),
        [WarningSign.OfficialNamed] = new("menyebut oknum petugas", "an official named"),
        [Sex.Female] = new("perempuan", "female"),
        [Sex.Male] = new("laki-laki", "male"),
        [Sex.Other] = new("lainnya", "other"),
        [BirthSource.CivilRegistry] = new("Dukcapil", "civil registry"),
        [BirthSource.Passport] = new("paspor", "passport"),
        [BirthSource.School] = new("sekolah", "school"),
        [BirthSource.FamilyCard] = new("kartu keluarga", "family card"),
        [BirthSource.BirthCertificate] = new("akta lahir", "birth certificate"),
        [BirthSource.Stated] = new("pengakuan", "own statement"),
        [HostKind.Family] = new("keluarga", "family"),
        [HostKind.Employer] = new("pemberi kerja", "employer"),
        [HostKind.School] = new("sekolah", "school"),
        [HostKind.InternshipCompany] = new("perusahaan tempat magang", "internship company"),
        [HostKind.Spouse] = new("pasangan", "spouse"),
        [HostKind.Lodging] = new("penginapan", "lodging"),
        [HostKind.Other] = new("penerima lain", "another host"),
    };
}
