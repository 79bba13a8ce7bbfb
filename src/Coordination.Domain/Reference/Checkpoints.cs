using System.Collections.Frozen;

namespace Coordination.Domain.Reference;

public enum CheckpointKind
{
    Air,
    Sea,
    Land,
}

/// <summary>A place where one may leave the country (TPI, at land borders PLBN).</summary>
/// <param name="Code">Such as <c>TPI-SEKUPANG</c>.</param>
/// <param name="Regency">Kemendagri code of the regency or city.</param>
/// <param name="Office">Code of the immigration office that runs it.</param>
/// <param name="From">First day on which one may leave there, as far as it is known.</param>
/// <param name="Iata">For airports.</param>
/// <param name="Until">Last day; null = it is open.</param>
public sealed record Checkpoint(
    string Code, string Name, CheckpointKind Kind, string Regency, string Office, DateOnly From, string? Iata = null, DateOnly? Until = null)
{
    public bool IsOpenOn(DateOnly day) => From <= day && (Until is not { } last || day <= last);
}

/// <summary>The checkpoints of relevance (list of kompas.com 18 Jul 2022; regency codes by Kepmendagri 300.2.2-2430/2025).</summary>
public static class Checkpoints
{
    /// <summary>Day of the list.</summary>
    private static readonly DateOnly Start = new(2022, 7, 18);

    private static readonly Checkpoint[] Known =
    [
        Air("SOEKARNO-HATTA", "Soekarno-Hatta", "36.71", "SOEKARNO-HATTA", "CGK"), Air("JUANDA", "Juanda", "35.15", "SURABAYA", "SUB"),
        Air("NGURAH-RAI", "Ngurah Rai", "51.03", "DENPASAR", "DPS"), Air("KUALANAMU", "Kualanamu", "12.07", "MEDAN", "KNO"),
        Air("HANG-NADIM", "Hang Nadim", "21.71", "BATAM", "BTH"), Air("SULTAN-HASANUDDIN", "Sultan Hasanuddin", "73.09", "MAKASSAR", "UPG"),
        Air("LOMBOK", "Zainuddin Abdul Madjid", "52.02", "MATARAM", "LOP"), Air("YIA", "Yogyakarta International", "34.01", "YOGYAKARTA", "YIA"),
        Air("KERTAJATI", "Kertajati", "32.10", "CIREBON", "KJT"), Air("SUPADIO", "Supadio", "61.12", "PONTIANAK", "PNK"),
        Air("SAM-RATULANGI", "Sam Ratulangi", "71.71", "MANADO", "MDC"), Air("EL-TARI", "El Tari", "53.71", "KUPANG", "KOE"),
        Air("SULTAN-SYARIF-KASIM", "Sultan Syarif Kasim II", "14.71", "PEKANBARU", "PKU"), Air("MINANGKABAU", "Minangkabau", "13.05", "PADANG", "PDG"),
        Air("SULTAN-ISKANDAR-MUDA", "Sultan Iskandar Muda", "11.06", "BANDA-ACEH", "BTJ"),
        Sea("BATAM-CENTER", "Batam Center", "21.71", "BATAM"), Sea("HARBOUR-BAY", "Citra Tri Tunas Harbour Bay", "21.71", "BATAM"),
        Sea("SEKUPANG", "Sekupang", "21.71", "BATAM"), Sea("NONGSA", "Nongsa", "21.71", "BATAM"), Sea("BENGKONG", "Bengkong", "21.71", "BATAM"),
        Sea("SRI-BINTAN-PURA", "Sri Bintan Pura", "21.72", "TANJUNGPINANG"), Sea("TANJUNG-BALAI-KARIMUN", "Tanjung Balai Karimun", "21.02", "KARIMUN"),
        Sea("DUMAI", "Dumai", "14.72", "DUMAI"), Sea("BENGKALIS", "Bengkalis", "14.03", "BENGKALIS"),
        Sea("TELUK-NIBUNG", "Teluk Nibung", "12.74", "TANJUNGBALAI"), Sea("TUNON-TAKA", "Tunon Taka", "65.03", "NUNUKAN"),
        Sea("SEBATIK", "Sebatik Sei Nyamuk", "65.03", "NUNUKAN"), Sea("MALUNDUNG", "Malundung", "65.71", "TARAKAN"),
        Sea("BELAWAN", "Belawan", "12.71", "MEDAN"), Sea("TANJUNG-PRIOK", "Tanjung Priok", "31.72", "TANJUNG-PRIOK"),
        Sea("BENOA", "Benoa", "51.71", "DENPASAR"), Sea("BITUNG", "Bitung", "71.72", "BITUNG"),
        Land("ENTIKONG", "Entikong", "61.03", "ENTIKONG"), Land("ARUK", "Aruk", "61.01", "SAMBAS"), Land("BADAU", "Badau", "61.06", "PUTUSSIBAU"),
        Land("JAGOI-BABANG", "Jagoi Babang", "61.07", "SINGKAWANG"), Land("MOTAAIN", "Motaain", "53.04", "ATAMBUA"),
        Land("MOTAMASIN", "Motamasin", "53.21", "ATAMBUA"), Land("WINI", "Wini", "53.03", "ATAMBUA"), Land("SKOUW", "Skouw", "91.71", "JAYAPURA"),
        Land("SOTA", "Sota", "93.01", "MERAUKE"), Land("LONG-NAWANG", "Long Nawang", "65.02", "TARAKAN"),
    ];

    private static readonly FrozenDictionary<string, Checkpoint> ByCode = Known.ToFrozenDictionary(checkpoint => checkpoint.Code, StringComparer.Ordinal);

    public static IReadOnlyList<Checkpoint> All => Known;

    /// <summary>Also one that is closed by now: what happened there did.</summary>
    public static Checkpoint? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>True for one that an instruction of that day can reach.</summary>
    public static bool IsOpen(string code, DateOnly day) => Find(code)?.IsOpenOn(day) == true;

    private static Checkpoint Air(string code, string name, string regency, string office, string iata) =>
        new($"TPI-{code}", $"TPI {name}", CheckpointKind.Air, regency, $"KANIM-{office}", Start, iata);

    private static Checkpoint Sea(string code, string name, string regency, string office) =>
        new($"TPI-{code}", $"TPI {name}", CheckpointKind.Sea, regency, $"KANIM-{office}", Start);

    private static Checkpoint Land(string code, string name, string regency, string office) =>
        new($"TPI-{code}", $"PLBN {name}", CheckpointKind.Land, regency, $"KANIM-{office}", Start);
}
