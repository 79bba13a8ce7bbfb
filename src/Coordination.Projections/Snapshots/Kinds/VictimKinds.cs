using Coordination.Domain.Kernel;
using Coordination.Domain.Victims;

namespace Coordination.Projections.Snapshots.Kinds;

internal static class VictimKinds
{
    private static readonly SnapshotStatus NotAssessed = new("notAssessed", new("belum dinilai", "not assessed"));
    private static readonly SnapshotStatus NotVictim = new("notVictim", new("bukan korban", "not a victim"), IsOpen: false);
    private static readonly SnapshotStatus Suspected = new("suspected", new("diduga korban", "suspected victim"));
    private static readonly SnapshotStatus Established = new("victim", new("korban", "victim"));
    private static readonly SnapshotStatus Running = new("running", new("berjalan", "running"));
    private static readonly SnapshotStatus Sheltered = new("sheltered", new("di rumah perlindungan", "in shelter"));
    private static readonly SnapshotStatus Reintegration = new("reintegration", new("reintegrasi", "reintegration"));
    private static readonly SnapshotStatus Closed = new("closed", new("selesai", "closed"), IsOpen: false);
    private static readonly SnapshotStatus Proposed = new("proposed", new("diusulkan", "proposed"));
    private static readonly SnapshotStatus Imposed = new("imposed", new("dijatuhkan", "imposed"));
    private static readonly SnapshotStatus Suspended = new("suspended", new("ditangguhkan", "suspended"));
    private static readonly SnapshotStatus Lifted = new("lifted", new("dicabut", "lifted"), IsOpen: false);

    public static IReadOnlyList<SnapshotKind> All { get; } =
    [
        new SnapshotKind<Victim>(
            VictimDecider.Kind, "victims", "korban", new("status korban", "victim status"), new("korban", "victims"),
            [NotAssessed, NotVictim, Suspected, Established],
            victim => victim.Strongest switch
            {
                VictimStatus.NotAssessed => NotAssessed,
                VictimStatus.NotVictim => NotVictim,
                VictimStatus.Suspected => Suspected,
                _ => Established,
            },
            victim => Titles.Of(new("Status korban", "Victim status"), victim.Person))
        {
            // Every agency's word about a person meets in one stream.
            Named = fact => fact is VictimEvent { Person: { } person } ? Domain.Victims.Victim.StreamOf(person) : null,
        },
        new SnapshotKind<Protection>(
            ProtectionDecider.Kind, "protections", "pelindungan", new("pelindungan", "protection"), new("pelindungan", "protections"),
            [Running, Sheltered, Reintegration, Closed],
            protection => protection switch
            {
                { Closed: not null } => Closed,
                { Reintegration: not null } => Reintegration,
                { Shelter: not null } => Sheltered,
                _ => Running,
            },
            protection => Titles.Of(new("Pelindungan", "Protection"), protection.Person)),
        new SnapshotKind<AdministrativeAction>(
            AdministrativeActionDecider.Kind, "administrative-actions", "tindakan-administratif",
            new("tindakan administratif", "administrative action"), new("tindakan administratif", "administrative actions"),
            [Proposed, Imposed, Suspended, Lifted],
            action => action.Status switch
            {
                AdministrativeActionStatus.Imposed => Imposed,
                AdministrativeActionStatus.Suspended => Suspended,
                AdministrativeActionStatus.Lifted => Lifted,
                _ => Proposed,
            },
            action => Titles.Of(new("Tindakan administratif", "Administrative action"), action.Person)),
    ];
}
