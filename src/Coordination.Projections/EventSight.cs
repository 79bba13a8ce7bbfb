using Coordination.Domain.Kernel;
using Npgsql;

namespace Coordination.Projections;

/// <summary>Which of some events a viewer may read: each by the marking that it was written with and whoever was added or shut out since.</summary>
internal static class EventSight
{
    /// <summary>The events named by $4.</summary>
    public const string From = """
        (
            select e.*, coordination.level_of(e.headers) as level, e.headers ->> 'agency' as agency,
                   array(select jsonb_array_elements_text(e.headers -> 'marking' -> 'audience')) as audience
            from mt_events e where e.id = any($4)
        ) e
        """;

    private const int AtOnce = 2000;

    public static readonly string Sight = VisibilitySql.Of("e", "e.stream_id");

    private static readonly string ReadableText = $"select e.id from {From} where {Sight} >= {VisibilitySql.Full}";

    public static async Task<HashSet<Guid>> Readable(NpgsqlDataSource database, Viewer viewer, IEnumerable<Guid> events, CancellationToken ct)
    {
        var readable = new HashSet<Guid>();
        await using var connection = await database.OpenConnectionAsync(ct);
        foreach (var part in events.Distinct().Chunk(AtOnce))
        {
            await using var batch = new ViewerBatch(connection, viewer).Add(ReadableText, Parameters.Uuids(part));
            await using var reader = await batch.Execute(ct);
            while (await reader.ReadAsync(ct))
                readable.Add(reader.GetGuid(0));
        }

        return readable;
    }
}
