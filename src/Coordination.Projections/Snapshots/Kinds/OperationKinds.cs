using Coordination.Domain.Operations;

namespace Coordination.Projections.Snapshots.Kinds;

/// <summary>Joint operations have their own pages.</summary>
internal static class OperationKinds
{
    private static readonly SnapshotStatus Convened = new("convened", new("diundang", "convened"));
    private static readonly SnapshotStatus Minuted = new("minuted", new("notulen terbit", "minutes issued"));
    private static readonly SnapshotStatus Done = new("done", new("tindak lanjut selesai", "all items done"), IsOpen: false);
    private static readonly SnapshotStatus Declared = new("declared", new("berjalan", "running"));
    private static readonly SnapshotStatus Ended = new("ended", new("berakhir", "ended"), IsOpen: false);

    public static IReadOnlyList<SnapshotKind> All { get; } =
    [
        new SnapshotKind<TimporaMeeting>(
            MeetingDecider.Kind, "meetings", "rapat", new("rapat Timpora", "task-force meeting"), new("rapat", "meetings"),
            [Convened, Minuted, Done],
            meeting => meeting switch { { Minutes: null } => Convened, _ when meeting.OpenItems.Any() => Minuted, _ => Done },
            meeting => Titles.Of(new("Rapat Timpora", "Meeting"), meeting.Minutes?.MinutesNumber ?? meeting.Convened?.LetterNumber)),
        new SnapshotKind<Surveillance>(
            SurveillanceDecider.Kind, "surveillances", "pengintaian", new("pengintaian", "surveillance"), new("pengintaian", "surveillance"),
            [Declared, Ended], surveillance => surveillance.IsEnded ? Ended : Declared, _ => new("Pengintaian", "Surveillance")),
    ];
}
