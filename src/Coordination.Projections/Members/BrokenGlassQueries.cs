using System.Text.Json.Serialization;
using Coordination.Domain.Kernel;
using Coordination.Domain.Members;
using Npgsql;

namespace Coordination.Projections.Members;

/// <param name="Version">Of its stream: the next <c>If-Match</c>.</param>
/// <param name="EventId">The opening, as evidence.</param>
/// <param name="Finding">Null until reviewed.</param>
/// <param name="Audience">Reader groups that were told.</param>
public sealed record GlassLine(
    Guid Id, DateTimeOffset OpenedAt, long Version, Guid EventId, Guid Case, string Owner, string Officer, string Agency, string Unit, string Reason,
    DateTimeOffset Until, DateTimeOffset? EndedAt, DateTimeOffset ReviewDue, DateTimeOffset? ReviewedAt, GlassFinding? Finding,
    IReadOnlyList<string> Audience)
{
    /// <summary>Of its opening; what follows is marked alike.</summary>
    [JsonIgnore]
    public Marking Marking { get; init; } = Marking.Default;

    /// <summary>Whose lines of the case it opens: of those who were told at once, and of its user's own agency.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Opens { get; init; } = [];

    public bool IsOpen(DateTimeOffset at) => EndedAt is null && at < Until;
}

/// <summary>Emergency looks that the viewer made or is told of.</summary>
public sealed class BrokenGlassQueries(NpgsqlDataSource database)
{
    private const int Shown = 200;

    private const string Columns = """
        select g.glass_id, g.opened_at, g.version, g.event_id, g.case_id, g.owner, g.officer, g.agency, g.unit, g.reason, g.until, g.ended_at,
               g.review_due, g.reviewed_at, g.finding, g.audience, g.level, g.members
        from broken_glass g
        """;

    private static readonly string Mine = $"{Columns} where {VisibilitySql.Of("g", "g.glass_id")} >= {VisibilitySql.Full}";

    public static IReadOnlyList<string> Reads { get; } = [BrokenGlass.ProjectionName];

    /// <summary>Unreviewed first, then the latest.</summary>
    public Task<IReadOnlyList<GlassLine>> List(Viewer viewer, CancellationToken ct) =>
        Ask(viewer, $"{Mine} order by g.reviewed_at is not null, g.opened_at desc limit {Shown}", ct);

    /// <summary>The last time of one; null when there is none or the viewer is not told of it.</summary>
    public async Task<GlassLine?> Find(Viewer viewer, Guid id, CancellationToken ct) =>
        await Ask(viewer, $"{Mine} and g.glass_id = $4 order by g.opened_at desc limit 1", ct, Parameters.Uuid(id)) is [var line, ..] ? line : null;

    internal static async Task<IReadOnlyList<GlassLine>> Read(NpgsqlCommand command, CancellationToken ct)
    {
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await Read(reader, ct);
    }

    private async Task<IReadOnlyList<GlassLine>> Ask(Viewer viewer, string sql, CancellationToken ct, params NpgsqlParameter[] more)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var batch = new ViewerBatch(connection, viewer).Add(sql, more);
        await using var reader = await batch.Execute(ct);
        return await Read(reader, ct);
    }

    private static async Task<IReadOnlyList<GlassLine>> Read(NpgsqlDataReader reader, CancellationToken ct)
    {
        var lines = new List<GlassLine>();
        while (await reader.ReadAsync(ct))
            lines.Add(new(
                reader.GetGuid(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetInt64(2), reader.GetGuid(3), reader.GetGuid(4), reader.GetString(5),
                reader.GetString(6), reader.GetString(7), reader.GetString(8), reader.GetString(9), reader.GetFieldValue<DateTimeOffset>(10), Time(reader, 11),
                reader.GetFieldValue<DateTimeOffset>(12), Time(reader, 13), reader.IsDBNull(14) ? null : Enum.Parse<GlassFinding>(reader.GetString(14)),
                reader.GetFieldValue<string[]>(15))
            {
                Marking = Marking.Of((Level)reader.GetInt32(16), reader.GetFieldValue<string[]>(15)),
                Opens = [reader.GetString(5), reader.GetString(7), .. reader.IsDBNull(17) ? [] : reader.GetFieldValue<string[]>(17)],
            });
        return lines;
    }

    private static DateTimeOffset? Time(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);
}
