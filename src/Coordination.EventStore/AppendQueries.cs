using Npgsql;

namespace Coordination.EventStore;

/// <summary>What a writer asks besides writing.</summary>
internal static class AppendQueries
{
    /// <summary>A session that keeps numbers back would hand them out behind readers that have passed them.</summary>
    /// <exception cref="InvalidOperationException">The sequence caches numbers.</exception>
    public static async Task CheckSequence(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select seqcache from pg_sequence where seqrelid = 'public.mt_events_sequence'::regclass", connection);
        if (await command.ExecuteScalarAsync(ct) is not 1L)
            throw new InvalidOperationException("mt_events_sequence must have CACHE 1: a cached number would appear behind its readers.");
    }

    /// <summary>Marten does the same two updates; the runtime role may do neither, so the owner's function does.</summary>
    public static async Task<bool> Archive(NpgsqlConnection connection, Guid stream, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select coordination.archive_stream($1)", connection);
        command.Parameters.Add(new() { Value = stream });
        return await command.ExecuteScalarAsync(ct) is true;
    }

    /// <summary>The result of exactly these events written before; null when their ids belong to something else.</summary>
    public static async Task<AppendResult?> FindFirstWriting(NpgsqlConnection connection, AppendRequest request)
    {
        await using var command = new NpgsqlCommand("select id, stream_id, seq_id, version from public.mt_events where id = any($1)", connection);
        command.Parameters.Add(new() { Value = request.Streams.SelectMany(part => part.Events).Select(e => e.Id).ToArray() });
        await using var reader = await command.ExecuteReaderAsync();
        var found = new Dictionary<(Guid Event, Guid Stream), (long Position, long Version)>();
        while (await reader.ReadAsync())
            found[(reader.GetGuid(0), reader.GetGuid(1))] = (reader.GetInt64(2), reader.GetInt64(3));
        if (!request.Streams.All(part => part.Events.All(e => found.ContainsKey((e.Id, part.Stream))))) return null;
        var first = request.Streams[0];
        return new(AppendVerdict.Duplicate, found.Values.Max(one => one.Position), first.Stream, found[(first.Events[^1].Id, first.Stream)].Version);
    }

    public static async Task<AppendResult?> FindKey(NpgsqlConnection connection, IdempotencyKey key, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select fingerprint = $3, position, stream_id, version from coordination.idempotency where scope = $1 and key = $2", connection);
        command.Parameters.Add(new() { Value = key.Scope });
        command.Parameters.Add(new() { Value = key.Key });
        command.Parameters.Add(new() { Value = key.Fingerprint.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return null;
        var verdict = reader.GetBoolean(0) ? AppendVerdict.Duplicate : AppendVerdict.KeyReused;
        return new(verdict, reader.GetInt64(1), reader.GetGuid(2), reader.GetInt64(3));
    }

    /// <summary>Whether nothing of a batch was written by a session whose answer is missing; null while that session may still commit.</summary>
    /// <param name="session">Process id of the session. One that another session has taken over since counts as running.</param>
    public static async Task<bool?> IsUnwritten(NpgsqlConnection connection, int session, IEnumerable<PendingAppend> requests)
    {
        // Two statements: the second looks when the first has found that nothing can change any more.
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("select exists (select from pg_stat_activity where pid = $1)") { Parameters = { new() { Value = session } } },
                new("select exists (select from public.mt_events where id = any($1))")
                {
                    Parameters = { new() { Value = requests.SelectMany(request => request.Events).SelectMany(part => part).Select(e => e.Source.Id).ToArray() } },
                },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.ReadAsync();
        var runs = reader.GetBoolean(0);
        await reader.NextResultAsync();
        await reader.ReadAsync();
        return runs ? null : !reader.GetBoolean(0);
    }
}
