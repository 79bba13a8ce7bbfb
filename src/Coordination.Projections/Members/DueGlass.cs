using Npgsql;

namespace Coordination.Projections.Members;

/// <summary>What is due about emergency looks, for the worker that says so. It has no viewer: nobody reads this but the product itself.</summary>
public sealed class DueGlass(NpgsqlDataSource database)
{
    /// <summary>Those that nobody has reviewed yet.</summary>
    public async Task<IReadOnlyList<GlassLine>> Waiting(CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            select g.glass_id, g.opened_at, g.version, g.event_id, g.case_id, g.owner, g.officer, g.agency, g.unit, g.reason, g.until, g.ended_at,
                   g.review_due, g.reviewed_at, g.finding, g.audience, g.level
            from broken_glass g where g.reviewed_at is null order by g.opened_at limit 1000
            """);
        return await BrokenGlassQueries.Read(command, ct);
    }
}
