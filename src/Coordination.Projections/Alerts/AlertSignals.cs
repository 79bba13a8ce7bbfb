using Coordination.Domain.Alerts;
using Coordination.EventStore;

namespace Coordination.Projections.Alerts;

/// <summary>
/// The alert rules at work: what they observed and found, the clocks that run, and the alerts that stand. Its rows are a function of the
/// log; the worker that appends alerts reads them and may be stopped at any moment.
/// </summary>
public sealed class AlertSignals(EventTypes types, EventSerializer serializer) : IProjection
{
    private readonly StreamHistory _history = new(types, serializer);

    public const string ProjectionName = "AlertSignals";

    public string Name => ProjectionName;

    public IReadOnlyList<string> Tables { get; } = ["alert_observation", "alert_signal", "alert_raised", "rule_threshold", "risk_reason"];

    public IReadOnlySet<string> Wants { get; } = StreamHistory.Aliases([.. SignalFindings.Types, .. SignalClocks.Families, typeof(AlertEvent)]);

    public async ValueTask Project(IReadOnlyList<Recorded> page, ProjectionSession session, CancellationToken ct)
    {
        await SignalFindings.Add(page, session, ct);
        SignalClocks.Add(await Streams(page, SignalClocks.Runs, session, ct), session);
        foreach (var alert in await Streams(page, type => type.IsAssignableTo(typeof(AlertEvent)), session, ct))
            StandingAlerts.Add(alert, session);
    }

    private async Task<IReadOnlyList<IReadOnlyList<Happened>>> Streams(
        IReadOnlyList<Recorded> page, Func<Type, bool> ofType, ProjectionSession session, CancellationToken ct)
    {
        List<Recorded> own = [.. page.Where(recorded => ofType(recorded.Type.ClrType))];
        return own.Count == 0 ? [] : await _history.Load(own, session.Connection, ct);
    }
}
