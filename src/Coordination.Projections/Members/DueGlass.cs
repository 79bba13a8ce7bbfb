using Npgsql;

namespace Coordination.Projections.Members;

/// <summary>
/// Emergency looks for the worker that says what is due, and for visibility as of a moment. It has no viewer: nobody reads this but the product itself.
/// </summary>
public sealed class DueGlass(NpgsqlDataSource database)
{
    /// <summary>Those that nobody has reviewed yet.</summary>
    public async Task<IReadOnlyList<GlassLine>> Waiting(CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            select g.glass_id, g.opened_at, g.version, g.event_id, g.case_id, g.owner, g.officer, g.agency, g.unit, g.reason, g.until, g.ended_at,
                   g.review_due, g.reviewed_at, g.finding, g.audience, g.level, g.members
            from broken_glass g where g.reviewed_at is null order by g.opened_at limit 1000
            """);
        return await BrokenGlassQueries.Read(command, ct);
    }

    /// <summary>Those of an agency that were open at a moment, and of them the ones through which a thing could be read: its case, or what stood on it.</summary>
    public async Task<IReadOnlyList<GlassLine>> OpenAt(string agency, Guid thing, DateTimeOffset at, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            select g.glass_id, g.opened_at, g.version, g.event_id, g.case_id, g.owner, g.officer, g.agency, g.unit, g.reason, g.until, g.ended_at,
                   g.review_due, g.reviewed_at, g.finding, g.audience, g.level, g.members
            from broken_glass g
            where g.agency = $1 and g.opened_at <= $3 and g.until > $3 and (g.ended_at is null or g.ended_at > $3)
              and exists (select from timeline_link held where held.case_id = g.case_id and held.node = $2 and held.known_at <= $3)
            """);
        command.Parameters.With(Parameters.Text(agency), Parameters.Uuid(thing), Parameters.Time(at));
        return await BrokenGlassQueries.Read(command, ct);
    }
}
