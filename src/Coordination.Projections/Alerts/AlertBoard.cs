using System.Text.Json;
using Coordination.Domain.Alerts;
using Coordination.Domain.Kernel;
using Coordination.EventStore;

namespace Coordination.Projections.Alerts;

/// <summary>Alerts and what became of them.</summary>
public sealed class AlertBoard(EventTypes types, EventSerializer serializer) : IProjection
{
    private const string Write = """
        insert into alert (
            alert_id, position, changed_position, version, code, rule, rule_version, severity, status, escalation_level, raised_at, escalates_at,
            assigned_to, outcome, place, persons, evidence, recipients, facts, urgency, caveats, agency, level, audience)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)
        on conflict (alert_id) do update set
            changed_position = excluded.changed_position, version = excluded.version, status = excluded.status,
            escalation_level = excluded.escalation_level, escalates_at = excluded.escalates_at, assigned_to = excluded.assigned_to,
            outcome = excluded.outcome, urgency = excluded.urgency, audience = excluded.audience, recipients = excluded.recipients
        """;

    private readonly StreamHistory _history = new(types, serializer);

    public string Name => "AlertBoard";

    public IReadOnlyList<string> Tables { get; } = ["alert", "alert_step"];

    public IReadOnlyList<string> InsertOnlyTables { get; } = ["alert_step"];

    public IReadOnlySet<string> Wants { get; } = StreamHistory.Aliases(typeof(AlertEvent));

    public async ValueTask Project(IReadOnlyList<Recorded> page, ProjectionSession session, CancellationToken ct)
    {
        foreach (var stream in await _history.Load(page, session.Connection, ct))
            Add(stream, AlertLife.Of(stream), session);
        await session.Insert(
            "alert_step", ["alert_id", "version", "step", "at", "agency", "unit", "officer", "tier", "note", "level", "audience"], [.. page.Select(Happened.Of)],
            WriteStep, ct);
    }

    private static void Add(IReadOnlyList<Happened> stream, AlertLife life, ProjectionSession session)
    {
        var (first, raised) = (stream[0], (AlertRaised)stream[0].Recorded.Body);
        session.Add(
            Write,
            Parameters.Uuid(first.Recorded.Stream),
            Parameters.Bigint(first.Recorded.Position),
            Parameters.Bigint(stream[^1].Recorded.Position),
            Parameters.Bigint(stream[^1].Recorded.Version),
            Parameters.Text(raised.Code),
            Parameters.Text(raised.Rule),
            Parameters.Number(raised.RuleVersion),
            Parameters.Text(Camel(raised.Severity)),
            Parameters.Text(Camel(life.Alert.Status)),
            Parameters.Number(life.Alert.Level),
            Parameters.Time(first.Envelope.OccurredAt),
            Parameters.Time(life.Alert.EscalationDue),
            Parameters.Text(life.Alert.Assignment is { } taken ? taken.Officer ?? taken.Unit : null),
            Parameters.Text(life.Alert.Resolution is { } resolved ? Camel(resolved.Outcome) : null),
            Parameters.Text(raised.Place),
            Parameters.Uuids(raised.Subjects.Select(person => person.Value)),
            Parameters.Uuids(raised.Evidence),
            Parameters.Texts(raised.Recipients.Concat(life.Readers)),
            Parameters.Json(raised.Facts, EventJson.Stored),
            Parameters.Bigint(life.Urgency),
            Parameters.Texts(first.Envelope.Marking.Caveats),
            Parameters.Text(first.Envelope.By.Agency),
            Parameters.Number((int)stream.Max(next => next.Envelope.Marking.Level)),
            Parameters.Texts(first.Envelope.Marking.Audience.Union(life.Readers, StringComparer.Ordinal)));
    }

    private static void WriteStep(RowWriter row, Happened happened)
    {
        (string Step, int? Tier, string? Note) done = happened.Recorded.Body switch
        {
            AlertRaised => ("raised", null, null),
            AlertAcknowledged e => ("acknowledged", null, e.Note),
            AlertAssigned e => ("assigned", null, e.Officer ?? e.Unit),
            AlertEscalated e => ("escalated", e.Level, null),
            AlertResolved e => ("resolved", null, e.Explanation),
            AlertReopened e => ("reopened", null, e.Reason),
            var other => (other.GetType().Name, null, null),
        };
        row.Add(happened.Recorded.Stream)
            .Add(happened.Recorded.Version)
            .Add(done.Step)
            .Add(happened.Envelope.OccurredAt)
            .Add(happened.Envelope.By.Agency)
            .Add(happened.Envelope.By.Unit)
            .Add(happened.Envelope.By.Id)
            .Add(done.Tier)
            .Add(done.Note)
            .Add((int)happened.Envelope.Marking.Level)
            .Add((IReadOnlyCollection<string>)happened.Envelope.Marking.Audience);
    }

    private static string Camel(Enum word) => JsonNamingPolicy.CamelCase.ConvertName(word.ToString());
}
