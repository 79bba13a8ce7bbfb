using Coordination.Domain.Alerts;
using Coordination.Domain.Kernel;
using Coordination.EventStore;
using Coordination.Projections.Alerts;

namespace Coordination.Host.Alerts;

/// <summary>Appends the alerts that the rules found and the clocks made due, and carries unanswered ones up.</summary>
public sealed class AlertRaiser(DueSignals due, EventLog log, ProjectionDaemon daemon, TimeProvider clock, ILogger<AlertRaiser> logger)
    : Keeper(log, daemon, clock, logger, AlertSignals.ProjectionName)
{
    public override async Task<int> Round(CancellationToken ct)
    {
        var (now, appended) = (Now, 0);
        foreach (var signal in await due.ToRaise(now, AtOnce, ct))
        {
            var verdict = await TryAppend(AlertAppends.Raise(signal, now), ct);
            // An archived application takes no more facts; the alert about it is raised all the same.
            if (verdict == AppendVerdict.StreamArchived)
                verdict = await TryAppend(AlertAppends.RaiseAlone(signal, now), ct);
            appended += verdict == AppendVerdict.Appended ? 1 : 0;
        }

        foreach (var escalation in await due.ToEscalate(now, AtOnce, ct))
        {
            var above = (await Standing(escalation, ct)).Above(escalation.Level, Envelope.DayOf(now));
            appended += await TryAppend(AlertAppends.Escalate(escalation, above, now), ct) == AppendVerdict.Appended ? 1 : 0;
        }

        return appended;
    }

    private async Task<Alert> Standing(DueEscalation due, CancellationToken ct) => (await Log.FetchStream(due.AlertId, ct)).Aggregate(
        Alert.None, (alert, next) => Alert.Evolve(
            alert, (AlertEvent)next.Body, EnvelopeHeaders.Read(next.Headers.Span, next.UserName ?? "", next.Timestamp).Envelope));

    protected override Task<DateTimeOffset?> Next(DateTimeOffset now, CancellationToken ct) => due.Next(now, ct);

    // One alert that cannot be stored must not hold up the others.
    private async Task<AppendVerdict?> TryAppend(AppendRequest request, CancellationToken ct)
    {
        try
        {
            return await Append(request, ct);
        }
        catch (AppendRefusedException e)
        {
            Logger.LogError(e, "Alert {Alert} cannot be stored.", request.Streams[0].Stream);
            return null;
        }
    }
}
