using Coordination.Domain.Operations;

namespace Coordination.Projections;

/// <summary>The fixed words of joint operations.</summary>
internal static class OperationTermTexts
{
    public static Dictionary<Enum, Wording> All() => People().Concat(Things()).ToDictionary(term => term.Key, term => term.Value);

    private static Dictionary<Enum, Wording> People() => new()
    {
        [OperationRole.Leader] = new("ketua tim", "team leader"),
        [OperationRole.Intelligence] = new("intelijen", "intelligence"),
        [OperationRole.Enforcement] = new("penindakan", "enforcement"),
        [OperationRole.VictimOfficer] = new("petugas korban", "victim officer"),
        [OperationRole.Interpreter] = new("juru bahasa", "interpreter"),
        [OperationRole.Documentation] = new("dokumentasi", "documentation"),
        [OperationRole.Support] = new("dukungan", "support"),
        [PersonSex.Unknown] = new("tidak diketahui", "unknown"),
        [PersonSex.Male] = new("laki-laki", "male"),
        [PersonSex.Female] = new("perempuan", "female"),
        [AgeBand.Unknown] = new("umur tidak diketahui", "age unknown"),
        [AgeBand.Under18] = new("di bawah 18 tahun", "under 18"),
        [AgeBand.From18To24] = new("18–24 tahun", "18 to 24"),
        [AgeBand.From25To39] = new("25–39 tahun", "25 to 39"),
        [AgeBand.From40To59] = new("40–59 tahun", "40 to 59"),
        [AgeBand.From60] = new("60 tahun ke atas", "60 and over"),
        [DocumentShown.None] = new("tidak ada", "none"),
        [DocumentShown.Passport] = new("paspor", "passport"),
        [DocumentShown.TravelDocument] = new("SPLP", "travel document"),
        [DocumentShown.IdentityCard] = new("KTP", "identity card"),
        [DocumentShown.Other] = new("dokumen lain", "another document"),
        [StayPermit.NotNeeded] = new("tidak perlu (WNI)", "not needed (citizen)"),
        [StayPermit.Visit] = new("izin kunjungan", "visit permit"),
        [StayPermit.LimitedStay] = new("ITAS", "limited stay permit"),
        [StayPermit.PermanentStay] = new("ITAP", "permanent stay permit"),
        [StayPermit.None] = new("tanpa izin", "no permit"),
        [StayPermit.Unknown] = new("izin tidak diketahui", "permit unknown"),
    };

    private static Dictionary<Enum, Wording> Things() => new()
    {
        [FieldFinding.PermitMisuse] = new("penyalahgunaan izin", "misuse of a permit"),
        [FieldFinding.NoDocuments] = new("tak dapat menunjukkan dokumen", "could show no documents"),
        [FieldFinding.Overstay] = new("overstay", "overstay of a permit"),
        [FieldFinding.AddressMismatch] = new("alamat tidak sesuai", "another address than registered"),
        [FieldFinding.FictitiousSponsor] = new("sponsor fiktif", "fictitious sponsor"),
        [FieldFinding.SuspectedFacilitator] = new("terduga fasilitator", "suspected facilitator"),
        [FieldFinding.Other] = new("temuan lain", "another finding"),
        [VictimSign.DocumentsHeldByOthers] = new("dokumen dipegang orang lain", "documents held by others"),
        [VictimSign.DebtBondage] = new("penjeratan utang", "debt bondage"),
        [VictimSign.MovementControlled] = new("gerak dikendalikan", "movement controlled"),
        [VictimSign.Violence] = new("tanda kekerasan", "signs of violence"),
        [VictimSign.DeceivedAboutWork] = new("ditipu soal pekerjaan", "deceived about the work"),
        [VictimSign.WagesWithheld] = new("upah ditahan", "wages withheld"),
        [VictimSign.Minor] = new("anak", "a minor"),
        [VictimSign.Other] = new("tanda lain", "another sign"),
        [SeizedKind.Document] = new("dokumen", "document"),
        [SeizedKind.TravelDocument] = new("dokumen perjalanan", "travel document"),
        [SeizedKind.Telephone] = new("telepon", "telephone"),
        [SeizedKind.Computer] = new("komputer", "computer"),
        [SeizedKind.Recording] = new("rekaman", "recording"),
        [SeizedKind.Money] = new("uang", "money"),
        [SeizedKind.Vehicle] = new("kendaraan", "vehicle"),
        [SeizedKind.Vessel] = new("kapal", "vessel"),
        [SeizedKind.Other] = new("barang lain", "another object"),
        [OperationOutcome.AdministrativeAction] = new("tindakan administratif keimigrasian (TAK)", "administrative immigration action"),
        [OperationOutcome.ProJustitia] = new("pro justitia", "judicial enforcement"),
        [OperationOutcome.Police] = new("diserahkan kepada Polri", "handed to the police"),
        [OperationOutcome.Protection] = new("diserahkan untuk dilindungi", "brought into protection"),
        [OperationOutcome.Release] = new("dilepaskan", "released"),
    };
}
