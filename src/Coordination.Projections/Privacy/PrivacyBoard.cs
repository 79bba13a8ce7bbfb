using Coordination.Domain.Kernel;
using Coordination.Domain.Privacy;
using Coordination.EventStore;

namespace Coordination.Projections.Privacy;

/// <summary>Questions and notices, requests of persons, retention, holds and breaches: each row the fold of its stream.</summary>
public sealed class PrivacyBoard(EventTypes types, EventSerializer serializer) : IProjection
{
    private readonly StreamHistory _history = new(types, serializer);

    public string Name => "PrivacyBoard";

    public IReadOnlyList<string> Tables { get; } =
        ["deconfliction_question", "contact_notice", "subject_request", "retention_proposal", "legal_hold", "breach"];

    public IReadOnlySet<string> Wants { get; } = StreamHistory.Aliases(
        typeof(DeconflictionEvent), typeof(ContactNoticeEvent), typeof(SubjectRequestEvent), typeof(RetentionEvent), typeof(LegalHoldEvent),
        typeof(BreachEvent));

    public async ValueTask Project(IReadOnlyList<Recorded> page, ProjectionSession session, CancellationToken ct)
    {
        foreach (var stream in await _history.Load(page, session.Connection, ct))
            Add(stream, session);
    }

    private static void Add(IReadOnlyList<Happened> stream, ProjectionSession session)
    {
        switch (stream[0].Recorded.Body)
        {
            case DeconflictionAsked asked:
                AddQuestion(stream[0], asked, session);
                break;
            case ContactNoticed noticed:
                AddNotice(stream, noticed, session);
                break;
            case DataSubjectRequestReceived received:
                AddRequest(stream, received, session);
                break;
            case RetentionProposed proposed:
                AddRetention(stream, proposed, session);
                break;
            case LegalHoldPlaced placed:
                AddHold(stream, placed, session);
                break;
            case BreachDeclared declared:
                AddBreach(stream, declared, session);
                break;
        }
    }

    private static void AddQuestion(Happened first, DeconflictionAsked asked, ProjectionSession session) => session.Add(
        """
        insert into deconfliction_question
            (question_id, position, agency, unit, officer, sought_by, purpose, case_id, operation, asked_at, contacts, level, audience)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict (question_id) do nothing
        """,
        Parameters.Uuid(first.Recorded.Stream), Parameters.Bigint(first.Recorded.Position), Parameters.Text(first.Envelope.By.Agency),
        Parameters.Text(first.Envelope.By.Unit), Parameters.Text(first.Envelope.By.Id), Parameters.Text(asked.SoughtBy.ToString()),
        Parameters.Text(asked.Purpose.ToString()), Parameters.Uuid(asked.Case?.Value), Parameters.Text(asked.Operation),
        Parameters.Time(first.Envelope.OccurredAt),
        Parameters.Texts(asked.Contacts.SelectMany(contact => new[] { contact.Agency, contact.Unit, contact.Desk })),
        Parameters.Number((int)first.Envelope.Marking.Level), Parameters.Texts(first.Envelope.Marking.Audience));

    private static void AddNotice(IReadOnlyList<Happened> stream, ContactNoticed noticed, ProjectionSession session)
    {
        foreach (var told in noticed.Told)
        {
            var acknowledged = stream.FirstOrDefault(next => next.Recorded.Body is ContactNoticeAcknowledged && next.Envelope.By.Agency == told.Agency);
            session.Add(
                """
                insert into contact_notice
                    (notice_id, agency, unit, desk, position, asked_agency, asked_unit, asked_desk, asked_at, acknowledged_at, level, audience)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
                on conflict (notice_id, agency) do update set acknowledged_at = excluded.acknowledged_at
                """,
                Parameters.Uuid(stream[0].Recorded.Stream), Parameters.Text(told.Agency), Parameters.Text(told.Unit), Parameters.Text(told.Desk),
                Parameters.Bigint(stream[0].Recorded.Position), Parameters.Text(noticed.AskedBy.Agency), Parameters.Text(noticed.AskedBy.Unit),
                Parameters.Text(noticed.AskedBy.Desk), Parameters.Time(stream[0].Envelope.OccurredAt), Parameters.Time(acknowledged?.Envelope.OccurredAt),
                // The stream is for nobody; the line of an agency is for that agency, whose own it is.
                Parameters.Number((int)Level.T), Parameters.Texts([Audiences.Agency(told.Agency)]));
        }
    }

    private static void AddRequest(IReadOnlyList<Happened> stream, DataSubjectRequestReceived received, ProjectionSession session)
    {
        var request = stream.Aggregate(
            SubjectRequest.None, (state, next) => SubjectRequest.Evolve(state, (SubjectRequestEvent)next.Recorded.Body, next.Envelope));
        var (first, last) = (stream[0], stream[^1]);
        session.Add(
            """
            insert into subject_request
                (request_id, position, version, agency, unit, person, "right", reference, status, received_at, due_at, answered_at, level, audience)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            on conflict (request_id) do update set version = excluded.version, status = excluded.status, answered_at = excluded.answered_at
            """,
            Parameters.Uuid(first.Recorded.Stream), Parameters.Bigint(first.Recorded.Position), Parameters.Bigint(last.Recorded.Version),
            Parameters.Text(request.Agency), Parameters.Text(first.Envelope.By.Unit), Parameters.Uuid(request.Subject.Value),
            Parameters.Text(request.Right.ToString()), Parameters.Text(received.Reference), Parameters.Text(request.Status.ToString()),
            Parameters.Time(request.ReceivedAt), Parameters.Time(request.DueAt),
            Parameters.Time(request.Status == RequestStatus.Open ? null : last.Envelope.OccurredAt),
            Parameters.Number(Strictest(stream)), Parameters.Texts(first.Envelope.Marking.Audience));
    }

    private static void AddRetention(IReadOnlyList<Happened> stream, RetentionProposed proposed, ProjectionSession session)
    {
        var retention = stream.Aggregate(Retention.None, (state, next) => Retention.Evolve(state, (RetentionEvent)next.Recorded.Body, next.Envelope));
        var first = stream[0];
        session.Add(
            """
            insert into retention_proposal
                (retention_id, position, version, agency, person, class, last_entry_on, due_on, status, approved_by, until, level, audience)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            on conflict (retention_id) do update set
                version = excluded.version, status = excluded.status, approved_by = excluded.approved_by, until = excluded.until
            """,
            Parameters.Uuid(first.Recorded.Stream), Parameters.Bigint(first.Recorded.Position), Parameters.Bigint(stream[^1].Recorded.Version),
            Parameters.Text(retention.Agency), Parameters.Uuid(retention.Subject.Value), Parameters.Text(proposed.Class.ToString()),
            Parameters.Date(proposed.LastEntryOn), Parameters.Date(proposed.DueOn), Parameters.Text(retention.Status.ToString()),
            Parameters.Text(retention.ApprovedBy), Parameters.Date((stream[^1].Recorded.Body as RetentionDeferred)?.Until),
            Parameters.Number(Strictest(stream)), Parameters.Texts([Audiences.Agency(retention.Agency)]));
    }

    private static void AddHold(IReadOnlyList<Happened> stream, LegalHoldPlaced placed, ProjectionSession session)
    {
        var lifted = stream.FirstOrDefault(next => next.Recorded.Body is LegalHoldLifted);
        var first = stream[0];
        session.Add(
            """
            insert into legal_hold
                (hold_id, position, version, agency, unit, ground, reference, person, case_id, placed_by, placed_at, lifted_at, level, audience)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            on conflict (hold_id) do update set version = excluded.version, lifted_at = excluded.lifted_at
            """,
            Parameters.Uuid(first.Recorded.Stream), Parameters.Bigint(first.Recorded.Position), Parameters.Bigint(stream[^1].Recorded.Version),
            Parameters.Text(first.Envelope.By.Agency), Parameters.Text(first.Envelope.By.Unit), Parameters.Text(placed.Ground.ToString()),
            Parameters.Text(placed.Reference), Parameters.Uuid(placed.Person?.Value), Parameters.Uuid(placed.Case?.Value),
            Parameters.Text(first.Envelope.By.Id), Parameters.Time(first.Envelope.OccurredAt), Parameters.Time(lifted?.Envelope.OccurredAt),
            Parameters.Number(Strictest(stream)), Parameters.Texts(first.Envelope.Marking.Audience));
    }

    private static void AddBreach(IReadOnlyList<Happened> stream, BreachDeclared declared, ProjectionSession session)
    {
        var breach = stream.Aggregate(Breach.None, (state, next) => Breach.Evolve(state, (BreachEvent)next.Recorded.Body, next.Envelope));
        var first = stream[0];
        DateTimeOffset? At(NotifiedParty party) => breach.Notified.TryGetValue(party, out var at) ? at : null;
        session.Add(
            """
            insert into breach
                (breach_id, position, version, agency, unit, known_at, due_at, risk, subjects_at, authority_at, closed_at, level, audience)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            on conflict (breach_id) do update set
                version = excluded.version, risk = excluded.risk, subjects_at = excluded.subjects_at, authority_at = excluded.authority_at,
                closed_at = excluded.closed_at
            """,
            Parameters.Uuid(first.Recorded.Stream), Parameters.Bigint(first.Recorded.Position), Parameters.Bigint(stream[^1].Recorded.Version),
            Parameters.Text(breach.Agency), Parameters.Text(first.Envelope.By.Unit), Parameters.Time(declared.KnownAt), Parameters.Time(breach.DueAt),
            Parameters.Text(breach.Assessment?.Risk.ToString()), Parameters.Time(At(NotifiedParty.Subjects)), Parameters.Time(At(NotifiedParty.Authority)),
            Parameters.Time(breach.IsClosed ? stream[^1].Envelope.OccurredAt : null), Parameters.Number(Strictest(stream)),
            Parameters.Texts(first.Envelope.Marking.Audience));
    }

    private static int Strictest(IReadOnlyList<Happened> stream) => (int)stream.Max(next => next.Envelope.Marking.Level);
}
