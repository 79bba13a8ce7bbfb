using Npgsql;

namespace Coordination.Host.Access;

/// <param name="Action">Such as <c>identity_revealed</c>.</param>
public sealed record ActionCount(string Action, int Looks, int Persons);

/// <summary>What was looked at within a time, in numbers that a report can cite.</summary>
/// <param name="FirstEntry">First and last entry of the access log that it rests on; null when there is none.</param>
/// <param name="Fields">Names of fields that were revealed.</param>
public sealed record AccessSummary(
    int Looks, long? FirstEntry, long? LastEntry, DateTimeOffset? FirstAt, DateTimeOffset? LastAt, IReadOnlyList<Guid> Persons,
    IReadOnlyList<string> Fields, IReadOnlyList<string> Agencies, IReadOnlyList<ActionCount> Actions);

/// <summary>The access log in sums: by accounts that were misused, or by persons who were hit.</summary>
internal sealed class AccessSummaries(NpgsqlDataSource database)
{
    private const string Text =
        """
        with looks as materialized (
            select seq, at, agency, action, fields,
                   -- A look at a named person does not tell of the others on the same page.
                   case when own then persons else array(select p from unnest(persons) p where p = any($4)) end as persons
            from (select e.*, officer = any($3) and agency = $5 as own from coordination.access_entry e where at >= $1 and at <= $2) e
            where own or persons && $4
        )
        select 0, null::text, count(*), min(seq), max(seq), min(at), max(at),
               (select coalesce(array_agg(distinct p), '{}') from looks, unnest(persons) p),
               (select coalesce(array_agg(distinct f order by f), '{}') from looks, unnest(fields) f),
               (select coalesce(array_agg(distinct agency order by agency), '{}') from looks)
        from looks
        union all
        select 1, action, count(*), null, null, null, null,
               (select coalesce(array_agg(distinct p), '{}') from looks own, unnest(own.persons) p where own.action = looks.action), null, null
        from looks group by action
        order by 1, 2
        """;

    /// <summary>Looks by accounts of an agency, and looks at persons by whomever.</summary>
    public async Task<AccessSummary> Of(
        DateTimeOffset from, DateTimeOffset until, string agency, IEnumerable<string> officers, IEnumerable<Guid> persons, CancellationToken ct)
    {
        await using var command = database.CreateCommand(Text);
        command.Parameters.AddWithValue(from.UtcDateTime);
        command.Parameters.AddWithValue(until.UtcDateTime);
        command.Parameters.AddWithValue(officers.ToArray());
        command.Parameters.AddWithValue(persons.ToArray());
        command.Parameters.AddWithValue(agency);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        var all = new AccessSummary(
            (int)reader.GetInt64(2), reader.IsDBNull(3) ? null : reader.GetInt64(3), reader.IsDBNull(4) ? null : reader.GetInt64(4), Time(reader, 5),
            Time(reader, 6), reader.GetFieldValue<Guid[]>(7), reader.GetFieldValue<string[]>(8), reader.GetFieldValue<string[]>(9), []);
        var actions = new List<ActionCount>();
        while (await reader.ReadAsync(ct))
            actions.Add(new(reader.GetString(1), (int)reader.GetInt64(2), reader.GetFieldValue<Guid[]>(7).Length));
        return all with { Actions = actions };
    }

    private static DateTimeOffset? Time(NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : row.GetFieldValue<DateTimeOffset>(at);
}
