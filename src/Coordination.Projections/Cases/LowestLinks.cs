using Coordination.Domain.Kernel;
using Npgsql;

namespace Coordination.Projections.Cases;

/// <summary>
/// Rows of a rebuild, which cannot be changed once they are written: each as secret as the link that brings it is by the end of the log, where a case
/// has said its link again at a lower level.
/// </summary>
internal static class LowestLinks
{
    private const string Said = """
        select e.stream_id, coalesce(e.data #>> '{source,stream}', e.data #>> '{subject,person}')::uuid, min(coordination.level_of(e.headers))
        from mt_events e where e.stream_id = any($1) and e.type in ('case_source_linked', 'case_subject_added') group by 1, 2
        """;

    public static async Task<List<TimelineRow>> Of(List<TimelineRow> rows, NpgsqlConnection connection, CancellationToken ct)
    {
        // Where the event is no less secret than the link there is nothing to lower: of most pages nothing is asked.
        var cases = rows.Where(row => row.Link > row.Envelope.Marking.Level).Select(row => row.Case).Distinct().ToArray();
        if (cases is [])
            return rows;
        var lowest = new Dictionary<(Guid Case, Guid Node), Level>();
        await using var command = new NpgsqlCommand(Said, connection) { Parameters = { new() { Value = cases } } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            lowest.Add((reader.GetGuid(0), reader.GetGuid(1)), (Level)reader.GetInt32(2));
        return [.. rows.Select(row => lowest.TryGetValue((row.Case, row.Stream), out var said) && said < row.Link ? row with { Link = said } : row)];
    }
}
