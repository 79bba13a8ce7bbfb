using System.Text.Json;
using System.Text.Json.Serialization;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;
using Npgsql;

namespace Coordination.Projections.Intelligence;

/// <summary>Whom the report reached, and whether it answered in time.</summary>
/// <param name="Recipient">Group such as <c>agency:BP3MI</c> or <c>unit:POLRI/POLRESTA-BARELANG</c>; several, where it was read before they were told apart, are parted by a space.</param>
public sealed record IntelligenceRecipient(
    string Recipient, string Agency, DateTimeOffset SharedAt, DateTimeOffset DueAt, DateTimeOffset? AcknowledgedAt, string? AcknowledgedBy);

/// <param name="SourceGrade">A to F.</param>
/// <param name="InformationGrade">1 to 6.</param>
/// <param name="Marking">As widened by what was shared since; its audience and the recipients in full for the owner alone.</param>
/// <param name="MineDueAt">Until when the viewer must acknowledge for its unit or agency; null when it need not or did.</param>
/// <param name="Filing">How soon it followed the collecting; null where that is not said.</param>
/// <param name="Data">Body of the filing as stored.</param>
public sealed record IntelligenceReport(
    Guid Id, string Title, Wording Sentence, string Agency, string Unit, string SourceGrade, int InformationGrade, Marking Marking,
    string? Place,
    IReadOnlyList<string> Persons, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, long Version,
    IReadOnlyList<IntelligenceRecipient> Recipients, DateTimeOffset? MineDueAt, StepTime? Filing, RawJson Data)
{
    /// <summary>For the access log; readers get codes.</summary>
    [JsonIgnore]
    public IReadOnlyList<PersonRef> PersonRefs { get; init; } = [];
}

/// <summary>Reads intelligence reports.</summary>
public sealed class IntelligenceBoardQueries(NpgsqlDataSource database, EventSentences sentences)
{
    // Recipients come as parallel arrays, so that a list is one round trip.
    private const string Columns = """
        r.report_id, r.position, e.type, e.data, e.headers, coalesce(e.user_name, ''), r.title, r.agency, r.unit, r.source_grade, r.information_grade,
        r.level, r.audience, r.caveats, r.place, r.persons, r.occurred_at, r.recorded_at, r.version,
        s.recipients, s.agencies, s.shared, s.due, s.acknowledged, s.acknowledged_by
        """;

    private const string From = """
        intelligence_report r
        join mt_events e on e.seq_id = r.position
        cross join lateral (
            select coalesce(array_agg(array_to_string(i.recipients, ' ') order by i.recipients), '{}') as recipients,
                   array_agg(i.agency order by i.recipients) as agencies,
                   array_agg(i.shared_at order by i.recipients) as shared,
                   array_agg(i.due_at order by i.recipients) as due,
                   array_agg(coalesce(i.acknowledged_at, 'infinity') order by i.recipients) as acknowledged,
                   array_agg(coalesce(i.acknowledged_by, '') order by i.recipients) as acknowledged_by
            from intelligence_recipient i where i.report_id = r.report_id
        ) s
        """;

    private static readonly ListSql ListText = new(
        Columns,
        From,
        ListOrder.Newest("r.position"),
        """
        (not $7 or exists (
            select from intelligence_recipient i
            where i.report_id = r.report_id and i.acknowledged_at is null and i.agency = $1 and i.recipients && $2))
        """,
        VisibilitySql.Of("r", "r.report_id"));

    private static readonly string FindText =
        $"select {Columns} from {From} where r.report_id = $4 and {VisibilitySql.Of("r", "r.report_id")} >= {VisibilitySql.Full}";

    /// <summary>The projections a caller must wait for to read its own writes here.</summary>
    public static IReadOnlyList<string> Reads { get; } = ["IntelligenceBoard", "CaseTimeline"];

    /// <summary>Reports that the viewer may read, the last filed first.</summary>
    public Task<Page<IntelligenceReport>> List(Viewer viewer, bool toAcknowledgeOnly, Keyset? after, int limit, CancellationToken ct) =>
        ListText.Read(
        database, viewer, after, limit, reader => Report(reader, ListSql.FirstColumn, viewer), ct, Parameters.Flag(toAcknowledgeOnly));

    /// <summary>Null when the viewer may not know it, exactly as when there is none.</summary>
    public async Task<IntelligenceReport?> Find(Viewer viewer, Guid id, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var batch = new ViewerBatch(connection, viewer).Add(FindText, Parameters.Uuid(id));
        await using var reader = await batch.Execute(ct);
        return await reader.ReadAsync(ct) ? Report(reader, 0, viewer) : null;
    }

    private IntelligenceReport Report(NpgsqlDataReader row, int at, Viewer viewer)
    {
        var recordedAt = row.GetFieldValue<DateTimeOffset>(at + 17);
        var data = row.GetFieldValue<byte[]>(at + 3);
        var stored = EnvelopeHeaders.Read(row.GetFieldValue<byte[]>(at + 4), row.GetString(at + 5), recordedAt);
        var recipients = Recipients(row, at + 19);
        var mine = recipients.Where(one =>
            one.Agency == viewer.Officer.Agency && one.AcknowledgedAt is null
            && one.Recipient.Split(' ').Any(group => viewer.Groups.Contains(group, StringComparer.Ordinal)));
        PersonRef[] persons = [.. row.GetFieldValue<Guid[]>(at + 15).Select(person => new PersonRef(person))];
        return new(
            row.GetGuid(at),
            row.GetString(at + 6),
            sentences.Of(new(row.GetString(at + 2), data, stored.Envelope, stored.Persons, row.GetInt64(at + 1))),
            row.GetString(at + 7),
            row.GetString(at + 8),
            row.GetString(at + 9),
            row.GetInt32(at + 10),
            Visibility.AsTold(
                viewer, new((Level)row.GetInt32(at + 11), row.GetFieldValue<string[]>(at + 12), row.GetFieldValue<string[]>(at + 13)), row.GetString(at + 7)),
            row.IsDBNull(at + 14) ? null : row.GetString(at + 14),
            [.. persons.Select(person => person.Code)],
            row.GetFieldValue<DateTimeOffset>(at + 16),
            recordedAt,
            row.GetInt64(at + 18),
            row.GetString(at + 7) == viewer.Officer.Agency ? recipients : [.. recipients.Where(one => one.Agency == viewer.Officer.Agency)],
            mine.Select(one => (DateTimeOffset?)one.DueAt).Min(),
            Domain.Intelligence.IntelligenceReport.Filing(CollectedAt(data), row.GetFieldValue<DateTimeOffset>(at + 16)),
            new RawJson(data)) { PersonRefs = persons };
    }

    private static DateTimeOffset? CollectedAt(byte[] data)
    {
        using var filed = JsonDocument.Parse(data);
        return filed.RootElement.TryGetProperty("collectedAt", out var at) && at.TryGetDateTimeOffset(out var collected) ? collected : null;
    }

    private static List<IntelligenceRecipient> Recipients(NpgsqlDataReader row, int at)
    {
        var recipients = row.GetFieldValue<string[]>(at);
        if (recipients.Length == 0)
            return [];
        var (agencies, shared, due) = (row.GetFieldValue<string[]>(at + 1), row.GetFieldValue<DateTime[]>(at + 2),
            row.GetFieldValue<DateTime[]>(at + 3));
        var (acknowledged, by) = (row.GetFieldValue<DateTime[]>(at + 4), row.GetFieldValue<string[]>(at + 5));
        return
        [
            .. recipients.Select((recipient, i) => new IntelligenceRecipient(
                recipient, agencies[i], Utc(shared[i]), Utc(due[i]),
                acknowledged[i] == DateTime.MaxValue ? null : Utc(acknowledged[i]),
                by[i].Length == 0 ? null : by[i])),
        ];
    }

    private static DateTimeOffset Utc(DateTime time) => new(time, TimeSpan.Zero);
}
