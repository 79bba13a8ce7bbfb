using System.Globalization;
using Coordination.Domain.Handoffs;

namespace Coordination.Projections.Reports;

/// <summary>OBYEK: the person by code, papers, evidence with seal and hash, money and belongings.</summary>
internal static class HandoverRecordObjects
{
    private static readonly EvidenceKind[] Papers = [EvidenceKind.Document, EvidenceKind.Statement];

    public static ReportSection Of(HandoverFacts facts) => new("OBYEK", [])
    {
        Parts =
        [
            new("A. Orang", [Person(facts)]),
            new("B. Dokumen", [Documents(facts)]),
            new("C. Barang bukti", [Evidence(facts), .. Custody(facts)]),
            new("D. Uang/barang pribadi", [.. Belongings(facts)]),
        ],
    };

    private static ReportTable Person(HandoverFacts facts)
    {
        var child = facts.Opening.Body is TravellerHandedToProtection { IsChild: true } || facts.Person.Age < 18;
        return new(
            ["Kode", "JK", "Usia", "Status", "Kondisi fisik & psikis saat diserahkan", "Kebutuhan khusus", "Pendamping anak"],
            [new ReportRow(
                [
                    facts.State.Subject?.Code ?? "—", Sex(facts.Person.Sex), Age(facts.Person.Age, child), StatusOf(facts.State),
                    facts.Health ?? HandoverRecord.Unrecorded, facts.Person.Needs ?? HandoverRecord.Unrecorded,
                    facts.Person.Companion ?? (child ? HandoverRecord.Unrecorded : "—"),
                ],
                [.. facts.Opened.Union(facts.Sent)])],
            HandoverRecord.Nothing);
    }

    private static string Sex(SubjectSex? sex) => sex switch
    {
        SubjectSex.Male => "L",
        SubjectSex.Female => "P",
        { } other => Terms.Of(other).Id,
        null => HandoverRecord.Unrecorded,
    };

    private static string Age(int? years, bool child) => (years, child) switch
    {
        ({ } told, true) => string.Create(CultureInfo.InvariantCulture, $"{told} tahun, anak"),
        ({ } told, _) => string.Create(CultureInfo.InvariantCulture, $"{told} tahun"),
        (null, true) => "anak",
        _ => HandoverRecord.Unrecorded,
    };

    private static string StatusOf(Handoff handoff) =>
        (handoff.Role, handoff.Detained) switch
        {
            (SubjectRole.SuspectedVictim, _) => "calon korban",
            (SubjectRole.Witness, _) => "saksi",
            (SubjectRole.Suspect, true) => "terduga, ditahan",
            (SubjectRole.Suspect, _) => "terduga",
            (_, true) => "deteni",
            _ => "lainnya",
        };

    private static ReportTable Documents(HandoverFacts facts) => new(
        ["No", "Jenis dan uraian", "Nomor", "Pemilik", "Asli/salinan"],
        [.. facts.State.Manifest.Where(item => Papers.Contains(item.Kind)).Select(item => new ReportRow(
            [
                item.Item, Document(item), item.DocumentNumber ?? HandoverRecord.Unrecorded, item.Owner?.Code ?? HandoverRecord.Unrecorded, Form(item),
            ],
            [facts.WriterOf(item)]))],
        HandoverRecord.Nothing);

    /// <summary>The form has no column for how many papers there are, nor for the seal of their bag; both are counted at the desk.</summary>
    private static string Document(EvidenceItem item)
    {
        var parts = new[]
        {
            item.Description, item.Quantity is null ? null : $"jumlah {Count(item)}", item.SealNumber is { } seal ? $"segel {seal}" : null,
        };
        return string.Join("; ", parts.OfType<string>());
    }

    private static string Form(EvidenceItem item) => item switch
    {
        { Pending: true } => "belum diserahkan",
        { Original: true } => "asli",
        { Original: false } => "salinan",
        _ => HandoverRecord.Unrecorded,
    };

    private static string Count(EvidenceItem item) => item switch
    {
        { Quantity: null } => HandoverRecord.Unrecorded,
        { Measure: null } => item.Quantity.Value.ToString(CultureInfo.InvariantCulture),
        _ => string.Create(CultureInfo.InvariantCulture, $"{item.Quantity} {item.Measure}"),
    };

    private static ReportTable Evidence(HandoverFacts facts) => new(
        ["No", "Uraian", "Jumlah", "No. segel", "SHA-256", "Kondisi"],
        [.. facts.State.Manifest.Where(item => !Papers.Contains(item.Kind) && item.Kind != EvidenceKind.Money).Select(item => new ReportRow(
            [item.Item, item.Description, Count(item), item.SealNumber ?? "—", item.Sha256 ?? "—", Condition(item, facts)], [facts.WriterOf(item)]))],
        HandoverRecord.Nothing);

    private static string Condition(EvidenceItem item, HandoverFacts facts) => item switch
    {
        { Pending: true } => "belum diserahkan",
        _ when ChainOf(item, facts).LastOrDefault(one => Mismatch(one.Body) is { Count: > 0 }) is { } differs =>
            $"tidak sesuai catatan: {Terms.List(Mismatch(differs.Body)!).Id}",
        { LacksHash: true } => "tanpa SHA-256",
        _ => "sesuai catatan",
    };

    /// <summary>Every hand that an item went through since, as far as the reader may see it.</summary>
    private static IEnumerable<ReportBlock> Custody(HandoverFacts facts)
    {
        var rows = facts.State.Manifest.SelectMany(item => ChainOf(item, facts).Select(one => (item.Item, Event: one))).ToList();
        if (rows.Count == 0)
            yield break;
        yield return new ReportTable(
            ["No", "Waktu", "Perpindahan"],
            [.. rows.Select(row => new ReportRow(
                [row.Item, facts.Moment(row.Event.Envelope.OccurredAt), EventSentences.Of(row.Event.Body, row.Event.Envelope, row.Event.Persons).Id],
                [row.Event.Id]))],
            HandoverRecord.Nothing);
    }

    private static IEnumerable<ReportEvent> ChainOf(EvidenceItem item, HandoverFacts facts)
    {
        var chain = EvidenceDecider.StreamOf(new(facts.Id), item.Item);
        return facts.Elsewhere<EvidenceEvent>().Where(one => one.Stream == chain);
    }

    private static IReadOnlyList<EvidenceMismatch>? Mismatch(object body) => body switch
    {
        EvidenceRegistered e => e.Mismatch,
        EvidenceCustodyChanged e => e.Mismatch,
        EvidenceSealBroken e => e.Mismatch,
        _ => null,
    };

    private static IEnumerable<ReportBlock> Belongings(HandoverFacts facts)
    {
        var money = facts.State.Manifest.Where(item => item.Kind == EvidenceKind.Money).ToList();
        if (facts.Opening.Body is TravellerHandedToProtection { Belongings: { Length: > 0 } told })
            yield return new ReportParagraph(told, facts.Opened);
        foreach (var item in money)
            yield return new ReportParagraph($"{item.Item}: {item.Description}{(item.Quantity is null ? "" : $", jumlah {Count(item)}")}", [facts.WriterOf(item)]);
        if (money.Count == 0 && facts.Opening.Body is not TravellerHandedToProtection { Belongings.Length: > 0 })
            yield return new ReportParagraph(HandoverRecord.Nothing, []);
    }
}
