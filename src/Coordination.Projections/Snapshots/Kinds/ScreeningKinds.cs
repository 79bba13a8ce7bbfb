using Coordination.Domain.Screening;

namespace Coordination.Projections.Snapshots.Kinds;

internal static class ScreeningKinds
{
    private static readonly SnapshotStatus Received = new("received", new("diterima", "received"));
    private static readonly SnapshotStatus Deferred = new("deferred", new("ditunda", "deferred"));
    private static readonly SnapshotStatus Refused = new("refused", new("ditolak", "refused"), IsOpen: false);
    private static readonly SnapshotStatus Issued = new("issued", new("diterbitkan", "issued"), IsOpen: false);
    private static readonly SnapshotStatus Lifted = new("deferralLifted", new("penundaan dicabut", "deferral lifted"));
    private static readonly SnapshotStatus Inspected = new("inspected", new("diperiksa", "inspected"));
    private static readonly SnapshotStatus Overturned = new("overturned", new("penundaan dibatalkan", "deferral overturned"), IsOpen: false);
    private static readonly SnapshotStatus Departed = new("departed", new("berangkat", "departed"), IsOpen: false);

    public static IReadOnlyList<SnapshotKind> All { get; } =
    [
        new SnapshotKind<PassportApplication>(
            PassportApplicationDecider.Kind, "passport-applications", "skrining-paspor",
            new("permohonan paspor", "passport application"), new("skrining paspor", "passport screening"),
            [Received, Deferred, Lifted, Refused, Issued],
            application => application.Status switch
            {
                PassportApplicationStatus.Deferred => Deferred,
                PassportApplicationStatus.Refused => Refused,
                PassportApplicationStatus.DeferralLifted => Lifted,
                PassportApplicationStatus.Issued => Issued,
                _ => Received,
            },
            application => Titles.Of(new("Permohonan paspor", "Passport application"), application.Applicant)) { Order = SnapshotOrder.LastChanged },
        new SnapshotKind<DepartureScreening>(
            DepartureScreeningDecider.Kind, "departure-screenings", "skrining-keberangkatan",
            new("pemeriksaan keberangkatan", "departure screening"), new("skrining keberangkatan", "departure screening"),
            [Inspected, Deferred, Overturned, Departed],
            encounter => encounter switch
            {
                { Departure: not null } => Departed,
                { IsOverturned: true } => Overturned,
                { Deferral: not null } => Deferred,
                _ => Inspected,
            },
            encounter => Titles.Of(new("Keberangkatan", "Departure"), encounter.Traveller)) { Order = SnapshotOrder.LastChanged },
    ];
}
