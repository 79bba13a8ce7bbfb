using System.Collections.Frozen;
using System.Globalization;
using Coordination.Domain.Reference;
using Coordination.Projections.Alerts;

namespace Coordination.Projections;

/// <summary>The facts of an alert, as people read them. They are numbers and codes; nothing here can identify a person.</summary>
internal static class AlertFacts
{
    /// <summary>Facts that tell where something is, the nearer one first.</summary>
    private static readonly string[] Where = ["place", "unit"];

    /// <summary>Where units sit, by code: facts name a unit and not its agency.</summary>
    private static readonly FrozenDictionary<string, string?> Seats = Units.All.DistinctBy(unit => unit.Code, StringComparer.Ordinal)
        .ToFrozenDictionary(unit => unit.Code, unit => unit.Place, StringComparer.Ordinal);

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
            .Select(fact => new AlertFact(Labels.GetValueOrDefault(fact.Key) ?? Same(fact.Key), Value(facts, fact.Key))),
    ];

    /// <summary>What nobody wrote a sentence for is still said.</summary>
    public static Wording Listed(IReadOnlyDictionary<string, string> facts)
    {
        var said = Of(facts);
        return new(
            string.Join("; ", said.Select(fact => $"{fact.Name.Id} {fact.Value.Id}")), string.Join("; ", said.Select(fact => $"{fact.Name.En} {fact.Value.En}")));
    }

    /// <summary>A moment of which a fact tells, in the zone of its place or unit; <c>?</c> for what is none.</summary>
    public static Wording Moment(IReadOnlyDictionary<string, string> facts, string name) =>
        DateTimeOffset.TryParse(facts.GetValueOrDefault(name), CultureInfo.InvariantCulture, out var time) ? Dates.Moment(time, PlaceOf(facts)) : Same("?");

    public static Wording Value(IReadOnlyDictionary<string, string> facts, string name) => Value(facts, name, facts[name]);

    private static Wording Value(IReadOnlyDictionary<string, string> facts, string name, string value) => name switch
    {
        "destination" => Names.Country(value),
        "place" or "earlierPlace" => Same(Names.Place(value)),
        "unit" or "earlierUnit" or "contact" => Same(Names.Unit(value)),
        "agency" => Same(Names.Agency(value)),
        _ when value.Length >= 20 && value.EndsWith('Z') && Moment(facts, name) is { Id: not "?" } moment => moment,
        _ when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => new(Dates.Id(day), Dates.En(day)),
        _ => Same(value),
    };

    private static string? PlaceOf(IReadOnlyDictionary<string, string> facts) => Where
        .Select(name => facts.GetValueOrDefault(name)).OfType<string>()
        .Select(code => Places.ProvinceOf(code) is null ? Seats.GetValueOrDefault(code) : code).FirstOrDefault(place => place is not null);

    private static Wording Same(string text) => new(text, text);
}
