using System.Text.Json;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Coordination.Projections.Alerts;

/// <summary>What the rules remember, in the tables: one look-up for all keys of a page, one write at its end.</summary>
internal static class RuleMemory
{
    private const string KnownText = """
        select o.rule, o.key, o.kind, o.event_id, o.stream_id, o.at, o.person, o.place, o.agency, o.unit, o.marking, o.value
        from unnest($1, $2) as page (rule, key)
        cross join lateral (
            select * from alert_observation o where o.rule = page.rule and o.key = page.key order by o.position desc, o.ordinal desc limit $3
        ) o
        order by o.position, o.ordinal
        """;

    private const string SpentText = """
        select page.rule, page.key, s.evidence
        from unnest($1, $2) as page (rule, key)
        cross join lateral (select s.evidence from alert_signal s where s.rule = page.rule and s.key = page.key offset 0) s
        """;

    /// <param name="most">No more of one key are read: from there on it is parked.</param>
    public static async Task<Dictionary<(string, string), KeyMemory>> Load(
        IReadOnlyCollection<(string Rule, string Key)> keys, int most, NpgsqlConnection connection, CancellationToken ct)
    {
        var memory = keys.ToDictionary(key => key, _ => new KeyMemory());
        if (keys.Count == 0)
            return memory;
        await using var batch = new NpgsqlBatch(connection);
        foreach (var text in new[] { KnownText, SpentText })
        {
            var command = new NpgsqlBatchCommand(text);
            command.Parameters.With(Parameters.Texts(keys.Select(key => key.Rule)), Parameters.Texts(keys.Select(key => key.Key)));
            if (text == KnownText)
                command.Parameters.Add(new() { Value = most });
            batch.BatchCommands.Add(command);
        }

        await using var reader = await batch.ExecuteReaderAsync(ct);
        // Thousands of rows and a handful of markings: to read each from its JSON took half of the time of a page.
        var markings = new Dictionary<string, Marking>(StringComparer.Ordinal);
        while (await reader.ReadAsync(ct))
            memory[(reader.GetString(0), reader.GetString(1))].Known.Add(Read(reader, markings));
        await reader.NextResultAsync(ct);
        while (await reader.ReadAsync(ct))
            memory[(reader.GetString(0), reader.GetString(1))].Spent.UnionWith(reader.GetFieldValue<Guid[]>(2));
        return memory;
    }

    public static void Add(IReadOnlyCollection<Made> made, ProjectionSession session)
    {
        if (made.Count == 0)
            return;
        session.Add(
            """
            insert into alert_observation (rule, key, position, ordinal, kind, event_id, stream_id, at, person, place, agency, unit, marking, value)
            select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            """,
            Parameters.Texts(made.Select(one => one.Rule.Id)),
            Parameters.Texts(made.Select(one => one.Observation.Key)),
            new() { Value = made.Select(one => one.Position).ToArray() },
            new() { Value = made.Select(one => one.Ordinal).ToArray() },
            Parameters.Texts(made.Select(one => one.Observation.Kind)),
            Parameters.Uuids(made.Select(one => one.Observation.Event)),
            Parameters.Uuids(made.Select(one => one.Observation.Stream)),
            new() { Value = made.Select(one => one.Observation.At.UtcDateTime).ToArray() },
            Parameters.Uuids(made.Select(one => one.Observation.Person.Value)),
            Parameters.Texts(made.Select(one => one.Observation.Where)),
            Parameters.Texts(made.Select(one => one.Observation.Agency)),
            Parameters.Texts(made.Select(one => one.Observation.Unit)),
            new()
            {
                Value = made.Select(one => JsonSerializer.Serialize(one.Observation.Marking, Signal.Json)).ToArray(),
                NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb,
            },
            new() { Value = made.Select(one => one.Observation.Value).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
    }

    private static Observation Read(NpgsqlDataReader row, Dictionary<string, Marking> markings)
    {
        var text = row.GetString(10);
        if (!markings.TryGetValue(text, out var marking))
            markings.Add(text, marking = JsonSerializer.Deserialize<Marking>(text, Signal.Json)!);
        return new(
            row.GetString(1), row.GetString(2), row.GetGuid(3), row.GetGuid(4), row.GetFieldValue<DateTimeOffset>(5), new(row.GetGuid(6)), row.GetString(7),
            row.GetString(8), row.GetString(9), marking)
        {
            Value = row.IsDBNull(11) ? null : row.GetString(11),
        };
    }
}
