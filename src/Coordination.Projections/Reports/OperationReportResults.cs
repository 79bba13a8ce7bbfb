using System.Globalization;
using Coordination.Domain.Operations;

namespace Coordination.Projections.Reports;

/// <summary>III. HASIL. Persons stand here as codes; nobody's identity is in any event.</summary>
internal static class OperationReportResults
{
    public static ReportSection Results(OperationFacts facts) => new("III. HASIL", [])
    {
        Parts =
        [
            new("A. Rekap", [Summary(facts)]),
            new("B. Daftar Orang", [People(facts)]),
            new("C. Barang Bukti", [Evidence(facts)]),
            new("D. Korban teridentifikasi (anonim) & layanan", [Victims(facts)]),
        ],
    };

    private static ReportTable Summary(OperationFacts facts)
    {
        var people = facts.State.People;
        return new(["Uraian", "Jumlah"],
        [
            Figure(facts, "Lokasi diperiksa", facts.All<LocationInspected>(), facts.State.Locations.Count),
            Persons(facts, "Orang diperiksa", people),
            Persons(facts, "WNI", people.Where(met => met.Seen is { Nationality: "ID" })),
            Persons(facts, "WNA", people.Where(met => met.Seen is { Nationality: not "ID" })),
            Persons(facts, "Laki-laki", people.Where(met => met.Seen is { Sex: PersonSex.Male })),
            Persons(facts, "Perempuan", people.Where(met => met.Seen is { Sex: PersonSex.Female })),
            Persons(facts, "Anak", people.Where(met => met.IsChild)),
            Persons(facts, "Orang dengan pelanggaran", people.Where(met => met.Seen?.Findings is { Count: > 0 })),
            Sites(facts),
            Persons(facts, "Calon korban", people.Where(met => met.Victim is not null)),
            Persons(facts, "Diamankan", people.Where(met => met.IsSecured)),
        ], OperationReport.Nothing);
    }

    private static ReportRow Sites(OperationFacts facts)
    {
        var found = facts.Of<LocationInspected>().Where(one => ((LocationInspected)one.Body).Findings is { Count: > 0 }).ToList();
        return Figure(facts, "Lokasi dengan pelanggaran", ReportMaking.Ids(found), found.Count);
    }

    private static ReportRow Persons(OperationFacts facts, string what, IEnumerable<MetPerson> counted)
    {
        var all = counted.ToList();
        return Figure(facts, what, [.. all.SelectMany(met => facts.About(met.Person)).Distinct()], all.Count);
    }

    private static ReportRow Figure(OperationFacts facts, string what, IReadOnlyList<Guid> counted, int count) =>
        new([what, count.ToString(CultureInfo.InvariantCulture)], facts.CountOf(counted));

    private static ReportTable People(OperationFacts facts) => new(
        ["No", "Kode", "Kewarganegaraan", "JK", "Usia", "Dok.", "Izin Tinggal", "Temuan", "Tindak Lanjut", "Instansi Penerima"],
        [.. facts.State.People.Select((met, i) => new ReportRow(Person(met, i), facts.About(met.Person)))], OperationReport.Nothing);

    private static string[] Person(MetPerson met, int index) =>
    [
        OperationReportStart.Number(index), met.Person.Code, met.Seen is { } seen ? Nationality(seen.Nationality) : "—", Sex(met.Seen?.Sex), Age(met),
        met.Seen is { } shown ? Terms.Of(shown.Document).Id : "—", met.Seen is { } permit ? Terms.Of(permit.Permit).Id : "—", Found(met),
        met.Outcome is { } outcome ? Terms.Of(outcome.Outcome).Id : "belum ditetapkan",
        met.Outcome?.Receiver is { } receiver ? Names.Unit(receiver.Unit) : "—",
    ];

    private static string Nationality(string code) => code == "ID" ? "WNI" : $"WNA ({Names.Country(code).Id})";

    private static string Sex(PersonSex? sex) => sex switch { PersonSex.Male => "L", PersonSex.Female => "P", _ => "—" };

    private static string Age(MetPerson met) => met switch
    {
        { IsChild: true } => "anak",
        { Seen.Age: var age and not AgeBand.Unknown } => Terms.Of(age).Id,
        _ => "—",
    };

    private static string Found(MetPerson met)
    {
        var found = (met.Seen?.Findings ?? []).Select(finding => Terms.Of(finding).Id).Concat(met.Victim is null ? [] : ["calon korban"]);
        return string.Join(", ", found) is { Length: > 0 } text ? text : "—";
    }

    private static ReportTable Evidence(OperationFacts facts) => new(
        ["No", "Jenis", "Jumlah", "Hash/Segel", "Penyimpan"],
        [.. facts.Of<EvidenceSeized>().Select((one, i) => Item((EvidenceSeized)one.Body, one.Id, i))], OperationReport.Nothing);

    private static ReportRow Item(EvidenceSeized item, Guid cited, int index) => new(
        [
            OperationReportStart.Number(index), $"{item.Item}: {Terms.Of(item.Kind).Id}, {item.Description}",
            item.Quantity.ToString(CultureInfo.InvariantCulture), Seal(item), item.Storage,
        ],
        [cited]);

    private static string Seal(EvidenceSeized item) => (item.SealNumber, item.Sha256) switch
    {
        ({ } seal, { } hash) => $"segel {seal}; {Hash(hash)}",
        ({ } seal, null) => $"segel {seal}",
        (null, { } hash) => Hash(hash),
        _ => "—",
    };

    // In parts of eight, so that people can compare them and a narrow column can hold them.
    internal static string Hash(string hash) => $"SHA-256 {string.Join(' ', hash.Chunk(8).Select(part => new string(part)))}";

    private static ReportTable Victims(OperationFacts facts) => new(
        ["No", "Kode", "Anak", "Tanda", "Kebutuhan", "Layanan"],
        [
            .. facts.State.People.Where(met => met.Victim is not null).Select((met, i) =>
            {
                var services = VictimServices.For(facts, met.Person);
                return new ReportRow(Victim(facts, met, services, i), [.. facts.About(met.Person), .. ReportMaking.Ids(services)]);
            }),
        ],
        "Tidak ada.");

    private static string[] Victim(OperationFacts facts, MetPerson met, IReadOnlyList<ReportEvent> services, int index)
    {
        var outcome = met.Outcome switch
        {
            { Outcome: OperationOutcome.Protection, Receiver: { } receiver } => $"pelindungan oleh {Names.Unit(receiver.Unit)}",
            { } other => Terms.Of(other.Outcome).Id,
            null => "belum ditetapkan",
        };
        return
        [
            OperationReportStart.Number(index), met.Person.Code, met.IsChild ? "ya" : "tidak", Terms.List(met.Victim!.Signs).Id, met.Victim.Needs ?? "—",
            string.Join("; ", VictimServices.Said(services, facts.Place).Prepend(outcome)),
        ];
    }
}
