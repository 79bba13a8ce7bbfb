using Coordination.Domain.Outreach;
using Coordination.Domain.Tips;

namespace Coordination.Projections.Snapshots.Kinds;

/// <summary>What comes from the public and the villages, and what goes to them.</summary>
internal static class OutreachKinds
{
    private static readonly SnapshotStatus Received = new("received", new("diterima", "received"));
    private static readonly SnapshotStatus Triaged = new("triaged", new("dipilah", "triaged"));
    private static readonly SnapshotStatus Assigned = new("assigned", new("ditugaskan", "assigned"));
    private static readonly SnapshotStatus Answered = new("answered", new("dijawab", "answered"));
    private static readonly SnapshotStatus Informed = new("informed", new("pelapor diberi tahu", "reporter informed"), IsOpen: false);
    private static readonly SnapshotStatus Held = new("held", new("terlaksana", "held"), IsOpen: false);
    private static readonly SnapshotStatus Active = new("active", new("aktif", "active"));
    private static readonly SnapshotStatus Asked = new("asked", new("ditanyakan", "asked"));
    private static readonly SnapshotStatus Closed = new("closed", new("dijawab", "answered"), IsOpen: false);

    public static IReadOnlyList<SnapshotKind> All { get; } =
    [
        new SnapshotKind<Tip>(
            TipDecider.Kind, "tips", "informasi-masyarakat", new("informasi masyarakat", "tip"), new("informasi masyarakat", "tips"),
            [Received, Triaged, Assigned, Answered, Informed],
            tip => tip switch
            {
                { IsReporterInformed: true } => Informed,
                { HasOutcome: true } => Answered,
                { Owner: not null } => Assigned,
                { Triage: not null } => Triaged,
                _ => Received,
            },
            tip => tip.Received is { } told
                ? Titles.Of(new("Informasi masyarakat", "Tip"), Terms.Of(told.Channel))
                : new("Informasi masyarakat", "Tip")),
        new SnapshotKind<OutreachSession>(
            OutreachSessionDecider.Kind, "outreach-sessions", "penyuluhan", new("penyuluhan", "outreach session"), new("penyuluhan", "outreach"),
            [Held], _ => Held, session => Titles.Of(new("Penyuluhan", "Outreach session"), session.Held?.Village)) { Order = SnapshotOrder.LastChanged },
        new SnapshotKind<FosteredVillage>(
            FosteredVillageDecider.Kind, "fostered-villages", "desa-binaan", new("desa binaan", "fostered village"), new("desa binaan", "fostered villages"),
            [Active], _ => Active, village => Titles.Of(new("Desa binaan", "Fostered village"), village.Designation?.Village)),
        new SnapshotKind<CommunityPartner>(
            CommunityPartnerDecider.Kind, "community-partners", "mitra", new("mitra masyarakat", "community partner"),
            new("mitra masyarakat", "community partners"),
            [Active], _ => Active,
            partner => partner.Registration is { } known ? Titles.Of(new("Mitra", "Partner"), Terms.Of(known.Kind)) : new("Mitra", "Partner")),
        new SnapshotKind<VillageVerification>(
            VillageVerificationDecider.Kind, "village-verifications", "verifikasi-desa", new("verifikasi desa", "village verification"),
            new("verifikasi desa", "village verifications"),
            [Asked, Closed], verification => verification.Answer is null ? Asked : Closed,
            verification => Titles.Of(new("Verifikasi desa", "Village verification"), verification.Request?.Person)),
    ];
}
