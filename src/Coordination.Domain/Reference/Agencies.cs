using System.Collections.Frozen;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Reference;

/// <summary>What an agency is by law; authority hangs on it, not on a single agency.</summary>
public enum AgencyKind
{
    Immigration,
    Police,
    MigrantProtection,
    LocalGovernment,
    Village,
    ForeignAffairs,
    SocialAffairs,
    WomenAndChildren,
    Prosecution,
    WitnessProtection,
    Court,
    Military,
    CoastGuard,
    Intelligence,
    FinancialIntelligence,
    Ministry,
    CivilSociety,
    International,
    TaskForce,

    /// <summary>The product itself.</summary>
    System,
}

public sealed record Agency(string Code, AgencyKind Kind, string Name, string EnglishName);

/// <summary>The agencies that meet here, by code.</summary>
public static class Agencies
{
    /// <summary>The task force: a member of every joint case.</summary>
    public const string TaskForce = "SATGAS";

    /// <summary>Runs the checkpoints and the border's list of bans.</summary>
    public const string Immigration = "IMIGRASI";

    /// <summary>Keeps the licences of placement companies.</summary>
    public const string MigrantMinistry = "KP2MI";

    /// <summary>The ministry's offices in the provinces, which take complaints and inspect.</summary>
    public const string MigrantService = "BP3MI";

    public const string FinancialIntelligence = "PPATK";

    /// <summary>Has platforms take advertisements down.</summary>
    public const string DigitalAffairs = "KEMKOMDIGI";

    private static readonly FrozenDictionary<string, Agency> ByCode = new Agency[]
    {
        new("IMIGRASI", AgencyKind.Immigration, "Direktorat Jenderal Imigrasi", "Directorate General of Immigration"),
        new("POLRI", AgencyKind.Police, "Kepolisian Negara Republik Indonesia", "Indonesian National Police"),
        new("BP3MI", AgencyKind.MigrantProtection, "Balai Pelayanan Pelindungan Pekerja Migran Indonesia", "Migrant worker protection service"),
        new("KP2MI", AgencyKind.MigrantProtection, "Kementerian Pelindungan Pekerja Migran Indonesia", "Ministry of migrant worker protection"),
        new("PEMDA-PROV", AgencyKind.LocalGovernment, "Pemerintah provinsi", "Provincial government"),
        new("PEMDA-KAB", AgencyKind.LocalGovernment, "Pemerintah kabupaten/kota", "Regency or city government"),
        new("DESA", AgencyKind.Village, "Pemerintah desa", "Village government"),
        new("KEMLU", AgencyKind.ForeignAffairs, "Kementerian Luar Negeri", "Ministry of Foreign Affairs"),
        new("KEMENSOS", AgencyKind.SocialAffairs, "Kementerian Sosial", "Ministry of Social Affairs"),
        new("KEMENPPPA", AgencyKind.WomenAndChildren, "Kementerian PPPA", "Ministry of Women's Empowerment and Child Protection"),
        new("KEJAKSAAN", AgencyKind.Prosecution, "Kejaksaan Republik Indonesia", "Public prosecution service"),
        new("LPSK", AgencyKind.WitnessProtection, "Lembaga Perlindungan Saksi dan Korban", "Witness and victim protection agency"),
        new("PENGADILAN", AgencyKind.Court, "Pengadilan", "Courts"),
        new("TNI", AgencyKind.Military, "Tentara Nasional Indonesia", "Armed forces"),
        new("BAKAMLA", AgencyKind.CoastGuard, "Badan Keamanan Laut", "Maritime security agency"),
        new("BIN", AgencyKind.Intelligence, "Badan Intelijen Negara", "State intelligence agency"),
        new("PPATK", AgencyKind.FinancialIntelligence, "Pusat Pelaporan dan Analisis Transaksi Keuangan", "Financial intelligence unit"),
        new("KEMNAKER", AgencyKind.Ministry, "Kementerian Ketenagakerjaan", "Ministry of Manpower"),
        new("KEMENKES", AgencyKind.Ministry, "Kementerian Kesehatan", "Ministry of Health"),
        new("KEMENAG", AgencyKind.Ministry, "Kementerian Agama", "Ministry of Religious Affairs"),
        new("KKP", AgencyKind.Ministry, "Kementerian Kelautan dan Perikanan", "Ministry of Marine Affairs and Fisheries"),
        new("KEMENHUB", AgencyKind.Ministry, "Kementerian Perhubungan", "Ministry of Transportation"),
        new("KEMKOMDIGI", AgencyKind.Ministry, "Kementerian Komunikasi dan Digital", "Ministry of Communication and Digital Affairs"),
        new("DUKCAPIL", AgencyKind.Ministry, "Direktorat Jenderal Dukcapil", "Civil registry"),
        new("LSM", AgencyKind.CivilSociety, "Lembaga swadaya masyarakat dan gereja", "Civil society and churches"),
        new("IOM", AgencyKind.International, "Organisasi Internasional untuk Migrasi", "International Organization for Migration"),
        new(TaskForce, AgencyKind.TaskForce, "Satuan Tugas TPPO", "Anti-trafficking task force"),
        new(Officer.System.Agency, AgencyKind.System, "Sistem", "System"),
    }.ToFrozenDictionary(agency => agency.Code, StringComparer.Ordinal);

    public static IEnumerable<Agency> All => ByCode.Values.OrderBy(agency => agency.Code, StringComparer.Ordinal);

    public static Agency? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>The refusal for a code that is none; null when there is such an agency.</summary>
    public static Refusal? Missing(string code) =>
        ByCode.ContainsKey(code) ? null : ReferenceRefusals.UnknownAgency with { Details = ["agency"] };
}
