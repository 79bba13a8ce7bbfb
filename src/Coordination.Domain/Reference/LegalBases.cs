using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Coordination.Domain.Reference;

/// <summary>A law or regulation and the days on which it can be cited.</summary>
/// <param name="Code">Such as <c>UU-6-2011</c>; an article is cited as <c>UU-6-2011:16</c>.</param>
/// <param name="Until">Last day in force; null while it is.</param>
/// <param name="DayVerified">False where only the year is known from the sources: the day is then the first of that year.</param>
public sealed record LegalBasis(string Code, string Title, DateOnly From, DateOnly? Until = null, bool DayVerified = true)
{
    public bool InForceOn(DateOnly day) => From <= day && (Until is not { } until || day <= until);
}

/// <summary>The legal bases of the task force. The law moves: a basis is looked up for a day, never assumed.</summary>
public static partial class LegalBases
{
    private static readonly LegalBasis[] Known =
    [
        new("UU-8-1981", "KUHAP (lama)", new(1981, 12, 31), new(2026, 1, 1)),
        new("UU-21-2007", "Pemberantasan Tindak Pidana Perdagangan Orang", new(2007, 4, 19)),
        new("UU-43-2009", "Kearsipan", new(2009, 10, 23)),
        new("UU-8-2010", "Tindak Pidana Pencucian Uang", new(2010, 10, 22)),
        new("UU-6-2011", "Keimigrasian", new(2011, 5, 5)),
        Year("UU-24-2013", "Perubahan Undang-Undang Administrasi Kependudukan", 2013),
        new("UU-31-2014", "Perlindungan Saksi dan Korban", new(2014, 10, 17)),
        new("UU-35-2014", "Perlindungan Anak", new(2014, 10, 17)),
        new("UU-18-2017", "Pelindungan Pekerja Migran Indonesia", new(2017, 11, 22)),
        new("UU-12-2022", "Tindak Pidana Kekerasan Seksual", new(2022, 5, 9)),
        new("UU-27-2022", "Pelindungan Data Pribadi", new(2022, 10, 17)),
        new("UU-63-2024", "Perubahan Ketiga Undang-Undang Keimigrasian", new(2024, 10, 17)),
        new("UU-1-2023", "KUHP", new(2026, 1, 2)),
        new("UU-20-2025", "KUHAP", new(2026, 1, 2)),
        new("UU-1-2026", "Penyesuaian Pidana", new(2026, 1, 2)),
        Year("PP-9-2008", "Pusat Pelayanan Terpadu bagi Saksi dan/atau Korban TPPO", 2008),
        Year("PERPRES-69-2008", "Gugus Tugas PP TPPO", 2008),
        Year("PERPRES-22-2021", "Perubahan Perpres 69/2008", 2021),
        Year("PERPRES-19-2023", "Rencana Aksi Nasional PP TPPO", 2023),
        new("PERPRES-49-2023", "Perubahan Kedua Perpres 69/2008", new(2023, 8, 10)),
        Year("PERMENKUMHAM-8-2014", "Paspor Biasa dan SPLP", 2014),
        Year("PERMENKUMHAM-30-2016", "Intelijen Keimigrasian", 2016, new(2021, 12, 31)),
        Year("PERMENKUMHAM-50-2016", "Tim Pengawasan Orang Asing", 2016, new(2024, 12, 31)),
        Year("PERMENKUMHAM-18-2022", "Perubahan Permenkumham 8/2014", 2022),
        Year("PERMENKUMHAM-8-2022", "Intelijen Keimigrasian", 2022),
        Year("PERMENKUMHAM-9-2024", "Pemeriksaan Masuk dan Keluar Wilayah Indonesia", 2024),
        Year("PERMENPPPA-8-2021", "SOP Penanganan Saksi dan Korban TPPO", 2021),
        Year("PERMENIMIPAS-2-2025", "Pengawasan Keimigrasian", 2025),
        Year("PERMENIMIPAS-13-2025", "Pencegahan dan Penangkalan", 2025),
        Year("PERMENP2MI-4-2025", "Penempatan Pekerja Migran Indonesia", 2025),
        Year("PERMENP2MI-31-2025", "Pengawasan Penempatan Pekerja Migran Indonesia", 2025),
        Year("PERMENP2MI-23-2025", "Penanganan Pengaduan", 2025),
        new("MOU-POLRI-IMIPAS-2025", "Nota Kesepahaman Polri dan Kementerian Imipas", new(2025, 8, 4)),
    ];

    private static readonly FrozenDictionary<string, LegalBasis> ByCode = Known.ToFrozenDictionary(basis => basis.Code, StringComparer.Ordinal);

    public static IReadOnlyList<LegalBasis> All => Known;

    /// <summary>The instrument that a citation names, with or without article.</summary>
    public static LegalBasis? Find(string citation) => ByCode.GetValueOrDefault(InstrumentOf(citation));

    public static string InstrumentOf(string citation) => citation.Split(':', 2)[0];

    /// <summary>
    /// One spelling for what people and systems write: <c>UU 6/2011 Ps 16</c> and <c>uu-6-2011:16</c> are <c>UU-6-2011:16</c>.
    /// </summary>
    public static string Normal(string citation)
    {
        var match = Written().Match(citation.Trim());
        if (!match.Success)
            return citation.Trim().ToUpperInvariant();
        var instrument = $"{match.Groups["kind"].Value}-{match.Groups["number"].Value}-{match.Groups["year"].Value}".ToUpperInvariant();
        return match.Groups["article"] is { Success: true } article ? $"{instrument}:{article.Value.ToUpperInvariant()}" : instrument;
    }

    private static LegalBasis Year(string code, string title, int year, DateOnly? until = null) =>
        new(code, title, new(year, 1, 1), until, DayVerified: false);

    [GeneratedRegex(
        @"^(?<kind>[a-z0-9]+)[\s-]+(no\.?\s*)?(?<number>\d+)[/-](?<year>\d{4})([\s:,]*(ps|pasal|art)?\.?\s*(?<article>\d+\w*))?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Written();
}
