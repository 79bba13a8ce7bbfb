using System.Globalization;
using Coordination.Projections.Reports;

namespace Coordination.Projections;

/// <summary>What people call agencies, units, checkpoints and countries.</summary>
public static class Names
{
    private static readonly HashSet<string> Abbreviations = new(StringComparer.Ordinal)
    {
        "TPI", "BP3MI", "KP2MI", "P4MI", "NTT", "PPA", "PPO", "DP3A", "UPTD", "RPTC", "LPSK", "TNI", "BIN", "PPATK", "PLBN", "PN",
    };

    private static readonly Dictionary<string, Wording> Countries = new(StringComparer.Ordinal)
    {
        ["AE"] = new("Uni Emirat Arab", "United Arab Emirates"), ["BH"] = new("Bahrain", "Bahrain"), ["BN"] = new("Brunei", "Brunei"),
        ["BY"] = new("Belarus", "Belarus"), ["CN"] = new("Tiongkok", "China"), ["DE"] = new("Jerman", "Germany"),
        ["EG"] = new("Mesir", "Egypt"),
        ["HK"] = new("Hong Kong", "Hong Kong"), ["IQ"] = new("Irak", "Iraq"), ["IT"] = new("Italia", "Italy"),
        ["JO"] = new("Yordania", "Jordan"),
        ["JP"] = new("Jepang", "Japan"), ["KH"] = new("Kamboja", "Cambodia"), ["KR"] = new("Korea Selatan", "South Korea"),
        ["KW"] = new("Kuwait", "Kuwait"),
        ["LA"] = new("Laos", "Laos"), ["LB"] = new("Lebanon", "Lebanon"), ["LY"] = new("Libya", "Libya"),
        ["MM"] = new("Myanmar", "Myanmar"),
        ["MY"] = new("Malaysia", "Malaysia"), ["OM"] = new("Oman", "Oman"), ["PG"] = new("Papua Nugini", "Papua New Guinea"),
        ["PH"] = new("Filipina", "the Philippines"), ["QA"] = new("Qatar", "Qatar"), ["SA"] = new("Arab Saudi", "Saudi Arabia"),
        ["SG"] = new("Singapura", "Singapore"), ["SY"] = new("Suriah", "Syria"), ["TH"] = new("Thailand", "Thailand"),
        ["TL"] = new("Timor-Leste", "Timor-Leste"), ["TR"] = new("Turki", "Türkiye"), ["TW"] = new("Taiwan", "Taiwan"),
        ["VN"] = new("Vietnam", "Vietnam"),
        ["ZA"] = new("Afrika Selatan", "South Africa"),
    };

    public static Wording Country(string code) => Countries.GetValueOrDefault(code) ?? new(code, code);

    /// <summary>A unit, desk or checkpoint by its code: <c>KANIM-BATAM</c> is Kanim Batam. Codes are made of the names, so this needs no
    /// list.</summary>
    public static string Unit(string code) => code == "SEKRETARIAT"
        ? "Sekretariat Satgas"
        : string.Join(' ', code.Split('-').Select(word => Abbreviations.Contains(word) ? word : Capital(word)));

    /// <summary>Where something is: a checkpoint or unit by its code, an area by its code and province.</summary>
    public static string Place(string code) => code is [>= '0' and <= '9', ..] ? ReportPlace.Of(code) : Unit(code);

    /// <summary>A document by its kind and number, where the number does not say the kind itself: BAST 14, but BAST/14/II/2026.</summary>
    public static string Document(string kind, string number) => number.StartsWith(kind, StringComparison.OrdinalIgnoreCase) ? number : $"{kind} {number}";

    /// <summary>A legal basis as it is cited: <c>UU-21-2007:4</c> is UU 21/2007 Ps 4, <c>UU-21-2007</c> is UU 21/2007.</summary>
    public static string Law(string code) => code.Split(':', 2) is [var law, .. var article] && law.Split('-') is [var kind, var number, var year]
        ? $"{kind} {number}/{year}{string.Concat(article.Select(one => $" Ps {one}"))}"
        : code;

    public static string Agency(string code) => code switch
    {
        "PEMDA-KAB" => "Pemkab",
        "PEMDA-PROV" => "Pemprov",
        "SATGAS" => "Satgas TPPO",
        _ => Unit(code),
    };

    private static string Capital(string word) =>
        word.Length == 0 ? word : string.Concat(word[..1].ToUpperInvariant(), CultureInfo.InvariantCulture.TextInfo.ToLower(word[1..]));
}
