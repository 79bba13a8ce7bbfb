using Coordination.Domain.Networks;

namespace Coordination.Projections.Snapshots.Kinds;

internal static class NetworkKinds
{
    private static readonly SnapshotStatus Proposed = new("proposed", new("diusulkan", "proposed"));
    private static readonly SnapshotStatus Active = new("active", new("berlaku", "in force"));
    private static readonly SnapshotStatus Ended = new("ended", new("berakhir", "ended"), IsOpen: false);
    private static readonly SnapshotStatus Known = new("known", new("tercatat", "on record"));
    private static readonly SnapshotStatus Merged = new("merged", new("digabung", "merged"), IsOpen: false);
    private static readonly SnapshotStatus Asserted = new("asserted", new("dinyatakan", "asserted"));
    private static readonly SnapshotStatus Confirmed = new("confirmed", new("dikonfirmasi", "confirmed"), IsOpen: false);
    private static readonly SnapshotStatus Retracted = new("retracted", new("ditarik", "retracted"), IsOpen: false);
    private static readonly SnapshotStatus Asked = new("asked", new("diminta", "asked"));
    private static readonly SnapshotStatus Answered = new("answered", new("dijawab", "answered"), IsOpen: false);
    private static readonly SnapshotStatus Reported = new("reported", new("dilaporkan", "reported"));
    private static readonly SnapshotStatus TakenDown = new("takenDown", new("diturunkan", "taken down"), IsOpen: false);

    public static IReadOnlyList<SnapshotKind> All { get; } =
    [
        new SnapshotKind<WatchEntry>(
            WatchEntryDecider.Kind, "watch-entries", "pantauan", new("entri pantauan", "watch entry"), new("daftar pantau", "watch list"),
            [Proposed, Active, Ended],
            entry => entry switch { { End: not null } => Ended, { ValidUntil: null } => Proposed, _ => Active },
            entry => entry.Proposal is { } proposal
                ? Titles.Of(Titles.Of(new("Pantauan", "Watch"), Terms.Of(proposal.Kind)), proposal.Person)
                : new("Pantauan", "Watch entry")),
        new SnapshotKind<BrokerProfile>(
            BrokerProfileDecider.Kind, "brokers", "calo", new("profil calo", "broker profile"), new("calo", "brokers"),
            [Known, Merged, Ended],
            profile => profile switch { { MergedInto: not null } => Merged, { IsClosed: true } => Ended, _ => Known },
            profile => Titles.Of(new("Calo", "Broker"), profile.Person)),
        new SnapshotKind<NetworkLink>(
            NetworkLinkDecider.Kind, "network-links", "jaringan", new("hubungan jaringan", "network link"), new("jaringan", "network links"),
            [Asserted, Confirmed, Retracted],
            link => link switch { { IsRetracted: true } => Retracted, { Confirmation: not null } => Confirmed, _ => Asserted },
            link => link.Claim is { } claim ? Titles.Of(new("Hubungan", "Link"), Terms.Of(claim.Type)) : new("Hubungan", "Link")),
        new SnapshotKind<FinancialInquiry>(
            FinancialInquiryDecider.Kind, "financial-inquiries", "permintaan-ppatk", new("permintaan ke PPATK", "financial inquiry"),
            new("permintaan ke PPATK", "financial inquiries"),
            [Asked, Answered], inquiry => inquiry.AnswerNumber is null ? Asked : Answered,
            inquiry => Titles.Of(new("Permintaan ke PPATK", "Financial inquiry"), inquiry.Request?.LetterNumber)),
        new SnapshotKind<JobAd>(
            JobAdDecider.Kind, "job-ads", "lowongan-ilegal", new("lowongan ilegal", "illegal job advertisement"),
            new("lowongan ilegal", "illegal job advertisements"),
            [Reported, TakenDown], ad => ad.IsTakenDown ? TakenDown : Reported,
            ad => Titles.Of(new("Lowongan ilegal", "Illegal job advertisement"), ad.Report?.Platform)),
        .. CompanyKinds.All,
    ];
}
