using Coordination.Domain.Kernel;
using Npgsql;

namespace Coordination.Host.Sharing;

/// <summary>A unit that read or exported a thing before it was narrowed, and no longer reads it.</summary>
/// <param name="Officers">Logins of who looked.</param>
/// <param name="Actions">What they did, such as <c>intelligence_read</c>.</param>
/// <param name="Outcome">destroyed or notStored; null while the answer is owed.</param>
public sealed record RecallLine(
    string Agency, string Unit, IReadOnlyList<string> Officers, IReadOnlyList<string> Actions, DateTimeOffset LastReadAt, string? Outcome,
    string? AnsweredBy, DateTimeOffset? AnsweredAt, string? Note);

/// <summary>A recall that waits for the answer of a unit: enough to find the copies, nothing of the content.</summary>
/// <param name="Number">Number of the recall within the thing.</param>
/// <param name="Kind">Stream type of the thing, such as <c>intelligence_report</c>.</param>
public sealed record OpenRecall(
    Guid Thing, int Number, string Kind, string Owner, string Unit, string Reason, DateTimeOffset NarrowedAt, DateTimeOffset DueAt,
    IReadOnlyList<string> Officers, DateTimeOffset LastReadAt, bool Overdue);

/// <summary>
/// Recall lists: the access log held against the narrowings. Asked anew each time and never frozen, because a look that began before the narrowing
/// may be recorded after it.
/// </summary>
internal sealed class Recalls(NpgsqlDataSource daemon, TimeProvider clock)
{
    // A look shows a thing when it was at the thing itself, at an alert that was made of it, or at the lines of a case (its timeline, on any way, or its
    // bundle) among which one of the thing was shown to this reader by then. Through broken glass the reader was, for that one case, of its owner, and
    // was shown what the agencies that were told had written. Who ever sat at a desk of another unit may have read with that unit's eyes, and answers for it
    // even where the unit still reads: asked once too often is safe.
    private const string Read = """
        select r.thing, r.number, e.agency, e.unit, e.officer, e.action, e.at
        from readmodel.recall r
        join (
            select a.*, own.groups, coalesce(glass.owner, a.agency) as eyes, glass.opens,
                   case when glass.owner is null then own.groups || array(
                       select 'unit:' || u.agency || '/' || u.code from readmodel.member_unit u
                       where u.agency = a.agency and jsonb_path_exists(
                           u.state, '$.staff[*] ? (@.officers[*] == $name || @.deputies[*] == $name)', jsonb_build_object('name', a.officer)))
                       else array['*', 'agency:' || glass.owner, 'officer:' || a.officer] end as eyes_groups
            from coordination.access_entry a
            cross join lateral (
                select array['*', 'agency:' || a.agency, 'unit:' || a.agency || '/' || a.unit, 'officer:' || a.officer] || array(
                    select 'taskforce:' || f.code from readmodel.task_force f where f.state -> 'officers' ? a.officer) as groups) own
            left join lateral (
                select c.owner, case when c.members is not null then array[c.owner, c.agency] || c.members end as opens from readmodel.broken_glass c
                where a.purpose = 'break_glass' and 'case:' || c.case_id = a.target and c.officer = a.officer and c.position <= a.up_to
                order by c.position desc limit 1) glass on true
        ) e on e.up_to < r.position and e.agency <> r.owner
            and (e.target = 'stream:' || r.thing or e.target = case r.kind when 'intelligence_report' then 'intelligence' when 'joint_operation' then 'operation' else r.kind end
                    || ':' || r.thing
                or e.target in (select 'alert:' || made.stream_id from readmodel.timeline_basis made where made.basis = r.thing and made.derived)
                or (e.action in ('timeline_read', 'bundle_exported') and e.target in (
                    select 'case:' || t.case_id from readmodel.timeline_link held
                    join readmodel.case_timeline t on t.case_id = held.case_id and t.stream_id = r.thing and t.shown_at <= e.up_to
                    where held.node = r.thing and (e.opens is null or t.agency = any(e.opens)) and ((e.purpose = 'break_glass' and t.agency = e.eyes) or (
                        t.audience || array(
                            select g.recipient from readmodel.timeline_grant g where g.stream_id = t.stream_id and g.position <= e.up_to)
                        ) && (e.eyes_groups || case when coalesce((
                            select m.joined from readmodel.timeline_member m
                            where m.case_id = t.case_id and m.agency = e.eyes and m.position <= e.up_to order by m.position desc limit 1), false)
                            then '{members}'::text[] else '{}' end)))))
        where not r.keep && e.groups
        """;

    private const string LinesText = $"""
        select l.number, l.agency, l.unit, array_agg(distinct l.officer), array_agg(distinct l.action), max(l.at),
               a.outcome, a.officer, a.answered_at, a.note
        from ({Read} and r.thing = $1) l
        left join readmodel.recall_answer a on (a.thing, a.number, a.agency, a.unit) = (l.thing, l.number, l.agency, l.unit)
        group by l.number, l.agency, l.unit, a.outcome, a.officer, a.answered_at, a.note
        order by l.number, l.agency, l.unit
        """;

    // An officer of the unit who is not cleared for the thing is not told why it was taken back.
    private const string OpenText = $"""
        select r.thing, r.number, r.kind, r.owner, r.unit, r.reason, r.narrowed_at, r.due_at, array_agg(distinct l.officer), max(l.at)
        from ({Read} and e.agency = $1 and e.unit = $2 and ($3::uuid is null or r.thing = $3) and coordination.thing_level(r.thing) <= $5) l
        join readmodel.recall r on (r.thing, r.number) = (l.thing, l.number)
        where not exists (
            select from readmodel.recall_answer a where (a.thing, a.number, a.agency, a.unit) = (r.thing, r.number, $1, $2)) or not $4
        group by r.thing, r.number, r.kind, r.owner, r.unit, r.reason, r.narrowed_at, r.due_at
        order by r.due_at, r.thing, r.number
        limit 200
        """;

    /// <summary>Who must answer for a thing, by number of the recall. For its owner.</summary>
    public async Task<ILookup<int, RecallLine>> Of(Guid thing, CancellationToken ct)
    {
        await using var command = daemon.CreateCommand(LinesText);
        command.Parameters.AddWithValue(thing);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var lines = new List<(int Number, RecallLine Line)>();
        while (await reader.ReadAsync(ct))
            lines.Add((reader.GetInt32(0), Line(reader)));
        return lines.ToLookup(one => one.Number, one => one.Line);
    }

    /// <summary>Recalls that wait for the unit of this officer, the first due first.</summary>
    public Task<IReadOnlyList<OpenRecall>> OpenFor(Officer officer, CancellationToken ct) => For(officer, null, true, ct);

    /// <summary>Numbers of the recalls of a thing on whose list the unit of this officer stands, answered or not.</summary>
    public async Task<IReadOnlySet<int>> NumbersFor(Officer officer, Guid thing, CancellationToken ct) =>
        (await For(officer, thing, false, ct)).Select(recall => recall.Number).ToHashSet();

    private async Task<IReadOnlyList<OpenRecall>> For(Officer officer, Guid? thing, bool openOnly, CancellationToken ct)
    {
        await using var command = daemon.CreateCommand(OpenText);
        command.Parameters.AddWithValue(officer.Agency);
        command.Parameters.AddWithValue(officer.Unit);
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)thing ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid });
        command.Parameters.AddWithValue(openOnly);
        command.Parameters.AddWithValue((int)officer.Clearance);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var (recalls, now) = (new List<OpenRecall>(), clock.GetUtcNow());
        while (await reader.ReadAsync(ct))
        {
            var due = reader.GetFieldValue<DateTimeOffset>(7);
            recalls.Add(new(
                reader.GetGuid(0), reader.GetInt32(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetString(5),
                reader.GetFieldValue<DateTimeOffset>(6), due, reader.GetFieldValue<string[]>(8), reader.GetFieldValue<DateTimeOffset>(9), due < now));
        }

        return recalls;
    }

    private static RecallLine Line(NpgsqlDataReader row) => new(
        row.GetString(1), row.GetString(2), row.GetFieldValue<string[]>(3), row.GetFieldValue<string[]>(4), row.GetFieldValue<DateTimeOffset>(5),
        row.IsDBNull(6) ? null : row.GetString(6), row.IsDBNull(7) ? null : row.GetString(7),
        row.IsDBNull(8) ? null : row.GetFieldValue<DateTimeOffset>(8), row.IsDBNull(9) ? null : row.GetString(9));
}
