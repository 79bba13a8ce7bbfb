using System.Globalization;
using Coordination.Domain.Handoffs;

namespace Coordination.Projections.Reports;

/// <summary>
/// Berita Acara Serah Terima: the record of one handoff, with the headings of the form. Persons by code alone (UU 21/2007 Ps 44); what nobody recorded
/// is said to be unrecorded, and not left out.
/// </summary>
public static class HandoverRecord
{
    public const string Kind = "handover_record";
    public const string Nothing = "Tidak ada.";
    public const string Unrecorded = "tidak dicatat";

    public static Report Of(ReportInput input)
    {
        var facts = new HandoverFacts(input);
        var annexes = HandoverRecordEnd.Annexes(facts);
        return new(
            Kind, [Names.Agency(facts.State.FromAgency).ToUpperInvariant(), Names.Unit(facts.State.FromUnit).ToUpperInvariant()],
            "BERITA ACARA SERAH TERIMA", Status(facts), Head(facts, annexes.Count),
            [
                HandoverRecordStart.Today(facts), HandoverRecordStart.First(facts), HandoverRecordStart.Second(facts), HandoverRecordStart.Bases(facts),
                HandoverRecordObjects.Of(facts), HandoverRecordEnd.Summary(facts), HandoverRecordEnd.Confidentiality(facts),
                HandoverRecordEnd.Receipt(facts), HandoverRecordEnd.Signatures(facts), new("LAMPIRAN", annexes),
            ],
            ReportMaking.MarkingOf(input.Events), input.Position, input.KnownAt, input.Withheld, ReportMaking.SourcesOf(input.Events));
    }

    private static string Status(HandoverFacts facts) => facts.State.Status switch
    {
        HandoffStatus.Proposed => "BELUM DIKIRIM",
        HandoffStatus.Dispatched => "DIKIRIM",
        HandoffStatus.Received => "SAMPAI DI MEJA PENERIMA",
        HandoffStatus.Returned => "DIKEMBALIKAN",
        HandoffStatus.Accepted => "DITERIMA",
        HandoffStatus.Declined => "DITOLAK",
        _ => "DITARIK KEMBALI",
    };

    /// <summary>The last four are for machines: by them two copies are known to be of one file.</summary>
    private static IReadOnlyList<ReportLine> Head(HandoverFacts facts, int annexes) =>
    [
        new("Nomor", facts.State.RecordNumber ?? "—", facts.Sent),
        new("Klasifikasi", Terms.Of(ReportMaking.MarkingOf(facts.Input.Events).Level).Id.ToUpperInvariant(), ReportMaking.Ids(facts.Input.Events)),
        new("Lampiran", string.Create(CultureInfo.InvariantCulture, $"{annexes} berkas"), ReportMaking.Ids(facts.Input.Events)),
        new("Perihal", $"Serah terima dari {Names.Unit(facts.State.FromUnit)} kepada {Names.Unit(facts.State.To.Unit)}", facts.Opened),
        new("handoffId", facts.Id.ToString(), facts.Opened),
        new("version", facts.State.FileVersion.ToString(CultureInfo.InvariantCulture), facts.Written),
        new("parentHandoffId", facts.State.Parent?.ToString() ?? "—", facts.Opened),
        new("receiptHash", facts.State.ReceiptHash ?? "—", facts.Written),
    ];
}
