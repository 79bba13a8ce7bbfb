using Coordination.Domain.Handoffs;

namespace Coordination.Projections.Reports;

/// <summary>Who gives what to whom, when, and by what right.</summary>
internal static class HandoverRecordStart
{
    public static ReportSection Today(HandoverFacts facts)
    {
        var at = facts.Sending.Envelope.OccurredAt;
        return new("PADA HARI INI", [new ReportParagraph(
            $"{ReportTime.Weekday(at, facts.Place)}, {ReportTime.Day(at, facts.Place)}, pukul {ReportTime.Clock(at, facts.Place)}, di {ReportPlace.Of(facts.Place)}.",
            facts.Sent)]);
    }

    public static ReportSection First(HandoverFacts facts) => new("PIHAK PERTAMA", [Party(facts, facts.Sending)]);

    public static ReportSection Second(HandoverFacts facts)
    {
        var answered = facts.Own.LastOrDefault(one => one.Body is HandoffReceived or HandoffAccepted or HandoffReturned or HandoffDeclined);
        return new("PIHAK KEDUA", [answered is null
            ? Party(["belum menerima", "—", "—", Of(facts.State.To.Agency, facts.State.To.Unit), HandoverRecord.Unrecorded], facts.Opened)
            : Party(facts, answered)]);
    }

    public static ReportSection Bases(HandoverFacts facts)
    {
        var letter = facts.State.LetterNumber is { } number ? $"Surat pelimpahan {number}." : "Surat pelimpahan: tidak ada; diserahkan langsung.";
        var laws = facts.Own.SelectMany(one => one.Envelope.LegalBasis.Select(law => (Law: law, one.Id))).GroupBy(one => one.Law, StringComparer.Ordinal)
            .OrderBy(law => law.Key, StringComparer.Ordinal);
        return new("DASAR",
        [
            new ReportParagraph(letter, facts.Sent),
            .. laws.Select(law => new ReportParagraph($"{Names.Law(law.Key)}.", [.. law.Select(one => one.Id).Distinct()])),
            .. Offence(facts.Opening.Body) is { } offence ? [new ReportParagraph($"Dugaan tindak pidana: {offence}.", facts.Opened)] : Array.Empty<ReportBlock>(),
        ]);
    }

    private static ReportTable Party(HandoverFacts facts, ReportEvent signed)
    {
        var (by, bases) = (signed.Envelope.By, signed.Envelope.LegalBasis);
        return Party(
            [
                by.Id, facts.TokenOf(by.Id) ?? HandoverRecord.Unrecorded, Terms.Of(by.Role).Id, Of(by.Agency, by.Unit),
                bases is [] ? HandoverRecord.Unrecorded : string.Join("; ", bases.Select(Names.Law)),
            ],
            [signed.Id]);
    }

    private static ReportTable Party(IReadOnlyList<string> cells, IReadOnlyList<Guid> cites) =>
        new(["Nama", "NIP/NRP", "Jabatan", "Instansi", "Dasar kewenangan"], [new ReportRow(cells, cites)], HandoverRecord.Nothing);

    private static string Of(string agency, string unit) => $"{Names.Agency(agency)}, {Names.Unit(unit)}";

    private static string? Offence(object body) => body switch
    {
        HandoffProposed e => e.Offence,
        FacilitatorHandedToPolice e => e.Offence,
        _ => null,
    };
}
