using Coordination.Domain.Kernel;
using Coordination.EventStore;
using Npgsql;

namespace Coordination.Projections.Cases;

/// <summary>An event on a case, and since when it stands there.</summary>
internal sealed record TimelineRow(Guid Case, long Position, Guid Stream, string Kind, Envelope Envelope, Known Shown, Level Link);

/// <summary>Rows of the timeline's tables, set-based.</summary>
internal static class TimelineRows
{
    private static readonly string DerivedLimits = SqlText.Read("derived_limits");

    public static IReadOnlyList<string> Columns { get; } =
        ["case_id", "position", "shown_at", "known_at", "occurred_at", "kind", "stream_id", "agency", "level", "audience"];

    public static TimelineRow Entry(Guid caseId, Recorded recorded, Envelope envelope, Known shown, Level link) =>
        new(caseId, recorded.Position, recorded.Stream, recorded.Type.Alias, envelope, shown, link);

    public static void Write(RowWriter writer, TimelineRow row) => writer
        .Add(row.Case)
        .Add(row.Position)
        .Add(Math.Max(row.Position, row.Shown.Position))
        .Add(row.Shown.At > row.Envelope.RecordedAt ? row.Shown.At : row.Envelope.RecordedAt)
        .Add(row.Envelope.OccurredAt)
        .Add(row.Kind)
        .Add(row.Stream)
        .Add(row.Envelope.By.Agency)
        .Add(Math.Max((int)row.Envelope.Marking.Level, (int)row.Link))
        .Add((IReadOnlyCollection<string>)row.Envelope.Marking.Audience);

    public static void AddTies(TimelineFold fold, ProjectionSession session)
    {
        AddDoors(fold, session);
        AddLimits(fold, session);
        if (fold.Members.Count > 0)
            AddMembers(fold, session);
        if (fold.Links.Count > 0)
            session.Add(
                "insert into timeline_link (node, case_id, position, known_at, level) select * from unnest($1, $2, $3, $4, $5)",
                Uuids(fold.Links, l => l.Node), Uuids(fold.Links, l => l.Case), Positions(fold.Links, l => l.Known),
                Times(fold.Links, l => l.Known), new() { Value = fold.Links.Select(l => (int)l.Level).ToArray() });
        if (fold.Lowered.Count > 0)
            session.Add(
                """
                update timeline_link l set level = low.level
                from (select node, case_id, min(level) as level from unnest($1, $2, $3) as said (node, case_id, level) group by 1, 2) low
                where (l.node, l.case_id) = (low.node, low.case_id)
                """,
                Lowered(fold));
        if (fold.Persons.Count > 0)
            session.Add(
                "insert into timeline_person (person, stream_id) select * from unnest($1, $2) on conflict do nothing",
                Uuids(fold.Persons, p => p.Person), Uuids(fold.Persons, p => p.Stream));
        if (fold.Bases.Count > 0)
            session.Add(
                "insert into timeline_basis (basis, stream_id, derived) select * from unnest($1, $2, $3) on conflict do nothing",
                Uuids(fold.Bases, b => b.Basis), Uuids(fold.Bases, b => b.Stream), new() { Value = fold.Bases.Select(b => b.Derived).ToArray() });
        if (fold.Grants.Count > 0)
            session.Add(
                """
                insert into timeline_grant (stream_id, recipient, position, known_at, agency)
                select * from unnest($1, $2, $3, $4, $5) on conflict do nothing
                """,
                Uuids(fold.Grants, g => g.Stream), Texts(fold.Grants, g => g.Reader), Positions(fold.Grants, g => g.Known),
                Times(fold.Grants, g => g.Known), Texts(fold.Grants, g => g.By));
        if (fold.Derived.Count > 0)
            session.Add(
                "insert into timeline_derived (stream_id, position) select * from unnest($1, $2) on conflict do nothing",
                Uuids(fold.Derived, made => made.Stream), Positions(fold.Derived, made => made.Known));
        if (fold.Derived.Count + fold.Limits.Count > 0)
            session.Add(DerivedLimits, Uuids(fold.Derived, made => made.Stream), Uuids(fold.Limits, limit => limit.Stream));
    }

    /// <summary>Brings rows that were there before down to the level of their link. A rebuild adds its rows as they end (<see cref="LowestLinks"/>).</summary>
    public static void Lower(TimelineFold fold, ProjectionSession session)
    {
        if (fold.Lowered.Count > 0 && !session.Rebuilding)
            session.Add(
                """
                update case_timeline t set level = greatest(low.level, coordination.level_of(e.headers))
                from (select node, case_id, min(level) as level from unnest($1, $2, $3) as said (node, case_id, level) group by 1, 2) low
                join mt_events e on e.stream_id = low.node
                where t.case_id = low.case_id and t.position = e.seq_id
                """,
                Lowered(fold));
    }

    private static NpgsqlParameter[] Lowered(TimelineFold fold) =>
    [
        Uuids(fold.Lowered, link => link.Node), Uuids(fold.Lowered, link => link.Case),
        new() { Value = fold.Lowered.Select(link => (int)link.Level).ToArray() },
    ];

    private static void AddLimits(TimelineFold fold, ProjectionSession session)
    {
        foreach (var (stream, keep, known) in fold.Limits)
            session.Add(
                "insert into timeline_limit (stream_id, position, known_at, keep) values ($1, $2, $3, $4)",
                Parameters.Uuid(stream), Parameters.Bigint(known.Position), Parameters.Time(known.At), Parameters.Texts(keep));
    }

    private static void AddMembers(TimelineFold fold, ProjectionSession session)
    {
        session.Add(
            """
            insert into timeline_member (case_id, agency, position, known_at, joined)
            select * from unnest($1, $2, $3, $4, $5) on conflict do nothing
            """,
            Uuids(fold.Members, m => m.Case), Texts(fold.Members, m => m.Agency), Positions(fold.Members, m => m.Known),
            Times(fold.Members, m => m.Known), new() { Value = fold.Members.Select(m => m.Joined).ToArray() });
        session.Add(
            """
            update timeline_case c set members = array(
                select last.agency from (
                    select distinct on (m.agency) m.agency, m.joined from timeline_member m where m.case_id = c.case_id
                    order by m.agency, m.position desc) last
                where last.joined order by last.agency)
            where c.case_id = any($1)
            """,
            Uuids(fold.Members.DistinctBy(m => m.Case).ToList(), m => m.Case));
    }

    // A case is opened once: versions of its stream see to that. So there is no conflict to swallow here.
    private static void AddDoors(TimelineFold fold, ProjectionSession session)
    {
        foreach (var (caseId, told) in fold.Doors)
        {
            var envelope = told.Stored.Envelope;
            session.Add(
                "insert into timeline_case (case_id, position, known_at, agency, level, audience) values ($1, $2, $3, $4, $5, $6)",
                new() { Value = caseId },
                new() { Value = told.Recorded.Position },
                new() { Value = told.Recorded.Timestamp.ToUniversalTime() },
                new() { Value = envelope.By.Agency },
                new() { Value = (int)envelope.Marking.Level },
                new() { Value = envelope.Marking.Audience.ToArray() });
        }
    }

    private static NpgsqlParameter Uuids<T>(List<T> rows, Func<T, Guid> value) => new() { Value = rows.Select(value).ToArray() };

    private static NpgsqlParameter Texts<T>(List<T> rows, Func<T, string> value) => new() { Value = rows.Select(value).ToArray() };

    private static NpgsqlParameter Positions<T>(List<T> rows, Func<T, Known> value) =>
        new() { Value = rows.Select(row => value(row).Position).ToArray() };

    private static NpgsqlParameter Times<T>(List<T> rows, Func<T, Known> value) =>
        new() { Value = rows.Select(row => value(row).At.ToUniversalTime()).ToArray() };
}
