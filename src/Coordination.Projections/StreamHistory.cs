using Coordination.Domain.Kernel;
using Coordination.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Coordination.Projections;

/// <summary>A body with its envelope.</summary>
internal sealed record Happened(Recorded Recorded, Envelope Envelope, IReadOnlyList<PersonRef> Persons)
{
    public static Happened Of(Recorded recorded)
    {
        var stored = EnvelopeHeaders.Read(recorded.Headers.Span, recorded.UserName ?? "", recorded.Timestamp);
        return new(recorded, stored.Envelope, stored.Persons);
    }
}

/// <summary>
/// For rows that are the fold of a short stream: the whole streams of a page, from their first event to their last one in the page. The log
/// is the only place where a state is kept, so a row never disagrees with the decisions.
/// </summary>
internal sealed class StreamHistory(EventTypes types, EventSerializer serializer)
{
    private const string Earlier = """
        select e.seq_id, e.id, e.stream_id, e.version, e.type, e.data, e.timestamp, e.headers, coalesce(e.user_name, '')
        from unnest($1, $2) as page (stream_id, version)
        cross join lateral (select * from mt_events e where e.stream_id = page.stream_id and e.version < page.version offset 0) e
        order by e.stream_id, e.version
        """;

    public async Task<IReadOnlyList<IReadOnlyList<Happened>>> Load(IReadOnlyList<Recorded> page, NpgsqlConnection connection,
        CancellationToken ct)
    {
        var streams = page.GroupBy(recorded => recorded.Stream).ToDictionary(stream => stream.Key, stream => stream.ToList());
        var open = streams.Values.Where(stream => stream[0].Version > 1).ToList();
        var earlier = open.Count == 0 ? [] : await Read(open, connection, ct);
        return [.. streams.Select(stream => earlier.GetValueOrDefault(stream.Key, []).Concat(stream.Value).Select(Happened.Of).ToList())];
    }

    /// <summary>A stream as the log held it at a moment; empty when there was none.</summary>
    public async Task<IReadOnlyList<Happened>> Until(Guid stream, DateTimeOffset until, NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            select e.seq_id, e.id, e.stream_id, e.version, e.type, e.data, e.timestamp, e.headers, coalesce(e.user_name, '')
            from public.mt_events e where e.stream_id = $1 and e.timestamp <= $2 order by e.version
            """,
            connection);
        command.Parameters.With(Parameters.Uuid(stream), Parameters.Time(until));
        return [.. (await Read(command, ct)).GetValueOrDefault(stream, []).Select(Happened.Of)];
    }

    /// <summary>Aliases of a family of events.</summary>
    public static HashSet<string> Aliases(params Type[] families) => EventNames.All
        .Where(name => families.Any(family => family.IsAssignableFrom(name.Value)))
        .Select(name => name.Key)
        .ToHashSet(StringComparer.Ordinal);

    private async Task<Dictionary<Guid, List<Recorded>>> Read(List<List<Recorded>> open, NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Earlier, connection)
        {
            Parameters =
            {
                new() { Value = open.Select(stream => stream[0].Stream).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid },
                new() { Value = open.Select(stream => stream[0].Version).ToArray(),
                    NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint },
            },
        };
        return await Read(command, ct);
    }

    private async Task<Dictionary<Guid, List<Recorded>>> Read(NpgsqlCommand command, CancellationToken ct)
    {
        await using var reader = await command.ExecuteReaderAsync(ct);
        var earlier = new Dictionary<Guid, List<Recorded>>();
        while (await reader.ReadAsync(ct))
        {
            var stream = reader.GetGuid(2);
            if (!earlier.TryGetValue(stream, out var events))
                earlier.Add(stream, events = []);
            // A type that this version does not know would stop the projection before it got here.
            var type = types.Find(reader.GetString(4)) ?? throw new InvalidOperationException($"Unknown event type {reader.GetString(4)}.");
            events.Add(new(
                reader.GetInt64(0), reader.GetGuid(1), stream, reader.GetInt64(3), type, reader.GetFieldValue<byte[]>(5),
                reader.GetFieldValue<DateTimeOffset>(6), reader.GetFieldValue<byte[]>(7), reader.GetString(8), null, null, serializer));
        }

        return earlier;
    }
}
