using Coordination.EventStore;
using Coordination.Projections.Advisories;
using Coordination.Projections.Alerts;
using Coordination.Projections.Cases;
using Coordination.Projections.Handoffs;
using Coordination.Projections.Intelligence;
using Coordination.Projections.Lapses;
using Coordination.Projections.Members;
using Coordination.Projections.Sharing;
using Coordination.Projections.Snapshots;
using Coordination.Projections.Tips;
using Coordination.Projections.Victims;

namespace Coordination.Projections;

/// <summary>All projections of the product.</summary>
public static class ReadModels
{
    public static IReadOnlyList<IProjection> All(EventTypes types, EventSerializer serializer) =>
    [
        new CaseTimeline(), new CaseSummary(), new HandoffInbox(types, serializer), new IntelligenceBoard(types, serializer),
        new AlertBoard(types, serializer),
        new AlertSignals(types, serializer), new SharingBoard(), new MemberDirectory(types, serializer), new BrokenGlass(types, serializer),
        new SnapshotBoard(types, serializer),
        new LapseBoard(types, serializer), new WarningEchoes(types, serializer),
        new VictimShieldView(types, serializer), new TipTracking(types, serializer), new OverturnedEvidence(types, serializer),
    ];
}
