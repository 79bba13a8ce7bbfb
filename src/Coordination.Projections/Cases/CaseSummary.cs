using System.Text.Json;
using Coordination.Domain.Cases;
using Coordination.EventStore;
using Npgsql;

namespace Coordination.Projections.Cases;

/// <summary>What a case is about: its face in lists and the panels beside its timeline.</summary>
public sealed class CaseSummary : IProjection
{
    private const string Marked = "agency, level, audience";

    public string Name => "CaseSummary";

    public IReadOnlyList<string> Tables { get; } = ["case_file", "case_subject", "case_source", "case_assessment", "case_closing"];

    public IReadOnlySet<string> Wants { get; } = StreamHistory.Aliases(typeof(CaseEvent));

    public ValueTask Project(IReadOnlyList<Recorded> page, ProjectionSession session, CancellationToken ct)
    {
        foreach (var happened in page.Select(Happened.Of))
        {
            switch (happened.Recorded.Body)
            {
                case CaseOpened opened:
                    Open(happened, opened, session);
                    break;
                case CaseSourceLinked linked:
                    AddSource(happened, linked.Source, session);
                    break;
                case CaseSubjectAdded added:
                    AddSubject(happened, added.Subject, session);
                    break;
                case CaseIndicatorsAssessed assessed:
                    Assess(happened, assessed, session);
                    break;
                case CaseClosed or CaseReopened:
                    Close(happened, (happened.Recorded.Body as CaseClosed)?.Ground, session);
                    break;
            }

            session.Add(
                "update case_file set version = $2 where case_id = $1",
                Parameters.Uuid(happened.Recorded.Stream), Parameters.Bigint(happened.Recorded.Version));
        }

        return ValueTask.CompletedTask;
    }

    private static void Open(Happened happened, CaseOpened opened, ProjectionSession session)
    {
        session.Add(
            $"""
            insert into case_file (case_id, position, version, number, title, summary, phase, place, unit, opened_at, {Marked})
            values ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            """,
            [
                Parameters.Uuid(happened.Recorded.Stream),
                Parameters.Bigint(happened.Recorded.Position),
                Parameters.Text(opened.Number),
                Parameters.Text(opened.Title),
                Parameters.Text(opened.Summary),
                Parameters.Text(Camel(opened.Phase)),
                Parameters.Text(happened.Envelope.Place),
                Parameters.Text(happened.Envelope.By.Unit),
                Parameters.Time(happened.Envelope.OccurredAt),
                .. Marking(happened),
            ]);
        foreach (var source in opened.Sources)
            AddSource(happened, source, session);
        foreach (var subject in opened.Subjects)
            AddSubject(happened, subject, session);
    }

    // Said again at a lower level it is shown as said then: when it was linked before is for those who were cleared for that.
    private static void AddSource(Happened happened, CaseSource source, ProjectionSession session) => session.Add(
        $"""
        insert into case_source (case_id, position, stream_id, kind, linked_at, {Marked}) values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (case_id, stream_id) do update set
            position = excluded.position, kind = excluded.kind, linked_at = excluded.linked_at, agency = excluded.agency, level = excluded.level,
            audience = excluded.audience
        where case_source.level > excluded.level
        """,
        [.. Row(happened), Parameters.Uuid(source.Stream), Parameters.Text(source.Kind), Parameters.Time(happened.Envelope.OccurredAt),
            .. Marking(happened)]);

    // The same person added again says something new of it (a role, a status): readers show the latest that they may read.
    private static void AddSubject(Happened happened, CaseSubject subject, ProjectionSession session) => session.Add(
        $"""
        insert into case_subject (case_id, position, person, role, status, added_at, {Marked}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        on conflict (case_id, person, position) do nothing
        """,
        [
            .. Row(happened), Parameters.Uuid(subject.Person.Value), Parameters.Text(Camel(subject.Role)),
            Parameters.Text(Camel(subject.Status)),
            Parameters.Time(happened.Envelope.OccurredAt), .. Marking(happened),
        ]);

    private static void Assess(Happened happened, CaseIndicatorsAssessed assessed, ProjectionSession session) => session.Add(
        $"""
        insert into case_assessment (case_id, position, acts, means, purposes, is_child, prima_facie, assessed_at, {Marked})
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """,
        [
            .. Row(happened),
            Parameters.Texts(assessed.Acts.Select(act => Camel(act))),
            Parameters.Texts(assessed.Means.Select(means => Camel(means))),
            Parameters.Texts(assessed.Purposes.Select(purpose => Camel(purpose))),
            Parameters.Flag(assessed.IsChild),
            Parameters.Flag(assessed.IsPrimaFacie),
            Parameters.Time(happened.Envelope.OccurredAt),
            .. Marking(happened),
        ]);

    private static void Close(Happened happened, CaseClosingGround? ground, ProjectionSession session) => session.Add(
        $"insert into case_closing (case_id, position, ground, at, {Marked}) values ($1, $2, $3, $4, $5, $6, $7)",
        [
            .. Row(happened), Parameters.Text(ground is { } given ? Camel(given) : null), Parameters.Time(happened.Envelope.OccurredAt),
            .. Marking(happened),
        ]);

    private static NpgsqlParameter[] Row(Happened happened) =>
        [Parameters.Uuid(happened.Recorded.Stream), Parameters.Bigint(happened.Recorded.Position)];

    private static NpgsqlParameter[] Marking(Happened happened) =>
    [
        Parameters.Text(happened.Envelope.By.Agency), Parameters.Number((int)happened.Envelope.Marking.Level),
        Parameters.Texts(happened.Envelope.Marking.Audience),
    ];

    private static string Camel(Enum word) => JsonNamingPolicy.CamelCase.ConvertName(word.ToString());
}
