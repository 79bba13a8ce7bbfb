using Coordination.Domain.Kernel;
using Coordination.Projections.Handoffs;
using Npgsql;

namespace Coordination.Projections.Cases;

/// <summary>Reads cases.</summary>
public sealed class CaseSummaryQueries(NpgsqlDataSource database)
{
    // The door says who is a member, once for all parts of the case.
    private const string From = "case_file c left join timeline_case d on d.case_id = c.case_id";
    private const string AsMember = "$1 = any(d.members)";

    private static readonly string Assessed = $"""
        coalesce((
            select a.prima_facie from case_assessment a
            where a.case_id = c.case_id and {VisibilitySql.InCase("a", AsMember)} >= {VisibilitySql.Full}
            order by a.position desc limit 1), false)
        """;

    private static readonly string Subjects = $"""
        (select count(distinct s.person) from case_subject s
         where s.case_id = c.case_id and {VisibilitySql.InCase("s", AsMember)} >= {VisibilitySql.Full})::int
        """;

    private static readonly string Handoffs = $"""
        (select count(*) from timeline_link l join handoff h on h.handoff_id = l.node
         where l.case_id = c.case_id and not h.closed and {VisibilitySql.Of("h", "h.handoff_id")} >= {VisibilitySql.Full})::int
        """;

    private static string Columns(string assessed, string subjects, string handoffs, string? among = null) => $"""
        c.case_id, c.number, c.title, c.level, c.audience, c.agency, c.phase, {assessed},
        coalesce(d.members, array[]::text[]),
        {subjects}, c.opened_at,
        coalesce((
            select t.occurred_at from case_timeline t
            where t.case_id = c.case_id and {VisibilitySql.InCase("t", AsMember)} >= {VisibilitySql.Full}{Among("t", among)}
            order by t.occurred_at desc, t.position desc limit 1), c.opened_at),
        {handoffs},
        (select count(*) from timeline_link l join alert a on a.alert_id = l.node
         where l.case_id = c.case_id and a.status <> 'resolved' and {VisibilitySql.Settled("a.alert_id")} and {VisibilitySql.Of("a", "a.alert_id")} >= {VisibilitySql.Full}{Among("a", among)})::int,
        (select k.ground from case_closing k
         where k.case_id = c.case_id and {VisibilitySql.InCase("k", AsMember)} >= {VisibilitySql.Full}{Among("k", among)}
         order by k.position desc limit 1)
        """;

    private static readonly ListSql ListText = new(
        Columns(Assessed, Subjects, Handoffs), From, ListOrder.Newest("c.position"), "true", VisibilitySql.OfCase("c", AsMember), inHand: "coordination.open_doors_before($5, $6 + 1)");

    // Its assessment, subjects and handoffs are read whole beside it: what is counted of them for a list would be read twice.
    private static readonly string FindText = $"""
        select {Columns("false", "0", "0", "$6")}, c.summary, c.unit, c.place, c.version from {From}
        where (c.case_id = $4 or c.number = $5) and {VisibilitySql.OfCase("c", AsMember)} >= {VisibilitySql.Full}
        order by c.position limit 1
        """;

    private static readonly string SubjectsText = $"""
        select distinct on (s.person) s.person, s.role, s.status, min(s.added_at) over (partition by s.person) from case_subject s
        where s.case_id = $4 and {VisibilitySql.InCase("s", VisibilitySql.MemberOf("s.case_id"))} >= {VisibilitySql.Full}{Among("s", "$5")}
        order by s.person, s.position desc
        """;

    private static readonly string SourcesText = $"""
        select s.stream_id, s.kind, s.linked_at from case_source s
        where s.case_id = $4 and {VisibilitySql.InCase("s", VisibilitySql.MemberOf("s.case_id"))} >= {VisibilitySql.Full}{Among("s", "$5")}
        order by s.position, s.stream_id
        """;

    private static readonly string AssessmentText = $"""
        select a.acts, a.means, a.purposes, a.is_child, a.prima_facie, a.assessed_at from case_assessment a
        where a.case_id = $4 and {VisibilitySql.InCase("a", VisibilitySql.MemberOf("a.case_id"))} >= {VisibilitySql.Full}{Among("a", "$5")}
        order by a.position desc limit 1
        """;

    private readonly HandoffInboxQueries _handoffs = new(database);

    /// <summary>The projections a caller must wait for to read its own writes here.</summary>
    public static IReadOnlyList<string> Reads { get; } = ["CaseSummary", "CaseTimeline", "HandoffInbox", "AlertBoard"];

    /// <summary>Cases that the viewer may open, the last opened first.</summary>
    public Task<Page<CaseListItem>> List(Viewer viewer, Keyset? after, int limit, CancellationToken ct) =>
        ListText.Read(database, viewer, after, limit, reader => Item(reader, ListSql.FirstColumn), ct);

    /// <summary>Null when the viewer may not know the case, exactly as when there is none.</summary>
    /// <param name="among">Beside the case itself only what these agencies wrote; null = whoever wrote it.</param>
    public Task<CaseDetail?> Find(Viewer viewer, CaseId id, CancellationToken ct, IReadOnlyList<string>? among = null) =>
        Find(viewer, id.Value, null, among, ct);

    /// <summary>The same by the number that people use, such as <c>2026-0001</c>.</summary>
    public Task<CaseDetail?> FindByNumber(Viewer viewer, string number, CancellationToken ct) =>
        Find(viewer, null, number, null, ct);

    private async Task<CaseDetail?> Find(Viewer viewer, Guid? id, string? number, IReadOnlyList<string>? among, CancellationToken ct)
    {
        CaseDetail detail;
        await using (var connection = await database.OpenConnectionAsync(ct))
        {
            await using var batch = new ViewerBatch(connection, viewer, id is { } known ? new(known) : null)
                .Add(FindText, Parameters.Uuid(id), Parameters.Text(number), Parameters.TextsOrNull(among));
            await using var reader = await batch.Execute(ct);
            if (!await reader.ReadAsync(ct))
                return null;
            detail = Detail(reader);
        }

        var handoffs = (await _handoffs.OfCase(viewer, detail.Id, ct)).Where(handoff => IsAmong(handoff.Item, among)).ToList();
        return await WithParts(viewer, detail with
        {
            Handoffs = [.. handoffs.Select(handoff => handoff.Item)], NextStep = Next(handoffs),
            OpenHandoffs = handoffs.Count(handoff => handoff.Item.Status is not ("accepted" or "declined" or "withdrawn")),
        },
            among, ct);
    }

    // What one end wrote of a handoff stands beside what the other did.
    private static bool IsAmong(HandoffListItem handoff, IReadOnlyList<string>? among) =>
        among is null || (among.Contains(handoff.From.Agency, StringComparer.Ordinal) && among.Contains(handoff.To.Agency, StringComparer.Ordinal));

    private async Task<CaseDetail> WithParts(Viewer viewer, CaseDetail detail, IReadOnlyList<string>? among, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var batch = new ViewerBatch(connection, viewer, detail.Id);
        foreach (var text in new[] { SubjectsText, SourcesText, AssessmentText })
            batch.Add(text, Parameters.Uuid(detail.Id.Value), Parameters.TextsOrNull(among));
        await using var reader = await batch.Execute(ct);
        var subjects = new List<SubjectLine>();
        while (await reader.ReadAsync(ct))
            subjects.Add(Subject(reader));
        var sources = new List<SourceLine>();
        await reader.NextResultAsync(ct);
        while (await reader.ReadAsync(ct))
            sources.Add(new(reader.GetGuid(0), reader.GetString(1), reader.GetFieldValue<DateTimeOffset>(2)));
        await reader.NextResultAsync(ct);
        var indicators = await reader.ReadAsync(ct) ? Indicators(reader) : null;
        return detail with { Subjects = [.. subjects.OrderBy(subject => subject.AddedAt)], Sources = sources, Indicators = indicators };
    }

    /// <param name="among">Parameter with the agencies; null where whoever wrote it is read.</param>
    private static string Among(string row, string? among) => among is null ? "" : $" and ({among}::text[] is null or {row}.agency = any({among}))";

    private static CaseListItem Item(NpgsqlDataReader row, int at) => new(
        new(row.GetGuid(at)), row.GetString(at + 1), row.GetString(at + 2),
        new((Level)row.GetInt32(at + 3), row.GetFieldValue<string[]>(at + 4), []),
        row.GetString(at + 5), row.GetString(at + 6), row.GetBoolean(at + 7), row.GetFieldValue<string[]>(at + 8), row.GetInt32(at + 9),
        row.GetFieldValue<DateTimeOffset>(at + 10), row.GetFieldValue<DateTimeOffset>(at + 11), row.GetInt32(at + 12),
        row.GetInt32(at + 13), row.IsDBNull(at + 14) ? null : row.GetString(at + 14));

    private static CaseDetail Detail(NpgsqlDataReader row)
    {
        var item = Item(row, 0);
        return new(
            item.Id, item.Number, item.Title, row.GetString(15), item.Marking, item.Agency, row.GetString(16), item.Phase,
            row.IsDBNull(17) ? null : row.GetString(17), row.GetInt64(18), item.Members, [], null, [], item.OpenedAt, item.LastActivityAt,
            null, [],
            item.OpenAlerts, item.Closed, item.OpenHandoffs);
    }

    private static SubjectLine Subject(NpgsqlDataReader row)
    {
        var person = new PersonRef(row.GetGuid(0));
        return new(person, person.Code, row.GetString(1), row.GetString(2), row.GetFieldValue<DateTimeOffset>(3));
    }

    private static IndicatorLine Indicators(NpgsqlDataReader row) => new(
        row.GetFieldValue<string[]>(0), row.GetFieldValue<string[]>(1), row.GetFieldValue<string[]>(2), row.GetBoolean(3),
        row.GetBoolean(4),
        row.GetFieldValue<DateTimeOffset>(5));

    private static NextStep? Next(IReadOnlyList<HandoffDetail> handoffs)
    {
        var next = handoffs.Where(handoff => handoff.Item.Clock is not null).MinBy(handoff => handoff.Item.Clock!.DueAt)?.Item;
        return next?.Clock is { } clock ? new(clock.Agency, clock.Unit, clock.Step, next.Id, clock.DueAt) : null;
    }
}
