using Coordination.Domain.Handoffs;
using Coordination.Domain.Prosecution;

namespace Coordination.Projections.Snapshots.Kinds;

internal static class ProsecutionKinds
{
    private static readonly SnapshotStatus Open = new("open", new("penyidikan", "investigation"));
    private static readonly SnapshotStatus Submitted = new("submitted", new("tahap I", "file submitted"));
    private static readonly SnapshotStatus Returned = new("returned", new("P-19, dikembalikan", "returned to investigator"));
    private static readonly SnapshotStatus Complete = new("complete", new("P-21, lengkap", "file complete"));
    private static readonly SnapshotStatus Transferred = new("transferred", new("tahap II", "suspect and evidence transferred"));
    private static readonly SnapshotStatus Indicted = new("indicted", new("didakwa", "indicted"));
    private static readonly SnapshotStatus Judged = new("judged", new("diputus", "judged"));
    private static readonly SnapshotStatus Terminated = new("terminated", new("dihentikan", "terminated"), IsOpen: false);
    private static readonly SnapshotStatus Raised = new("raised", new("diajukan", "raised"));
    private static readonly SnapshotStatus Decided = new("decided", new("diputuskan", "decided"), IsOpen: false);
    private static readonly SnapshotStatus Kept = new("kept", new("disimpan", "kept"));
    private static readonly SnapshotStatus Mismatched = new("mismatched", new("tidak cocok", "mismatch"));

    public static IReadOnlyList<SnapshotKind> All { get; } =
    [
        new SnapshotKind<Matter>(
            ProsecutionDecider.Kind, "matters", "perkara", new("perkara", "matter"), new("perkara", "matters"),
            [Open, Submitted, Returned, Complete, Transferred, Indicted, Judged, Terminated],
            StageOf, matter => Titles.Of(new("Perkara", "Matter"), matter.ReportNumber)),
        new SnapshotKind<Evidence>(
            EvidenceDecider.Kind, "evidence", "barang-bukti", new("barang bukti", "item of evidence"), new("barang bukti", "evidence"),
            [Kept, Mismatched], evidence => evidence.Mismatches.Count == 0 ? Kept : Mismatched,
            evidence => Titles.Of(new("Barang bukti", "Evidence"), evidence.Item)) { Order = SnapshotOrder.LastChanged },
        new SnapshotKind<CompetenceConflict>(
            CompetenceConflictDecider.Kind, "competence-conflicts", "beda-kewenangan", new("beda kewenangan", "conflict of competence"),
            new("beda kewenangan", "conflicts of competence"),
            [Raised, Decided], conflict => conflict.Decided is null ? Raised : Decided,
            conflict => conflict.Raised is { } raised
                ? Titles.Of(new("Beda kewenangan", "Conflict of competence"), Terms.Of(raised.ToOffence))
                : new("Beda kewenangan", "Conflict of competence")),
    ];

    private static SnapshotStatus StageOf(Matter matter) => matter.Stage switch
    {
        MatterStage.Submitted => Submitted,
        MatterStage.Returned => Returned,
        MatterStage.Complete => Complete,
        MatterStage.Transferred => Transferred,
        MatterStage.Indicted => Indicted,
        MatterStage.Judged => Judged,
        MatterStage.Terminated => Terminated,
        _ => Open,
    };
}
