using Coordination.Domain.Alerts;
using Coordination.EventStore;

namespace Coordination.Projections.Alerts;

/// <summary>Alerts that stand in the log, and until when somebody must answer.</summary>
internal static class StandingAlerts
{
    public static void Add(IReadOnlyList<Happened> stream, ProjectionSession session)
    {
        var (life, raised, first) = (AlertLife.Of(stream), (AlertRaised)stream[0].Recorded.Body, stream[0]);
        session.Add(
            """
            insert into alert_raised (alert_id, version, level, due_at, severity, marking, persons) values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (alert_id) do update set version = excluded.version, level = excluded.level, due_at = excluded.due_at
            """,
            Parameters.Uuid(first.Recorded.Stream),
            Parameters.Bigint(stream[^1].Recorded.Version),
            Parameters.Number(life.Alert.Level),
            Parameters.Time(life.Alert.EscalationDue),
            Parameters.Text(raised.Severity.ToString()),
            Parameters.Json(first.Envelope.Marking, Signal.Json),
            Parameters.Uuids(raised.Subjects.Select(person => person.Value)));
    }
}
