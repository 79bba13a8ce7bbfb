using System.Globalization;
using Coordination.Domain.Kernel;
using Coordination.EventStore;
using Coordination.Host.Security;
using Coordination.Host.Vault;
using Coordination.Projections;
using Coordination.Projections.Alerts;
using Coordination.Projections.Cases;
using Coordination.Projections.Handoffs;
using Coordination.Projections.Intelligence;
using Coordination.Projections.Privacy;
using Coordination.Projections.Sharing;
using Coordination.Projections.Snapshots;

namespace Coordination.Host.Access;

/// <summary>
/// What the officer of this request is about to be shown, recorded. Every endpoint, page and stream calls it after it has read and before it answers;
/// what was not found is not shown and not recorded.
/// </summary>
/// <exception cref="AccessLogUnavailableException">Every method: it could not be recorded, show nothing.</exception>
public sealed class Looks(IAccessLog log, CurrentOfficer officer, ProjectionDaemon views)
{
    /// <summary>How far the views are. Taken before anything is read: what is taken back after it may still be shown, and is asked for again.</summary>
    public long ViewsAt { get; } = ThingSight.Reads.Min(views.PositionOf);

    public Task At(CaseDetail file, CancellationToken ct) => All(
        [Of("case_read", $"case:{file.Id}", Version(file.Version), file.Subjects.Select(subject => subject.Person)), .. file.Handoffs.Select(OfHandoff)], ct);

    public Task At(IEnumerable<CaseListItem> cases, CancellationToken ct) => All(
        cases.Select(item => Of("case_listed", $"case:{item.Id}", item.LastActivityAt.ToString("O", CultureInfo.InvariantCulture), [])), ct);

    /// <summary>Lines of one case or several; a line that stands on two cases is a look at both.</summary>
    public Task At(IEnumerable<TimelineEntry> lines, CancellationToken ct) => All(
        lines.GroupBy(line => line.Case).Select(ofCase => new Look(
            officer.Value, "timeline_read", Look.Casework, $"case:{ofCase.Key}",
            [.. ofCase.SelectMany(line => line.PersonRefs).Select(person => person.Value).Distinct()],
            ofCase.Max(line => Math.Max(line.Position, line.ShownAt))) { ViewsAt = ViewsAt }), ct);

    public Task At(IEnumerable<HandoffDetail> handoffs, CancellationToken ct) => All(
        handoffs.Select(handoff => Of("handoff_read", $"handoff:{handoff.Item.Id}", Version(handoff.Item.Version), handoff.PersonRefs)), ct);

    public Task At(IEnumerable<HandoffListItem> handoffs, CancellationToken ct) => All(handoffs.Select(OfHandoff), ct);

    public Task At(AlertDetail alert, CancellationToken ct) => All(
        [Of("alert_read", $"alert:{alert.Item.Id}", Version(alert.Item.Version), alert.Item.PersonRefs)], ct);

    public Task At(IEnumerable<AlertListItem> alerts, CancellationToken ct) => All(
        alerts.Select(alert => Of("alert_listed", $"alert:{alert.Id}", Version(alert.Version), alert.PersonRefs)), ct);

    /// <summary>One event is a look at the thing that it is of.</summary>
    public Task At(EventDetail found, CancellationToken ct) => All(
    [
        Of(
            "event_read", found.StreamType is { } type ? Look.TargetOf(type, found.Stream) : $"event:{found.Id}", Version(found.Version),
            found.PersonRefs),
    ], ct);

    /// <summary>Only where there are reasons: to ask about what is not there shows nothing.</summary>
    public Task At(RiskScore risk, CancellationToken ct) => All(
        risk.Reasons.Take(1).Select(_ => Of("risk_read", $"stream:{risk.Id}", Version(risk.Reasons.Count), [])), ct);

    /// <summary>A list shows whole reports, so listing one is reading it.</summary>
    public Task At(IEnumerable<IntelligenceReport> reports, CancellationToken ct) => All(
        reports.Select(report => Of("intelligence_read", $"intelligence:{report.Id}", Version(report.Version), report.PersonRefs)), ct);

    public Task At(SnapshotDetail thing, CancellationToken ct) => All(
        [Of("snapshot_read", $"{thing.Item.Kind}:{thing.Item.Id}", Version(thing.Item.Version), thing.Item.PersonRefs)], ct);

    public Task At(IEnumerable<SnapshotItem> things, CancellationToken ct) => All(
        things.Select(thing => Of("snapshot_listed", $"{thing.Kind}:{thing.Id}", Version(thing.Version), thing.PersonRefs)), ct);

    public Task At(IEnumerable<SubjectRequestView> requests, CancellationToken ct) => All(
        requests.Select(request => Of("subject_request_read", $"subject_request:{request.Id}", Version(request.Version), [new(request.PersonId)])), ct);

    public Task At(IEnumerable<RetentionView> proposals, CancellationToken ct) => All(
        proposals.Select(one => Of("retention_read", $"retention:{one.Id}", Version(one.Version), [new(one.PersonId)])), ct);

    /// <summary>A hold on a case names nobody: there is no person to have looked at.</summary>
    public Task At(IEnumerable<HoldView> holds, CancellationToken ct) => All(
        holds.Where(hold => hold.PersonId is not null)
            .Select(hold => Of("legal_hold_read", $"legal_hold:{hold.Id}", Version(hold.Version), [new(hold.PersonId!.Value)])), ct);

    internal Task At(ErasureCertificate certificate, CancellationToken ct) => All(
        [Of("erasure_read", $"erasure:{certificate.Id}", Version(certificate.Version), [certificate.Person])], ct);

    /// <summary>Texts of events that are looked at on behalf of a person: each is a look at its event as well.</summary>
    internal Task At(ErasureCertificate certificate, IReadOnlyList<NearbyText> texts, CancellationToken ct) => All(
        texts.Select(text => Of("event_read", text.Target, Version(text.Position), [certificate.Person, .. text.PersonRefs]))
            .Prepend(Of("erasure_texts_read", $"erasure:{certificate.Id}", Version(certificate.Version), [certificate.Person])), ct);

    private Look OfHandoff(HandoffListItem handoff) =>
        Of("handoff_listed", $"handoff:{handoff.Id}", Version(handoff.Version), handoff.PersonRefs);

    private Look Of(string action, string target, string seen, IEnumerable<PersonRef> persons) =>
        new(officer.Value, action, Look.Casework, target, [.. persons.Select(person => person.Value).Distinct()]) { Seen = seen, ViewsAt = ViewsAt };

    private static string Version(long version) => version.ToString(CultureInfo.InvariantCulture);

    // Together, so that a page of fifty waits for one commit.
    private Task All(IEnumerable<Look> looks, CancellationToken ct) => Task.WhenAll(looks.Select(look => log.Record(look, ct)));
}
