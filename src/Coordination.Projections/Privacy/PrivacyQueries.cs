using Coordination.Domain.Kernel;
using Npgsql;

namespace Coordination.Projections.Privacy;

/// <summary>Reads questions, notices, requests of persons, retention, holds and breaches, the latest first.</summary>
public sealed class PrivacyQueries(NpgsqlDataSource database)
{
    private const string RequestColumns =
        "r.request_id, r.version, r.unit, r.person, r.\"right\", r.reference, r.status, r.received_at, r.due_at, r.answered_at";

    private const string RetentionColumns =
        "p.retention_id, p.version, p.person, p.class, p.last_entry_on, p.due_on, p.status, p.approved_by, p.until";

    private const string BreachColumns =
        "b.breach_id, b.version, b.unit, b.known_at, b.due_at, b.risk, b.subjects_at, b.authority_at, b.closed_at";

    private static readonly ListSql QuestionText = List(
        "q.question_id, q.asked_at, q.unit, q.officer, q.sought_by, q.purpose, q.case_id, q.operation, q.contacts", "deconfliction_question q", "q",
        "q.question_id", "q.agency = $1");

    private static readonly ListSql NoticeText = List(
        "n.notice_id, n.asked_at, n.unit, n.desk, n.asked_agency, n.asked_unit, n.asked_desk, n.acknowledged_at", "contact_notice n", "n", "n.notice_id",
        "n.agency = $1 and (not $7 or n.acknowledged_at is null)");

    private static readonly ListSql RequestText = List(
        RequestColumns, "subject_request r", "r",
        "r.request_id", "r.agency = $1 and (not $7 or r.answered_at is null)");

    private static readonly ListSql RetentionText = List(
        RetentionColumns, "retention_proposal p", "p",
        "p.retention_id", "p.agency = $1 and (not $7 or p.status in ('Proposed', 'Approved'))");

    private static readonly ListSql HoldText = List(
        "h.hold_id, h.version, h.agency, h.unit, h.ground, h.reference, h.person, h.case_id, h.placed_by, h.placed_at, h.lifted_at", "legal_hold h", "h",
        "h.hold_id", "(not $7 or h.lifted_at is null)");

    private static readonly ListSql BreachText = List(
        BreachColumns, "breach b", "b", "b.breach_id",
        "b.agency = $1 and (not $7 or b.closed_at is null)");

    /// <summary>The projections a caller must wait for to read its own writes here.</summary>
    public static IReadOnlyList<string> Reads { get; } = ["PrivacyBoard"];

    /// <summary>What the viewer's agency asked.</summary>
    public Task<Page<QuestionView>> Questions(Viewer viewer, Keyset? after, int limit, CancellationToken ct) =>
        QuestionText.Read(database, viewer, after, limit, Question, ct);

    /// <summary>Who asked about what the viewer's agency has entered.</summary>
    public Task<Page<NoticeView>> Notices(Viewer viewer, bool openOnly, Keyset? after, int limit, CancellationToken ct) =>
        NoticeText.Read(database, viewer, after, limit, Notice, ct, Parameters.Flag(openOnly));

    public Task<Page<SubjectRequestView>> Requests(Viewer viewer, bool openOnly, Keyset? after, int limit, CancellationToken ct) =>
        RequestText.Read(database, viewer, after, limit, Request, ct, Parameters.Flag(openOnly));

    /// <summary>Proposals that the viewer's agency decides.</summary>
    public Task<Page<RetentionView>> Retentions(Viewer viewer, bool openOnly, Keyset? after, int limit, CancellationToken ct) =>
        RetentionText.Read(database, viewer, after, limit, Retention, ct, Parameters.Flag(openOnly));

    public Task<Page<HoldView>> Holds(Viewer viewer, bool standingOnly, Keyset? after, int limit, CancellationToken ct) =>
        HoldText.Read(database, viewer, after, limit, Hold, ct, Parameters.Flag(standingOnly));

    public Task<Page<BreachView>> Breaches(Viewer viewer, bool openOnly, Keyset? after, int limit, CancellationToken ct) =>
        BreachText.Read(database, viewer, after, limit, Breach, ct, Parameters.Flag(openOnly));

    /// <summary>Null when the viewer may not know it, exactly as when there is none.</summary>
    public Task<BreachView?> FindBreach(Viewer viewer, Guid id, CancellationToken ct) =>
        Find(viewer, id, BreachColumns, "breach b", "b", "b.breach_id", Breach, ct);

    /// <summary>Null when the viewer may not know it, exactly as when there is none.</summary>
    public Task<SubjectRequestView?> FindRequest(Viewer viewer, Guid id, CancellationToken ct) =>
        Find(viewer, id, RequestColumns, "subject_request r", "r", "r.request_id", Request, ct);

    /// <summary>Is it for the viewer's agency to decide on this proposal?</summary>
    public async Task<bool> Decides(Viewer viewer, Guid retention, CancellationToken ct) =>
        await Find(viewer, retention, RetentionColumns, "retention_proposal p", "p", "p.retention_id", Retention, ct) is not null;

    // One of the viewer's agency. The two first columns are those of a list, so that one reader serves both.
    private async Task<TView?> Find<TView>(
        Viewer viewer, Guid id, string columns, string table, string row, string stream, Func<NpgsqlDataReader, TView> read, CancellationToken ct)
        where TView : class
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var batch = new ViewerBatch(connection, viewer).Add(
            $"select 0, 0, {columns} from {table} where {stream} = $4 and {row}.agency = $1 and {VisibilitySql.Of(row, stream)} >= {VisibilitySql.Full}",
            Parameters.Uuid(id));
        await using var reader = await batch.Execute(ct);
        return await reader.ReadAsync(ct) ? read(reader) : null;
    }

    private static ListSql List(string columns, string table, string row, string stream, string where) =>
        new(columns, table, ListOrder.Newest($"{row}.position"), where, VisibilitySql.Of(row, stream));

    private static QuestionView Question(NpgsqlDataReader row) => new(
        row.GetGuid(2), row.GetFieldValue<DateTimeOffset>(3), row.GetString(4), row.GetString(5), row.GetString(6), row.GetString(7),
        row.IsDBNull(8) ? null : row.GetGuid(8), Text(row, 9),
        [.. row.GetFieldValue<string[]>(10).Chunk(3).Select(contact => new ContactView(contact[0], contact[1], contact[2]))]);

    private static NoticeView Notice(NpgsqlDataReader row) => new(
        row.GetGuid(2), row.GetFieldValue<DateTimeOffset>(3), row.GetString(4), row.GetString(5),
        new(row.GetString(6), row.GetString(7), row.GetString(8)), Time(row, 9));

    private static SubjectRequestView Request(NpgsqlDataReader row) => new(
        row.GetGuid(2), row.GetInt64(3), row.GetString(4), new PersonRef(row.GetGuid(5)).Code, row.GetGuid(5), row.GetString(6), row.GetString(7),
        row.GetString(8), row.GetFieldValue<DateTimeOffset>(9), row.GetFieldValue<DateTimeOffset>(10), Time(row, 11));

    private static RetentionView Retention(NpgsqlDataReader row) => new(
        row.GetGuid(2), row.GetInt64(3), new PersonRef(row.GetGuid(4)).Code, row.GetGuid(4), row.GetString(5), row.GetFieldValue<DateOnly>(6),
        row.GetFieldValue<DateOnly>(7), row.GetString(8), Text(row, 9), row.IsDBNull(10) ? null : row.GetFieldValue<DateOnly>(10));

    private static HoldView Hold(NpgsqlDataReader row) => new(
        row.GetGuid(2), row.GetInt64(3), row.GetString(4), row.GetString(5), row.GetString(6), row.GetString(7),
        row.IsDBNull(8) ? null : new PersonRef(row.GetGuid(8)).Code, row.IsDBNull(8) ? null : row.GetGuid(8), row.IsDBNull(9) ? null : row.GetGuid(9), row.GetString(10),
        row.GetFieldValue<DateTimeOffset>(11), Time(row, 12));

    private static BreachView Breach(NpgsqlDataReader row) => new(
        row.GetGuid(2), row.GetInt64(3), row.GetString(4), row.GetFieldValue<DateTimeOffset>(5), row.GetFieldValue<DateTimeOffset>(6), Text(row, 7),
        Time(row, 8), Time(row, 9), Time(row, 10));

    private static string? Text(NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);

    private static DateTimeOffset? Time(NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : row.GetFieldValue<DateTimeOffset>(at);
}
