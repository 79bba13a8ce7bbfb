using Coordination.Domain.Intelligence;
using Coordination.EventStore;
using Report = Coordination.Domain.Intelligence.IntelligenceReport;

namespace Coordination.Projections.Intelligence;

/// <summary>Intelligence reports, whom they reached, and who has acknowledged them.</summary>
public sealed class IntelligenceBoard(EventTypes types, EventSerializer serializer) : IProjection
{
    private const string Write = """
        insert into intelligence_report (
            report_id, position, version, title, unit, source_grade, information_grade, place, persons, occurred_at, recorded_at, caveats, agency,
            level, audience)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
        on conflict (report_id) do update set
            version = excluded.version, source_grade = excluded.source_grade, information_grade = excluded.information_grade,
            caveats = excluded.caveats, level = excluded.level, audience = excluded.audience
        """;

    private readonly StreamHistory _history = new(types, serializer);

    public string Name => "IntelligenceBoard";

    public IReadOnlyList<string> Tables { get; } = ["intelligence_report", "intelligence_recipient"];

    public IReadOnlySet<string> Wants { get; } = StreamHistory.Aliases(typeof(IntelligenceEvent));

    public async ValueTask Project(IReadOnlyList<Recorded> page, ProjectionSession session, CancellationToken ct)
    {
        foreach (var stream in await _history.Load(page, session.Connection, ct))
            Add(stream, session);
    }

    private static void Add(IReadOnlyList<Happened> stream, ProjectionSession session)
    {
        var report = stream.Aggregate(
            Report.None, (state, next) => Report.Evolve(state, (IntelligenceEvent)next.Recorded.Body, next.Envelope));
        var (first, filed) = (stream[0], (IntelligenceReportFiled)stream[0].Recorded.Body);
        session.Add(
            Write,
            Parameters.Uuid(first.Recorded.Stream),
            Parameters.Bigint(first.Recorded.Position),
            Parameters.Bigint(stream[^1].Recorded.Version),
            Parameters.Text(filed.Title),
            Parameters.Text(first.Envelope.By.Unit),
            Parameters.Text(report.SourceGrade.ToString()),
            Parameters.Number(report.InformationGrade),
            Parameters.Text(first.Envelope.Place ?? filed.Area),
            Parameters.Uuids(first.Persons.Select(person => person.Value)),
            Parameters.Time(first.Envelope.OccurredAt),
            Parameters.Time(first.Envelope.RecordedAt),
            Parameters.Texts(report.Marking.Caveats),
            Parameters.Text(first.Envelope.By.Agency),
            // A later grading may be more secret than the filing; what is derived from both is as secret as that.
            Parameters.Number((int)stream.Max(next => next.Envelope.Marking.Level)),
            Parameters.Texts(report.Marking.Audience));
        session.Add("delete from intelligence_recipient where report_id = $1", Parameters.Uuid(first.Recorded.Stream));
        foreach (var delivery in report.Deliveries)
            AddRecipient(first.Recorded.Stream, report, delivery, session);
    }

    private static void AddRecipient(Guid id, Report report, Delivery delivery, ProjectionSession session) => session.Add(
        """
        insert into intelligence_recipient (report_id, agency, recipients, shared_at, due_at, acknowledged_at, acknowledged_by)
        values ($1, $2, $3, $4, $5, $6, $7)
        """,
        Parameters.Uuid(id),
        Parameters.Text(delivery.Agency),
        Parameters.Texts([delivery.Recipient]),
        Parameters.Time(delivery.SharedAt),
        Parameters.Time(report.AcknowledgementDue(delivery)),
        Parameters.Time(delivery.AcknowledgedAt),
        Parameters.Text(delivery.AcknowledgedBy));
}
