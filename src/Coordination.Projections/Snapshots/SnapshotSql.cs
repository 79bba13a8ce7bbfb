namespace Coordination.Projections.Snapshots;

/// <summary>Statements over <c>snapshot</c>.</summary>
internal static class SnapshotSql
{
    private const string Columns = """
        s.stream_id, s.kind, s.title_id, s.title_en, s.status, s.is_open, s.place, s.agency, s.unit, s.persons,
        array(select l.case_id from timeline_link l where l.node = s.stream_id and 0 < (select count(*) from coordination.open_case(l.case_id)) order by 1),
        s.level, s.audience, s.caveats, s.first_at, s.last_at, s.due_at, s.due_code, s.version
        """;

    // The words of row security (0510_doors_at_once.sql), for whom the query is about.
    private static readonly string Sight = $"""
        coordination.sight_of(
            s.agency = $1 and 0 = (select count(*) from coordination.left_out(s.within, s.stream_id))
            or (
                (s.audience && $2
                    or 'members' = any(s.audience) and coordination.member_through(s.stream_id)
                ) and 0 = (select count(*) from coordination.left_out(s.within, s.stream_id))
                or coordination.was_added(s.stream_id)
            ) and {VisibilitySql.NotTakenBack("s.stream_id")},
            s.level, $3)
        """;

    public static ListSql List { get; } = new(
        Columns,
        "snapshot s",
        ListOrder.Ascending("s.sort_key", "s.position"),
        """
        s.kind = $7
        and ($8::text is null or s.status = $8)
        and ($9::uuid is null or (
            exists (select from timeline_link l where l.node = s.stream_id and l.case_id = $9) and 0 < (select count(*) from coordination.open_case($9))))
        and case $10 when 'Agency' then s.agency = $1 when 'Unit' then s.agency = $1 and s.unit = $11 else true end
        and ($12::uuid is null or $12 = any(s.persons))
        and ($13::text is null or starts_with(s.place, $13))
        and (not $14 or s.is_open)
        and (not $15 or (s.is_open and s.due_at < $16))
        """,
        Sight);

    public static string Find { get; } =
        $"select {Columns}, s.state from snapshot s where s.stream_id = $4 and s.kind = $5 and {Sight} >= {VisibilitySql.Full}";

    public static string Some { get; } =
        $"select {Columns}, s.state from snapshot s where s.stream_id = any($4) and s.kind = $5 and {Sight} >= {VisibilitySql.Full} order by s.position";

    public static string Desk { get; } = $"""
        select {Columns} from snapshot s
        where s.is_open and (s.due_at is not null or (s.agency = $1 and s.unit = $4)) and {Sight} >= {VisibilitySql.Full}
        order by s.due_at nulls last, s.last_at desc
        limit $5
        """;

    public static string Counts { get; } = $"""
        select s.kind, count(*)::int, (count(*) filter (where s.due_at < $4))::int
        from snapshot s where s.is_open and {Sight} >= {VisibilitySql.Full}
        group by s.kind
        """;

    public static string History { get; } = $"""
        select e.id, e.version, e.type, e.data, e.timestamp, e.headers, coalesce(e.user_name, ''), e.seq_id
        from snapshot s join mt_events e on e.stream_id = s.stream_id
        where s.stream_id = $4 and s.kind = $5 and {Sight} >= {VisibilitySql.Full}
          and coordination.sight_of(
            e.headers ->> 'agency' = $1 or (
                e.headers -> 'marking' -> 'audience' ?| $2
                or e.headers -> 'marking' -> 'audience' ? 'members' and coordination.member_through(e.stream_id)
                or coordination.was_added(e.stream_id)
            ) and {VisibilitySql.NotTakenBack("e.stream_id")},
            coordination.level_of(e.headers), $3) >= {VisibilitySql.Full}
        order by e.version
        """;
}
