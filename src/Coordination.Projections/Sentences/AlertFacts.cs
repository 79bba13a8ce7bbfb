using System.Collections.Frozen;
using System.Globalization;
using Coordination.Projections.Alerts;

namespace Coordination.Projections;

/// <summary>The facts of an alert, as people read them. They are numbers and codes; nothing here can identify a person.</summary>
internal static class AlertFacts
{
    private static readonly TimeSpan WesternIndonesia = TimeSpan.FromHours(7);

    private static readonly FrozenDictionary<string, Wording> Labels = new Dictionary<string, Wording>(StringComparer.Ordinal)
    {
        ["unit"] = new("unit", "unit"), ["agency"] = new("instansi", "agency"), ["place"] = new("tempat", "place"), ["due"] = new("tenggat", "due"),
        ["until"] = new("sampai", "until"), ["since"] = new("sejak", "since"), ["days"] = new("hari", "days"), ["hours"] = new("jam", "hours"),
        ["day"] = new("hari ke", "day"), ["left"] = new("sisa hari", "days left"), ["count"] = new("jumlah", "count"), ["loops"] = new("putaran", "loops"),
        ["returns"] = new("pengembalian", "returns"), ["step"] = new("tahap", "step"), ["kind"] = new("jenis", "kind"), ["number"] = new("nomor", "number"),
        ["contact"] = new("hubungi", "contact"), ["officer"] = new("petugas", "officer"), ["score"] = new("skor", "score"), ["shift"] = new("regu", "shift"),
        ["destination"] = new("tujuan", "destination"), ["status"] = new("status", "status"), ["notice"] = new("peringatan", "notice"),
        ["pattern"] = new("pola", "pattern"), ["earlierPlace"] = new("tempat sebelumnya", "earlier place"),
        ["earlierUnit"] = new("kantor sebelumnya", "earlier office"), ["answer"] = new("jawaban", "answer"), ["size"] = new("jumlah rombongan", "size of the group"),
        ["regencies"] = new("kabupaten/kota", "regencies"), ["age"] = new("umur", "age"), ["gap"] = new("selisih umur", "age gap"),
        ["similarity"] = new("kemiripan nama (%)", "similarity of names (%)"), ["document"] = new("dokumen", "document"),
        ["indicators"] = new("tanda", "signs"), ["values"] = new("data", "values"), ["minutes"] = new("menit", "minutes"),
        ["route"] = new("rute", "route"), ["months"] = new("bulan", "months"), ["percent"] = new("persen", "percent"), ["level"] = new("tingkat", "level"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>All facts in a fixed order, the deadline last.</summary>
    public static IReadOnlyList<AlertFact> Of(IReadOnlyDictionary<string, string> facts) =>
    [
        .. facts.Where(fact => fact.Value.Length > 0 && fact.Key != "pattern").OrderBy(fact => fact.Key == "due").ThenBy(fact => fact.Key, StringComparer.Ordinal)
            .Select(fact => new AlertFact(Labels.GetValueOrDefault(fact.Key) ?? Same(fact.Key), Value(fact.Key, fact.Value))),
    ];

    /// <summary>What nobody wrote a sentence for is still said.</summary>
    public static Wording Listed(IReadOnlyDictionary<string, string> facts)
    {
        var said = Of(facts);
        return new(
            string.Join("; ", said.Select(fact => $"{fact.Name.Id} {fact.Value.Id}")), string.Join("; ", said.Select(fact => $"{fact.Name.En} {fact.Value.En}")));
    }

    /// <summary>A moment as it was stored, in WIB; <c>?</c> for what is none.</summary>
    public static string Moment(string stored) =>
        DateTimeOffset.TryParse(stored, CultureInfo.InvariantCulture, out var time) ? $"{time.ToOffset(WesternIndonesia):yyyy-MM-dd HH.mm} WIB" : "?";

    public static Wording Value(string name, string value) => name switch
    {
        "destination" => Names.Country(value),
        "place" or "earlierPlace" => Same(Names.Place(value)),
        "unit" or "earlierUnit" or "contact" => Same(Names.Unit(value)),
        "agency" => Same(Names.Agency(value)),
        _ when value.Length >= 20 && value.EndsWith('Z') && Moment(value) is not "?" and var moment => Same(moment),
        _ => Same(value),
    };

    private static Wording Same(string text) => new(text, text);
}
