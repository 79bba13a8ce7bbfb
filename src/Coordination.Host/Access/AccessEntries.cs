using Coordination.Domain.Kernel;
using Npgsql;

namespace Coordination.Host.Access;

/// <summary>One line of an access report.</summary>
/// <param name="Officer">Login.</param>
/// <param name="Target">What was opened.</param>
/// <param name="Case">The case that it was for, when the target is another thing.</param>
/// <param name="Fields">Names of fields that were revealed.</param>
public sealed record AccessLine(
    long Seq, DateTimeOffset At, string Officer, string Agency, string Unit, string Action, string Purpose, string Target, IReadOnlyList<string> Fields,
    Guid? Case);

/// <summary>Reads the access log. Who may read what of it is <see cref="AccessReport"/>'s to say.</summary>
internal sealed class AccessEntries(NpgsqlDataSource database)
{
    private const string Text =
        """
        select e.seq, e.at, e.officer, e.agency, e.unit, e.action, e.purpose, e.target, e.fields, e.case_id
        from coordination.access_entry e
        where ($1::text is null or e.target = $1) and ($2::uuid is null or e.persons @> array[$2]) and e.seq < $3
        order by e.seq desc limit $4
        """;

    /// <summary>The latest first, before an entry.</summary>
    public async Task<IReadOnlyList<AccessLine>> Of(string? target, PersonRef? person, long before, int limit, CancellationToken ct)
    {
        await using var command = database.CreateCommand(Text);
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)target ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)person?.Value ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid });
        command.Parameters.AddWithValue(before);
        command.Parameters.AddWithValue(limit);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var lines = new List<AccessLine>();
        while (await reader.ReadAsync(ct))
            lines.Add(new AccessLine(
                reader.GetInt64(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetString(2), reader.GetString(3), reader.GetString(4),
                reader.GetString(5), reader.GetString(6), reader.GetString(7), reader.GetFieldValue<string[]>(8),
                reader.IsDBNull(9) ? null : reader.GetGuid(9)));
        return lines;
    }
}
