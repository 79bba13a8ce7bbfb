using Coordination.Domain.Kernel;
using Coordination.Projections.Snapshots;

namespace Coordination.Host.Snapshots;

/// <summary>
/// What of all kinds of things waits for an officer's desk: things that the officer may do something about, what is due first, and for who follows
/// others (coordinators) what is late.
/// </summary>
public sealed class DeskWork
{
    private const int Considered = 30;
    private const int Shown = 12;
    private readonly SnapshotQueries _snapshots;
    private readonly NextSteps _steps;

    internal DeskWork(SnapshotQueries snapshots, NextSteps steps) => (_snapshots, _steps) = (snapshots, steps);

    /// <returns>Each with what may be done first, in the reader's language; null where others must act.</returns>
    public async Task<IReadOnlyList<(SnapshotItem Thing, string? Step)>> Of(Officer by, DateTimeOffset now, string language, CancellationToken ct)
    {
        var work = new List<(SnapshotItem, string?)>();
        foreach (var thing in await _snapshots.Desk(Viewer.Of(by), Considered, now, ct))
        {
            var kind = SnapshotKinds.Find(thing.Kind)!;
            var step = (await _steps.Of(by, kind, thing.Id, ct)).Select(one => one.Gloss.In(language)).FirstOrDefault();
            if (step is not null || (thing.Late && by.Role == OfficerRole.Coordinator))
                work.Add((thing, step));
            if (work.Count == Shown)
                break;
        }

        return work;
    }
}
