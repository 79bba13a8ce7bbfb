using System.Text.Json;
using Coordination.Domain.Kernel;
using Npgsql;

namespace Coordination.Projections.Alerts;

/// <summary>Reads alerts.</summary>
public sealed class AlertBoardQueries(NpgsqlDataSource database, EventSentences sentences)
{
    private const string Columns = """
        a.alert_id, a.code, a.facts, a.persons, a.rule, a.rule_version, a.severity, a.status, a.escalation_level, a.raised_at, a.escalates_at,
        a.assigned_to, a.outcome, a.place, cardinality(a.evidence), a.level, a.audience, a.caveats, a.version,
        array(select held.case_id from coordination.cases_holding(a.alert_id) held order by 1),
        a.changed_position, a.agency, a.evidence, a.recipients
        """;

    private static readonly string SightOfAlert = VisibilitySql.Of("a", "a.alert_id");
    private static readonly string Settled = VisibilitySql.Settled("a.alert_id");

    private static readonly ListSql ListText = new(
        Columns,
        "alert a",
        ListOrder.Ascending("a.urgency", "a.position"),
        // What stands on a case is told only to those who may open it.
        $"""
        {Settled} and
        (not $7 or a.status <> 'resolved')
        and ($8::uuid is null or exists (select from coordination.cases_holding(a.alert_id) held where held.case_id = $8))
        """,
        SightOfAlert);

    private static readonly string FindText =
        $"select {Columns} from alert a where a.alert_id = $4 and {Settled} and {SightOfAlert} >= {VisibilitySql.Full}";

    // Up to the first that is not settled: a reader's place must not pass it.
    private static readonly string SinceText = $"""
        select {Columns} from alert a
        where a.changed_position > $4 and a.changed_position < coalesce((
            select min(u.changed_position) from alert u where u.changed_position > $4 and not {VisibilitySql.Settled("u.alert_id")}), 9223372036854775807)
          and {SightOfAlert} >= {VisibilitySql.Full}
        order by a.changed_position limit $5
        """;

    // The agency that wrote one input reads the alert; of the other inputs it learns what it might read of them anyway.
    private static readonly string EvidenceText = $"""
        select e.id, e.stream_id, e.seq_id, e.type, e.timestamp, e.headers, coalesce(e.user_name, ''), e.data
        from {EventSight.From} where {EventSight.Sight} >= {VisibilitySql.Full}
        """;

    private static readonly string WithheldEvidenceText =
        $"select e.id, e.stream_id, e.seq_id from {EventSight.From} where {EventSight.Sight} = {(int)Sight.Existence}";

    private static readonly string HistoryText = $"""
        select s.step, s.at, s.agency, s.unit, s.officer, s.tier, s.note from alert_step s
        where s.alert_id = $4 and {VisibilitySql.Of("s", "s.alert_id")} >= {VisibilitySql.Full}
        order by s.version
        """;

    /// <summary>The projections a caller must wait for to read its own writes here.</summary>
    public static IReadOnlyList<string> Reads { get; } = ["AlertBoard", "CaseTimeline"];

    /// <summary>By urgency: unresolved before resolved, unanswered first, then severity, then what escalates first.</summary>
    public Task<Page<AlertListItem>> List(Viewer viewer, bool openOnly, CaseId? caseId, Keyset? after, int limit, CancellationToken ct) =>
        ListText.Read(
        database, viewer, after, limit, reader => Item(reader, ListSql.FirstColumn, viewer), ct, Parameters.Flag(openOnly), Parameters.Uuid(caseId?.Value));

    /// <summary>Null when the viewer may not know it, exactly as when there is none.</summary>
    public async Task<AlertDetail?> Find(Viewer viewer, Guid id, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        AlertListItem item;
        Guid[] evidence;
        IReadOnlyList<string> recipients;
        IReadOnlyList<AlertFact> facts;
        await using (var batch = new ViewerBatch(connection, viewer).Add(FindText, Parameters.Uuid(id)))
        {
            await using var reader = await batch.Execute(ct);
            if (!await reader.ReadAsync(ct))
                return null;
            (item, evidence) = (Item(reader, 0, viewer), reader.GetFieldValue<Guid[]>(22));
            recipients = AudienceNames.Within(reader.GetFieldValue<string[]>(23), reader.GetString(21), viewer);
            facts = AlertFacts.Of(Facts(reader, 0));
        }

        return await WithParts(new(item, [], [], recipients) { Facts = facts }, viewer, evidence, connection, ct);
    }

    /// <summary>Alerts that changed after a place in the log, in that order: frames for a live reader.</summary>
    public async Task<IReadOnlyList<AlertChange>> Since(Viewer viewer, long after, int limit, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var batch = new ViewerBatch(connection, viewer)
            .Add(SinceText, Parameters.Bigint(after), Parameters.Number(Math.Clamp(limit, 1, ListSql.MaxLimit)));
        await using var reader = await batch.Execute(ct);
        var changes = new List<AlertChange>();
        while (await reader.ReadAsync(ct))
            changes.Add(new(reader.GetInt64(20), Item(reader, 0, viewer)));
        return changes;
    }

    private async Task<AlertDetail> WithParts(AlertDetail alert, Viewer viewer, Guid[] ids, NpgsqlConnection connection, CancellationToken ct)
    {
        await using var batch = new ViewerBatch(connection, viewer)
            .Add(HistoryText, Parameters.Uuid(alert.Item.Id))
            .Add(EvidenceText, Parameters.Uuids(ids))
            .AddExistence(WithheldEvidenceText, Parameters.Uuids(ids));
        await using var reader = await batch.Execute(ct);
        var steps = await Steps(reader, ct);
        await reader.NextResultAsync(ct);
        var evidence = await Evidence(reader, viewer, ct);
        await ViewerBatch.ToExistence(reader, ct);
        while (await reader.ReadAsync(ct))
            evidence.Add(new(reader.GetGuid(0), reader.GetGuid(1), reader.GetInt64(2), null, null, null));
        return alert with { History = steps, EvidenceEvents = [.. evidence.OrderBy(one => one.Position)] };
    }

    private async Task<List<AlertEvidence>> Evidence(NpgsqlDataReader reader, Viewer viewer, CancellationToken ct)
    {
        var evidence = new List<AlertEvidence>();
        while (await reader.ReadAsync(ct))
        {
            var stored = EnvelopeHeaders.Read(reader.GetFieldValue<byte[]>(5), reader.GetString(6),
                reader.GetFieldValue<DateTimeOffset>(4));
            var kind = reader.GetString(3);
            var told = new EventTold(
                kind, AudienceNames.Within(kind, reader.GetFieldValue<byte[]>(7), stored.Envelope, viewer), stored.Envelope, stored.Persons, reader.GetInt64(2));
            evidence.Add(new(reader.GetGuid(0), reader.GetGuid(1), told.Position, told.Kind, sentences.Of(told), stored.Envelope.OccurredAt));
        }

        return evidence;
    }

    private static async Task<List<AlertStep>> Steps(NpgsqlDataReader reader, CancellationToken ct)
    {
        var steps = new List<AlertStep>();
        while (await reader.ReadAsync(ct))
            steps.Add(new(
                reader.GetString(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetString(2), reader.GetString(3), reader.GetString(4),
                reader.IsDBNull(5) ? null : reader.GetInt32(5), reader.IsDBNull(6) ? null : reader.GetString(6)));
        return steps;
    }

    private static AlertListItem Item(NpgsqlDataReader row, int at, Viewer viewer)
    {
        var code = row.GetString(at + 1);
        var facts = Facts(row, at);
        PersonRef[] persons = [.. row.GetFieldValue<Guid[]>(at + 3).Select(person => new PersonRef(person))];
        return new(
            row.GetGuid(at), code, AlertTitles.Of(code), AlertSentences.Raised(code, facts, persons), row.GetString(at + 4),
            row.GetInt32(at + 5),
            row.GetString(at + 6), row.GetString(at + 7), row.GetInt32(at + 8), row.GetFieldValue<DateTimeOffset>(at + 9),
            row.IsDBNull(at + 10) ? null : row.GetFieldValue<DateTimeOffset>(at + 10), Text(row, at + 11), Text(row, at + 12),
            Text(row, at + 13),
            [.. persons.Select(person => person.Code)], row.GetInt32(at + 14),
            [.. row.GetFieldValue<Guid[]>(at + 19).Select(id => new CaseId(id))],
            Visibility.AsTold(
                viewer, new((Level)row.GetInt32(at + 15), row.GetFieldValue<string[]>(at + 16), row.GetFieldValue<string[]>(at + 17)), row.GetString(at + 21)),
            row.GetInt64(at + 18)) { PersonRefs = persons };
    }

    private static Dictionary<string, string> Facts(NpgsqlDataReader row, int at) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(row.GetFieldValue<byte[]>(at + 2))!;

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
