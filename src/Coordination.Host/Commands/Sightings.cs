using Coordination.Domain.Kernel;
using Coordination.Domain.Sharing;
using Coordination.Domain.Victims;
using Coordination.EventStore;
using Coordination.Projections.Alerts;
using Coordination.Projections.Cases;
using Coordination.Projections.Handoffs;
using Coordination.Projections.Intelligence;
using Coordination.Projections.Members;
using Coordination.Projections.Privacy;
using Coordination.Projections.Sharing;
using Coordination.Projections.Snapshots;

namespace Coordination.Host.Commands;

/// <summary>Whether an officer may know of a thing at all, so that a refused command does not tell that it exists.</summary>
internal sealed class Sightings(
    EventLog store, ProjectionDaemon views, CaseSummaryQueries cases, HandoffInboxQueries handoffs, AlertBoardQueries alerts,
    IntelligenceBoardQueries intelligence, PrivacyQueries privacy, BrokenGlassQueries glasses,
    SnapshotQueries snapshots, ThingSight things)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<bool> MayKnow(Officer by, string streamType, Guid stream, CancellationToken ct)
    {
        // Their deciders answer who may not know of a member as if there were none.
        if (streamType is "officer" or "unit" or "agency" or "task_force")
            return true;
        var events = await store.FetchStream(stream, ct);
        // Decisions on sharing are told the sight of the thing, and answer "not found" themselves.
        if (streamType == SharingDecider.Kind.Type)
            return events is not [];
        // Who has written in it knows of it.
        if (events.Any(written => IsOriginator(by, written)))
            return true;
        // The views decide, but only once they have seen what the decision has seen. What is not there waits as long and is asked for as well, or the time that
        // it takes would tell them apart.
        if (ReadsOf(streamType) is not { } reads || !(await views.WaitFor(await store.FetchHead(ct), Patience, ct, [.. reads])).Reached)
            return false;
        return await IsVisible(Viewer.Of(by), streamType, stream, ct);
    }

    /// <summary>
    /// Whether the fact is sent to a stream of a person, or to a case, that the officer may not know of: several agencies write in those,
    /// and no decider knows what was shared and withdrawn since. Who names the person speaks of what it knows itself.
    /// </summary>
    public async Task<bool> Withhold(Officer by, object fact, string streamType, Guid stream, CancellationToken ct)
    {
        if (streamType is not ("victim" or "protection" or "administrative_action" or "case") || fact is VictimEvent { Person: not null })
            return false;
        return !await MayKnow(by, streamType, stream, ct) && (fact is VictimEvent || await store.FetchStreamState(stream, ct) is not null);
    }

    private static IReadOnlyList<string>? ReadsOf(string streamType) => streamType switch
    {
        "case" => CaseSummaryQueries.Reads,
        "handoff" => HandoffInboxQueries.Reads,
        "alert" => AlertBoardQueries.Reads,
        "intelligence_report" => IntelligenceBoardQueries.Reads,
        "retention" => PrivacyQueries.Reads,
        "break_glass" => BrokenGlassQueries.Reads,
        "joint_operation" => ThingSight.Reads,
        "victim" or "protection" or "administrative_action" => ThingSight.Reads,
        _ => SnapshotKinds.Find(streamType) is null ? null : SnapshotQueries.Reads,
    };

    private async Task<bool> IsVisible(Viewer viewer, string streamType, Guid stream, CancellationToken ct) => streamType switch
    {
        "case" => await cases.Find(viewer, new CaseId(stream), ct) is not null,
        "handoff" => await handoffs.Find(viewer, new HandoffId(stream), ct) is not null,
        "alert" => await alerts.Find(viewer, stream, ct) is not null,
        "retention" => await privacy.Decides(viewer, stream, ct),
        "break_glass" => await glasses.Find(viewer, stream, ct) is not null,
        "victim" or "protection" or "administrative_action" => await things.Of(viewer, stream, null, ct) is { Sight: not Sight.Nothing },
        "joint_operation" => await things.Of(viewer, stream, null, ct) is { Sight: not Sight.Nothing },
        _ when SnapshotKinds.Find(streamType) is { } kind => await snapshots.Sees(viewer, kind, stream, ct),
        _ => await intelligence.Find(viewer, stream, ct) is not null,
    };

    private static bool IsOriginator(Officer by, Recorded written) =>
        EnvelopeHeaders.Read(written.Headers.Span, written.UserName ?? "", written.Timestamp).Envelope.By.Agency == by.Agency;
}
