using Coordination.Domain.Kernel;
using Npgsql;

namespace Coordination.Projections.Members;

/// <summary>What waits for the viewer's desk.</summary>
/// <param name="HandoffsToAnswer">Addressed to the viewer's unit, or to a desk that it stands in at, and waiting for it.</param>
/// <param name="HandoffsToSupplement">Of the viewer's unit and returned to it, or not sent yet.</param>
/// <param name="Late">Of those two, the ones past their time.</param>
public sealed record DeskCounts(
    int HandoffsToAnswer, int HandoffsToSupplement, int Late, int AlertsUnanswered, int AlertsOpen, int IntelligenceToAcknowledge,
    int Cases);

/// <summary>Counts for the first page, within what the viewer may read.</summary>
public sealed class MyDeskQueries(NpgsqlDataSource database)
{
    private static readonly string Text = $"""
        with handoffs as (
            select h.clock_step, h.clock_due from handoff h
            where not h.closed and h.clock_agency = $1
              and (h.clock_unit = $4 or h.clock_unit = h.to_unit and h.to_unit || '/' || h.to_desk = any($6))
              and {VisibilitySql.Of("h", "h.handoff_id")} >= {VisibilitySql.Full}
        ),
        alerts as (
            select a.status from alert a where a.status <> 'resolved' and {VisibilitySql.Settled("a.alert_id")} and {VisibilitySql.Of("a", "a.alert_id")} >= {VisibilitySql.Full}
        )
        select
            (select count(*) from handoffs where clock_step in ('receipt', 'decision'))::int,
            (select count(*) from handoffs where clock_step in ('supplement', 'dispatch'))::int,
            (select count(*) from handoffs where clock_due < $5)::int,
            (select count(*) from alerts where status = 'raised')::int,
            (select count(*) from alerts)::int,
            (select count(distinct r.report_id) from intelligence_recipient i join intelligence_report r on r.report_id = i.report_id
             where i.agency = $1 and i.acknowledged_at is null and i.recipients && $2
               and {VisibilitySql.Of("r", "r.report_id")} >= {VisibilitySql.Full})::int,
            (select count(*) from case_file c where {VisibilitySql.Of("c", "c.case_id")} >= {VisibilitySql.Full})::int
        """;

    /// <summary>The projections a caller must wait for to read its own writes here.</summary>
    public static IReadOnlyList<string> Reads { get; } = ["HandoffInbox", "AlertBoard", "IntelligenceBoard", "CaseSummary", "CaseTimeline"];

    public async Task<DeskCounts> Count(Viewer viewer, DateTimeOffset now, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var batch = new ViewerBatch(connection, viewer).Add(
            Text, Parameters.Text(viewer.Officer.Unit), Parameters.Time(now), Parameters.Texts(viewer.Officer.Desks.Split(' ')));
        await using var reader = await batch.Execute(ct);
        await reader.ReadAsync(ct);
        return new(
            reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetInt32(3), reader.GetInt32(4), reader.GetInt32(5),
            reader.GetInt32(6));
    }
}
