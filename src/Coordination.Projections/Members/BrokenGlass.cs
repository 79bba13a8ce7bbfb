using Coordination.Domain.Members;
using Coordination.EventStore;

namespace Coordination.Projections.Members;

/// <summary>Emergency looks: who, into which case, until when, and what the review said. One row per time.</summary>
public sealed class BrokenGlass(EventTypes types, EventSerializer serializer) : IProjection
{
    /// <summary>The keeper of open glasses wakes when this projection has moved.</summary>
    public const string ProjectionName = "BrokenGlass";

    private const string Write = """
        insert into broken_glass (
            glass_id, opened_at, position, version, event_id, case_id, owner, officer, unit, reason, until, ended_at, review_due, reviewed_at,
            reviewed_by, finding, agency, level, audience, members)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
        on conflict (glass_id, opened_at) do update set
            version = excluded.version, ended_at = excluded.ended_at, reviewed_at = excluded.reviewed_at, reviewed_by = excluded.reviewed_by,
            finding = excluded.finding
        """;

    private readonly StreamHistory _history = new(types, serializer);

    public string Name => ProjectionName;

    public IReadOnlyList<string> Tables { get; } = ["broken_glass"];

    public IReadOnlySet<string> Wants { get; } = StreamHistory.Aliases(typeof(BreakGlassEvent));

    public async ValueTask Project(IReadOnlyList<Recorded> page, ProjectionSession session, CancellationToken ct)
    {
        foreach (var stream in await _history.Load(page, session.Connection, ct))
        {
            for (var i = 0; i < stream.Count; i++)
            {
                if (stream[i].Recorded.Body is BreakGlassOpened)
                    Add(stream[i], [.. stream.Skip(i + 1).TakeWhile(next => next.Recorded.Body is not BreakGlassOpened)], session);
            }
        }
    }

    private static void Add(Happened first, IReadOnlyList<Happened> after, ProjectionSession session)
    {
        var (opened, by) = ((BreakGlassOpened)first.Recorded.Body, first.Envelope.By);
        var review = after.LastOrDefault(next => next.Recorded.Body is BreakGlassReviewed);
        session.Add(
            Write,
            Parameters.Uuid(first.Recorded.Stream),
            Parameters.Time(first.Envelope.RecordedAt),
            Parameters.Bigint(first.Recorded.Position),
            Parameters.Bigint((after.Count > 0 ? after[^1] : first).Recorded.Version),
            Parameters.Uuid(first.Recorded.Id),
            Parameters.Uuid(opened.Case.Value),
            Parameters.Text(opened.Owner),
            Parameters.Text(by.Id),
            Parameters.Text(by.Unit),
            Parameters.Text(opened.Reason),
            Parameters.Time(opened.Until),
            Parameters.Time(after.Count > 0 ? after[0].Envelope.RecordedAt : null),
            Parameters.Time(first.Envelope.RecordedAt + GlassFile.ReviewWithin),
            Parameters.Time(review?.Envelope.RecordedAt),
            Parameters.Text(review?.Envelope.By.Id),
            Parameters.Text(review is null ? null : ((BreakGlassReviewed)review.Recorded.Body).Finding.ToString()),
            Parameters.Text(by.Agency),
            Parameters.Number((int)first.Envelope.Marking.Level),
            Parameters.Texts(first.Envelope.Marking.Audience),
            Parameters.TextsOrNull(opened.Members));
    }
}
