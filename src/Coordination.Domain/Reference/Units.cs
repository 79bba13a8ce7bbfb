using System.Collections.Frozen;
using System.Collections.Immutable;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Reference;

/// <param name="Place">Kemendagri or checkpoint code of its seat.</param>
/// <param name="Parent">Unit that it belongs to, of the same agency.</param>
/// <param name="Desks">Desks that take handoffs; the first is the one on duty.</param>
public sealed record Unit(string Agency, string Code, string Name, string? Place, string? Parent, IReadOnlyList<string> Desks)
{
    /// <summary>When it begins to work; null = it always has.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>When it ends or was closed; null = it goes on.</summary>
    public DateTimeOffset? Until { get; init; }

    public bool WorksAt(DateTimeOffset at) => (From is not { } from || from <= at) && (Until is not { } until || at < until);
}

/// <summary>Where a unit stands in its agency.</summary>
public enum UnitKind
{
    /// <summary>Pusat.</summary>
    Centre,

    /// <summary>Provinsi.</summary>
    Province,

    /// <summary>Kabupaten/kota.</summary>
    Regency,

    /// <summary>Kecamatan.</summary>
    District,

    /// <summary>Desa or kelurahan.</summary>
    Village,

    /// <summary>TPI, at land borders PLBN.</summary>
    Checkpoint,

    /// <summary>Perwakilan abroad.</summary>
    Mission,
}

/// <summary>Units of the agencies. A checkpoint (TPI) is a unit of the immigration office that runs it.</summary>
public static class Units
{
    /// <summary>Hears when an official is named as facilitator (oknum), and nobody else does.</summary>
    public const string InternalAffairs = "PENGAWAS-INTERNAL";

    private static readonly FrozenDictionary<(string Agency, string Code), Unit> ByCode =
        Seats().Concat(Checkpoints.All.Select(AsUnit)).ToFrozenDictionary(unit => (unit.Agency, unit.Code));

    private static readonly HashSet<string> Centres = new(
        [
            "DITJEN-IMIGRASI", "KP2MI-PUSAT", "PPATK-PUSAT", "KEMKOMDIGI-PUSAT", "BARESKRIM", "RPTC-JAKARTA", "LPSK-PUSAT", "SEKRETARIAT", "SISTEM",
        ],
        StringComparer.Ordinal);

    // Beside the seed: what agencies have registered since. Replaced whole, so a reader sees one or the other.
    private static volatile ImmutableDictionary<(string Agency, string Code), Unit> _registered =
        ImmutableDictionary<(string Agency, string Code), Unit>.Empty;

    public static IEnumerable<Unit> All => ByCode.Values.Concat(_registered.Values)
        .OrderBy(unit => unit.Agency, StringComparer.Ordinal).ThenBy(unit => unit.Code, StringComparer.Ordinal);

    public static Unit? Find(string agency, string code) =>
        ByCode.GetValueOrDefault((agency, code)) ?? _registered.GetValueOrDefault((agency, code));

    /// <summary>
    /// Makes units known that the log has registered beyond the reference data, and until when they work. None is ever taken away, and the seed wins.
    /// A node that has not read a registration or a closing yet goes by what it knew.
    /// </summary>
    public static void Register(IEnumerable<Unit> units) =>
        _registered = _registered.SetItems(units.Select(unit => KeyValuePair.Create((unit.Agency, unit.Code), unit)));

    /// <summary>True for the unit itself, for one below it, and for every unit of the agency under one of its centre.</summary>
    public static bool IsWithin(string agency, string code, string above)
    {
        if (Find(agency, above) is { } top && KindOf(top) == UnitKind.Centre)
            return true;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var next = code; next is not null && seen.Add(next); next = Find(agency, next)?.Parent)
        {
            if (next == above)
                return true;
        }
        return false;
    }

    /// <summary>By the depth of the code of its seat; centres are known by name.</summary>
    public static UnitKind KindOf(Unit unit) => unit switch
    {
        _ when Centres.Contains(unit.Code) => UnitKind.Centre,
        { Place: null } => UnitKind.Mission,
        _ when Checkpoints.Find(unit.Place) is not null => UnitKind.Checkpoint,
        _ => unit.Place.Count(c => c == '.') switch
        {
            0 => UnitKind.Province,
            1 => UnitKind.Regency,
            2 => UnitKind.District,
            _ => UnitKind.Village,
        },
    };

    /// <summary>The zone that a unit lives by: that of its seat.</summary>
    public static TimeZoneOf ZoneOf(string agency, string code) => Places.ZoneOf(Find(agency, code)?.Place);

    /// <summary>The office that a unit belongs to: itself, or its parent.</summary>
    public static string OfficeOf(string agency, string code) => Find(agency, code)?.Parent ?? code;

    /// <summary>True when both are one office: the same unit, or checkpoint and kanim.</summary>
    public static bool SameOffice(string agency, string one, string other) => OfficeOf(agency, one) == OfficeOf(agency, other);

    /// <summary>The refusal for what does not exist; null when all of it does. Unit and desk are optional.</summary>
    public static Refusal? Missing(string agency, string? unit = null, string? desk = null)
    {
        if (Agencies.Missing(agency) is { } unknown)
            return unknown;
        if (unit is null)
            return null;
        if (Find(agency, unit) is not { } found)
            return ReferenceRefusals.UnknownUnit with { Details = ["unit"] };
        return desk is null || found.Desks.Contains(desk, StringComparer.Ordinal)
            ? null
            : ReferenceRefusals.UnknownDesk with { Details = ["desk", .. found.Desks] };
    }

    /// <summary>
    /// The refusal for what nobody can be sent to at that moment: it does not exist, has not begun to work or works no more. A thing given to such a
    /// unit would lie where nobody looks. Null when somebody is there.
    /// </summary>
    public static Refusal? Unreachable(DateTimeOffset at, string agency, string? unit = null, string? desk = null) =>
        Missing(agency, unit, desk)
        ?? (unit is null || Find(agency, unit)!.WorksAt(at) ? null : ReferenceRefusals.UnitNotWorking with { Details = ["unit"] });

    private static Unit AsUnit(Checkpoint checkpoint) =>
        new("IMIGRASI", checkpoint.Code, checkpoint.Name, checkpoint.Code, checkpoint.Office, ["PEMERIKSAAN"]);

    private static IEnumerable<Unit> Seats() =>
    [
        .. Kanim(("ATAMBUA", "53.04"), ("KUPANG", "53.71"), ("MAUMERE", "53.07"), ("BATAM", "21.71"), ("TANJUNGPINANG", "21.72"),
            ("KARIMUN", "21.02"), ("DUMAI", "14.72"), ("BENGKALIS", "14.03"), ("PEKANBARU", "14.71"), ("MEDAN", "12.71"),
            ("TANJUNGBALAI", "12.74"), ("PADANG", "13.71"), ("BANDA-ACEH", "11.71"), ("SOEKARNO-HATTA", "36.71"), ("TANJUNG-PRIOK", "31.72"),
            ("CIREBON", "32.09"), ("YOGYAKARTA", "34.71"), ("SURABAYA", "35.15"), ("DENPASAR", "51.71"), ("MATARAM", "52.71"),
            ("PONTIANAK", "61.71"), ("ENTIKONG", "61.03"), ("SAMBAS", "61.01"), ("PUTUSSIBAU", "61.06"), ("SINGKAWANG", "61.72"),
            ("NUNUKAN", "65.03"), ("TARAKAN", "65.71"), ("MAKASSAR", "73.71"), ("MANADO", "71.71"), ("BITUNG", "71.72"),
            ("JAYAPURA", "91.71"), ("MERAUKE", "93.01")),
        .. Kanwil(("ACEH", "11"), ("SUMUT", "12"), ("SUMBAR", "13"), ("RIAU", "14"), ("KEPRI", "21"), ("DKI", "31"), ("JABAR", "32"),
            ("DIY", "34"), ("JATIM", "35"), ("BANTEN", "36"), ("BALI", "51"), ("NTB", "52"), ("NTT", "53"), ("KALBAR", "61"),
            ("KALTARA", "65"), ("SULUT", "71"), ("SULSEL", "73"), ("PAPUA", "91")),
        .. Of("IMIGRASI", ["INTELDAKIM"], ("DITJEN-IMIGRASI", "Direktorat Jenderal Imigrasi", "31")),
        .. Of(Agencies.MigrantMinistry, ["PENGAWASAN"], ("KP2MI-PUSAT", "Kementerian Pelindungan Pekerja Migran Indonesia", "31")),
        .. Of(Agencies.FinancialIntelligence, ["ANALISIS"], ("PPATK-PUSAT", "PPATK", "31")),
        .. Of(Agencies.DigitalAffairs, ["PENGAWASAN"], ("KEMKOMDIGI-PUSAT", "Kementerian Komunikasi dan Digital", "31")),
        .. Of("POLRI", ["PPA-PPO", "RESKRIM", "SPKT"], ("BARESKRIM", "Bareskrim Polri", "31"), ("POLDA-NTT", "Polda NTT", "53"),
            ("POLDA-KEPRI", "Polda Kepulauan Riau", "21"), ("POLDA-JABAR", "Polda Jawa Barat", "32"),
            ("POLRESTA-BARELANG", "Polresta Barelang", "21.71"),
            ("POLRESTA-KUPANG", "Polresta Kupang Kota", "53.71"), ("POLRES-BELU", "Polres Belu", "53.04"),
            ("POLRES-MALAKA", "Polres Malaka", "53.21"), ("POLRES-INDRAMAYU", "Polres Indramayu", "32.12")),
        .. Of("BP3MI", ["PELINDUNGAN", "PENGADUAN"], ("BP3MI-NTT", "BP3MI Nusa Tenggara Timur", "53"),
            ("BP3MI-KEPRI", "BP3MI Kepulauan Riau", "21"), ("BP3MI-SUMUT", "BP3MI Sumatera Utara", "12"),
            ("BP3MI-BANTEN", "BP3MI Banten", "36"), ("BP3MI-JABAR", "BP3MI Jawa Barat", "32"), ("BP3MI-JATIM", "BP3MI Jawa Timur", "35"),
            ("BP3MI-KALTARA", "BP3MI Kalimantan Utara", "65"), ("BP3MI-SULSEL", "BP3MI Sulawesi Selatan", "73"),
            ("BP3MI-SULTENG", "BP3MI Sulawesi Tengah", "72"), ("BP3MI-SULTRA", "BP3MI Sulawesi Tenggara", "74")),
        .. Of("PEMDA-KAB", ["DINSOS", "DP3A", "DISNAKER"], ("PEMDA-MALAKA", "Pemerintah Kabupaten Malaka", "53.21"),
            ("PEMDA-BELU", "Pemerintah Kabupaten Belu", "53.04"), ("PEMDA-BATAM", "Pemerintah Kota Batam", "21.71"),
            ("PEMDA-INDRAMAYU", "Pemerintah Kabupaten Indramayu", "32.12")),
        .. Of("PEMDA-PROV", ["DINSOS", "DP3A", "DISNAKER"], ("PEMPROV-NTT", "Pemerintah Provinsi NTT", "53"),
            ("PEMPROV-KEPRI", "Pemerintah Provinsi Kepulauan Riau", "21")),
        .. Of("KEMENSOS", ["PELAYANAN"], ("RPTC-JAKARTA", "RPTC Jakarta", "31"), ("SENTRA-KUPANG", "Sentra Efata Kupang", "53.71")),
        .. Of("KEJAKSAAN", ["PIDUM"], ("KEJARI-BATAM", "Kejaksaan Negeri Batam", "21.71"), ("KEJARI-BELU", "Kejaksaan Negeri Belu", "53.04")),
        .. Of("PENGADILAN", ["PIDANA"], ("PN-BATAM", "Pengadilan Negeri Batam", "21.71"), ("PN-ATAMBUA", "Pengadilan Negeri Atambua", "53.04")),
        .. Of("LPSK", ["PERMOHONAN"], ("LPSK-PUSAT", "LPSK", "31")),
        .. Of("TNI", ["OPERASI"], ("LANAL-BATAM", "Lanal Batam", "21.71"), ("SATGAS-PAMTAS-RI-RDTL", "Satgas Pamtas RI-RDTL", "53.04")),
        .. Of("DUKCAPIL", ["VERIFIKASI"], ("DUKCAPIL-PUSAT", "Direktorat Jenderal Dukcapil", "31")),
        .. Of("KEMENAG", ["PPIU"], ("KEMENAG-PUSAT", "Kementerian Agama", "31")),
        .. Of("DESA", ["PELAYANAN"], ("DESA-FIKTIF-MALAKA", "Desa Fiktif Malaka Tengah", "53.21.01.2001")),
        .. Of("LSM", ["PENDAMPINGAN"], ("LSM-FIKTIF-NTT", "Lembaga Fiktif Peduli Migran NTT", "53")),
        .. Of(Agencies.TaskForce, ["SEKRETARIAT"], ("SEKRETARIAT", "Sekretariat Satgas TPPO", "31")),
        .. Of(Agencies.TaskForce, ["PENGADUAN"], (InternalAffairs, "Pengawas Internal Satgas TPPO", "31")),
        .. Of(Officer.System.Agency, ["SISTEM"], (Officer.System.Unit, "Sistem", "31")),
    ];

    private static IEnumerable<Unit> Kanim(params (string Code, string Place)[] offices) =>
        offices.Select(office => new Unit(
            "IMIGRASI", $"KANIM-{office.Code}", $"Kantor Imigrasi {Titled(office.Code)}", office.Place, null, ["INTELDAKIM", "LANTASKIM"]));

    /// <summary>
    /// Regional offices of the directorate general, one per province; since when they stand above the kanim says <see cref="Superiors"/>.
    /// </summary>
    private static IEnumerable<Unit> Kanwil(params (string Code, string Place)[] offices) =>
        offices.Select(office => new Unit(
            "IMIGRASI", $"KANWIL-IMIGRASI-{office.Code}", $"Kanwil Ditjen Imigrasi {Places.Provinces[office.Place]}", office.Place, null,
            ["INTELDAKIM"]));

    private static IEnumerable<Unit> Of(string agency, string[] desks, params (string Code, string Name, string Place)[] units) =>
        units.Select(unit => new Unit(agency, unit.Code, unit.Name, unit.Place, null, desks));

    private static string Titled(string code) =>
        string.Join(' ', code.Split('-').Select(word => string.Concat(word[..1], word[1..].ToLowerInvariant())));
}
