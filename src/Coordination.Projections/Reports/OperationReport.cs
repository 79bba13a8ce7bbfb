using Coordination.Domain.Operations;

namespace Coordination.Projections.Reports;

/// <summary>Laporan Hasil Operasi Gabungan: the report of a joint operation, with the headings of the form.</summary>
public static class OperationReport
{
    public const string Kind = "joint_operation";
    public const string Nothing = "Belum ada.";

    public static Report Of(ReportInput input)
    {
        var facts = new OperationFacts(input);
        var annexes = OperationReportEnd.Annexes(facts);
        return new(
            Kind,
            ["TIM PENGAWASAN ORANG ASING (TIM PORA)", .. facts.State.Agencies.Select(agency => Names.Agency(agency).ToUpperInvariant())],
            "LAPORAN HASIL OPERASI GABUNGAN", Status(facts), Head(facts, annexes.Count),
            [
                OperationReportStart.Introduction(facts), OperationReportStart.Conduct(facts), OperationReportResults.Results(facts),
                OperationReportEnd.Analysis(facts), OperationReportEnd.Obstacles(facts), OperationReportEnd.Conclusion(facts),
                OperationReportEnd.FollowUp(facts), OperationReportEnd.Closing(facts), new("LAMPIRAN", annexes),
            ],
            ReportMaking.MarkingOf(input.Events), input.Position, input.KnownAt, input.Withheld, ReportMaking.SourcesOf(input.Events));
    }

    private static string Status(OperationFacts facts) => facts.State switch
    {
        { Status: OperationStatus.Final } => "FINAL",
        { Draft: { } draft } when facts.State.DraftIsOutdated => $"RANCANGAN {draft.Draft}, SUDAH ADA CATATAN BARU",
        { Draft: { } draft } => $"RANCANGAN {draft.Draft}",
        { Status: OperationStatus.Cancelled } => "OPERASI DIBATALKAN",
        { Status: OperationStatus.Rejected } => "USULAN DITOLAK",
        _ => "BELUM DISUSUN",
    };

    private static IReadOnlyList<ReportLine> Head(OperationFacts facts, int annexes) =>
    [
        new("Nomor", facts.State.Draft?.ReportNumber ?? "—", facts.Last<JointOperationReportDrafted>()),
        new("Klasifikasi", Terms.Of(ReportMaking.MarkingOf(facts.Input.Events).Level).Id.ToUpperInvariant(), ReportMaking.Ids(facts.Input.Events)),
        new("Lampiran", $"{annexes} berkas", ReportMaking.Ids(facts.Input.Events)),
        new("Perihal", $"Laporan hasil operasi gabungan {facts.State.Proposal!.Title}", facts.All<JointOperationProposed>()),
    ];
}
