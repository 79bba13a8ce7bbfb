using Coordination.Domain.Advisories;
using Coordination.Domain.Networks;

namespace Coordination.Projections.Snapshots.Kinds;

/// <summary>Placement companies, bans, and what police and border tell each other.</summary>
internal static class CompanyKinds
{
    private static readonly SnapshotStatus Active = new("active", new("berlaku", "in force"));
    private static readonly SnapshotStatus Inactive = new("inactive", new("tidak berlaku", "not in force"));
    private static readonly SnapshotStatus Asked = new("asked", new("diminta", "asked"));
    private static readonly SnapshotStatus Ended = new("ended", new("berakhir", "ended"), IsOpen: false);
    private static readonly SnapshotStatus Issued = new("issued", new("diterbitkan", "issued"));
    private static readonly SnapshotStatus Answered = new("answered", new("dijawab", "answered"), IsOpen: false);
    private static readonly SnapshotStatus Expired = new("expired", new("habis masa berlaku", "expired"), IsOpen: false);

    public static IReadOnlyList<SnapshotKind> All { get; } =
    [
        new SnapshotKind<P3MI>(
            P3MIDecider.Kind, "p3mis", "p3mi", new("P3MI", "placement company"), new("P3MI", "placement companies"),
            [Active, Inactive], company => company.Status == LicenceStatus.Active ? Active : Inactive,
            company => Titles.Of(new("P3MI", "P3MI"), company.LicenceNumber)),
        new SnapshotKind<TravelBan>(
            TravelBanDecider.Kind, "travel-bans", "cekal", new("cekal", "travel ban"), new("cekal", "travel bans"),
            [Asked, Active, Ended],
            ban => ban switch { { IsOver: true } => Ended, { EntryNumber: null } => Asked, _ => Active },
            ban => Titles.Of(Titles.Of(new("Cekal", "Ban"), Terms.Of(ban.Direction)), ban.Person)),
        new SnapshotKind<NetworkWarning>(
            NetworkWarningDecider.Kind, "network-warnings", "peringatan-jaringan", new("peringatan jaringan", "network warning"),
            new("peringatan jaringan", "network warnings"),
            [Issued, Answered], warning => warning.Feedback.Count == 0 ? Issued : Answered,
            warning => Titles.Of(new("Peringatan jaringan", "Network warning"), warning.Issue?.WarningNumber)),
        new SnapshotKind<TpiAdvisory>(
            TpiAdvisoryDecider.Kind, "advisories", "imbauan-tpi", new("imbauan TPI", "advisory"), new("imbauan TPI", "advisories"),
            [Active, Expired], advisory => advisory.IsExpired ? Expired : Active,
            advisory => Titles.Of(new("Imbauan TPI", "Advisory"), advisory.Publication?.AdvisoryNumber)),
    ];
}
