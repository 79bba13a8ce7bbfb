using System.Globalization;
using Coordination.Domain.Handoffs;
using Coordination.Domain.Prosecution;

namespace Coordination.Projections.Reports;

/// <summary>What happened, what the receiver says to it, and who signed.</summary>
internal static class HandoverRecordEnd
{
    public static ReportSection Summary(HandoverFacts facts) => new("RINGKASAN PERISTIWA & unsur (proses-cara-tujuan)",
    [
        new ReportParagraph(facts.Opening.Body switch
        {
            HandoffProposed e => e.Summary,
            TravellerHandedToProtection e => e.Summary,
            FacilitatorHandedToPolice e => e.Summary,
            _ => HandoverRecord.Nothing,
        }, facts.Opened),
        .. Elements(facts),
    ]);

    public static ReportSection Confidentiality(HandoverFacts facts) => new("CATATAN KERAHASIAAN (Ps 44)",
    [
        new ReportParagraph(
            "Identitas korban, saksi dan keluarganya wajib dirahasiakan (UU 21/2007 Ps 44); orang disebut dengan kode.", facts.Opened),
    ]);

    public static ReportSection Receipt(HandoverFacts facts) => new("PERNYATAAN PENERIMAAN", [.. Statement(facts)]);

    public static ReportSection Signatures(HandoverFacts facts)
    {
        var answer = facts.Own.LastOrDefault(one => one.Body is HandoffAccepted or HandoffReturned or HandoffDeclined) ?? facts.Last<HandoffReceived>();
        return new("TANDA TANGAN", [new ReportTable(
            ["Sebagai", "Oleh", "Rujukan tanda tangan elektronik", "Waktu"],
            [
                Signed("Pihak pertama", facts.Sending, facts),
                answer is null ? new ReportRow(["Pihak kedua", "belum", "—", "—"], facts.Opened) : Signed("Pihak kedua", answer, facts),
                .. Witnesses(facts),
            ],
            HandoverRecord.Nothing)]);
    }

    /// <summary>The form has two at the least. They sign by the event in which the giving party names them.</summary>
    private static IEnumerable<ReportRow> Witnesses(HandoverFacts facts)
    {
        for (var i = 0; i < Math.Max(2, facts.Witnesses.Count); i++)
        {
            var label = string.Create(CultureInfo.InvariantCulture, $"Saksi {i + 1}");
            yield return facts.Witnesses.ElementAtOrDefault(i) is { } witness
                ? new ReportRow([label, Words(witness), facts.Sending.Id.ToString(), facts.Moment(facts.Sending.Envelope.OccurredAt)], facts.Sent)
                : new ReportRow([label, HandoverRecord.Unrecorded, "—", "—"], facts.Sent);
        }
    }

    private static string Words(RecordWitness witness) =>
        string.Join(", ", new[] { witness.Officer, witness.Position, witness.ServiceToken }.OfType<string>());

    /// <summary>Other handoffs of the same rescue, and the papers that it names.</summary>
    public static IReadOnlyList<ReportBlock> Annexes(HandoverFacts facts) =>
    [
        .. facts.Elsewhere<HandoffEvent>().Where(one => one.Body is HandoffProposed or TravellerHandedToProtection or FacilitatorHandedToPolice)
            .Select(one => new ReportParagraph($"Serah terima yang berkaitan, {Number(one.Body)}: {one.Stream}.", [one.Id])),
        .. facts.State.LetterNumber is { } letter ? [new ReportParagraph($"Surat pelimpahan {letter}.", facts.Sent)] : Array.Empty<ReportBlock>(),
        .. facts.Last<HandoffAccepted>() is { Body: HandoffAccepted { RegisterNumber: { } register } } accepted
            ? [new ReportParagraph($"Register penerima {register}.", [accepted.Id])]
            : Array.Empty<ReportBlock>(),
    ];

    /// <summary>What investigators or members of the case found of the elements, as far as the reader may see it.</summary>
    private static IEnumerable<ReportBlock> Elements(HandoverFacts facts)
    {
        var found = facts.Elsewhere<ExploitationIndicated>().ToList();
        foreach (var one in found)
        {
            var e = (ExploitationIndicated)one.Body;
            yield return new ReportParagraph(
                $"Proses: {Words(Terms.List(e.Acts))}; cara: {(e.IsChild ? "tidak perlu, anak" : Words(Terms.List(e.Means)))}; tujuan: {Words(Terms.List(e.Purposes))}.", [one.Id]);
        }

        if (found.Count == 0)
            yield return new ReportParagraph($"Proses: {HandoverRecord.Unrecorded}; cara: {HandoverRecord.Unrecorded}; tujuan: {HandoverRecord.Unrecorded}.", facts.Opened);
    }

    private static string Words(Wording list) => list.Id.Length == 0 ? HandoverRecord.Unrecorded : list.Id;

    private static IEnumerable<ReportBlock> Statement(HandoverFacts facts)
    {
        if (facts.Last<HandoffAccepted>() is { Body: HandoffAccepted accepted } yes)
        {
            yield return new ReportParagraph(
                accepted.DespiteOpenItems is { Count: > 0 } open ? $"Diterima sebagian; belum diserahkan: {string.Join(", ", open)}." : "Diterima lengkap.", [yes.Id]);
            yield break;
        }

        yield return facts.State.Status switch
        {
            HandoffStatus.Returned when facts.Last<HandoffReturned>() is { Body: HandoffReturned back } returned => new ReportParagraph(
                $"Diterima sebagian dan dikembalikan: {back.Reason} Batas kelengkapan {Limit(facts)}.", [returned.Id]),
            HandoffStatus.Declined when facts.Last<HandoffDeclined>() is { Body: HandoffDeclined no } declined =>
                new ReportParagraph($"Ditolak, bukan kewenangan: {no.Reason}", [declined.Id]),
            HandoffStatus.Withdrawn when facts.Last<HandoffWithdrawn>() is { Body: HandoffWithdrawn gone } withdrawn =>
                new ReportParagraph($"Ditarik kembali oleh pihak pertama: {gone.Reason}", [withdrawn.Id]),
            _ => new ReportParagraph("Belum ada pernyataan penerimaan.", facts.Sent),
        };
        foreach (var missing in facts.State.Missing)
            yield return new ReportParagraph($"Kurang: {(missing.Item is { } item ? $"{item}, " : "")}{missing.Description}", [facts.Last<HandoffReturned>()!.Id]);
    }

    private static string Limit(HandoverFacts facts) =>
        HandoffClock.Of(facts.State, facts.State.Stages[^1].Since).Deadline is { } due ? facts.Moment(due) : "—";

    private static ReportRow Signed(string party, ReportEvent by, HandoverFacts facts) =>
        new([party, $"{by.Envelope.By.Id}, {Names.Unit(by.Envelope.By.Unit)}", by.Id.ToString(), facts.Moment(by.Envelope.OccurredAt)], [by.Id]);

    private static string Number(object body) => body switch
    {
        TravellerHandedToProtection e => Names.Document("BAST", e.RecordNumber),
        FacilitatorHandedToPolice e => Names.Document("BAST", e.RecordNumber),
        _ => "BAST belum bernomor",
    };
}
