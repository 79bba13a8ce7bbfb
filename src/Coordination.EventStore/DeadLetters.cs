using System.Text.Json;
using Npgsql;

namespace Coordination.EventStore;

/// <summary>Events that a projection could not take, as Marten's own documents. A letter that is settled stays, as a record.</summary>
internal static class DeadLetters
{
    private const string DotnetType = "JasperFx.Events.Daemon.DeadLetterEvent, JasperFx.Events";

    private const string Open = "not data ? 'settledAt'";

    public static async Task Add(NpgsqlConnection connection, IProjection projection, long position, Exception cause, CancellationToken ct)
    {
        // The id follows from what failed: the same letter written twice is one letter.
        await using var command = new NpgsqlCommand("""
            insert into public.mt_doc_deadletterevent as d (id, data, mt_dotnet_type)
            select id, jsonb_build_object('id', id, 'projectionName', $2::text, 'shardName', 'All', 'timestamp', clock_timestamp(), 'exceptionMessage', $3::text,
                'exceptionType', $4::text, 'eventSequence', $5::bigint, 'tenantId', '*DEFAULT*', 'shard', $1::text), $6
            from (select md5($1::text || ' ' || $5::bigint)::uuid as id) as letter
            on conflict (id) do update set data = excluded.data, mt_last_modified = transaction_timestamp()
            """, connection);
        foreach (var value in new object[] { ShardName.Of(projection), projection.Name, Failure.Describe(cause), cause.GetType().FullName!, position, DotnetType })
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(ct);
    }

    public static async Task<IReadOnlyList<DeadLetter>> List(NpgsqlDataSource dataSource, CancellationToken ct)
    {
        await using var command = dataSource.CreateCommand($"select id, data from public.mt_doc_deadletterevent where {Open} order by (data ->> 'eventSequence')::bigint limit 1000");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var letters = new List<DeadLetter>();
        while (await reader.ReadAsync(ct)) letters.Add(Read(reader.GetGuid(0), reader.GetString(1)));
        return letters;
    }

    public static async Task<DeadLetter?> Find(NpgsqlDataSource dataSource, Guid id, CancellationToken ct)
    {
        await using var command = dataSource.CreateCommand($"select data from public.mt_doc_deadletterevent where id = $1 and {Open}");
        command.Parameters.Add(new() { Value = id });
        return await command.ExecuteScalarAsync(ct) is string data ? Read(id, data) : null;
    }

    /// <summary>Marks letters of a shard as settled: all of them, or one.</summary>
    public static async Task Settle(NpgsqlConnection connection, string shard, Guid? id, string how, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"""
            update public.mt_doc_deadletterevent set data = data || jsonb_build_object('settledAt', clock_timestamp(), 'settledBy', $2::text), mt_last_modified = transaction_timestamp()
            where {Open} and data ->> 'shard' = $1 and ($3::uuid is null or id = $3)
            """, connection);
        command.Parameters.Add(new() { Value = shard });
        command.Parameters.Add(new() { Value = how });
        command.Parameters.Add(new() { Value = (object?)id ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid });
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Null when it went well, otherwise what went wrong again.</summary>
    public static async Task<string?> Replay(EventReader events, IProjection projection, DeadLetter letter, DaemonOptions options, CancellationToken ct)
    {
        if (await events.One(letter.Position, ct) is not { } poison) return $"Event {letter.Position} is not in the log, or has an undeclared type.";
        await using var held = await HeldCheckpoint.Take(events.DataSource, ShardName.Of(projection), ct);
        await using var session = new PageSession(held.Connection, rebuilding: false);
        try
        {
            await using (var path = new NpgsqlCommand("select set_config('search_path', $1, true)", held.Connection))
            {
                path.Parameters.Add(new() { Value = PageTransaction.SearchPath(options.ReadModelSchema) });
                await path.ExecuteNonQueryAsync(ct);
            }

            await projection.Project([poison], session, ct);
            await session.Flush(ct);
            await Settle(held.Connection, letter.Shard, letter.Id, "replay", ct);
            await held.Commit(ct);
            return null;
        }
        catch (Exception e) when (Failure.IsOfTheEvent(e, held.Connection))
        {
            return Failure.Describe(e);
        }
    }

    private static DeadLetter Read(Guid id, string data)
    {
        using var document = JsonDocument.Parse(data);
        var letter = document.RootElement;
        return new(
            id, Text(letter, "projectionName"), Text(letter, "shard"), letter.GetProperty("eventSequence").GetInt64(),
            letter.GetProperty("timestamp").GetDateTimeOffset(), Text(letter, "exceptionType"), Text(letter, "exceptionMessage"));
    }

    private static string Text(JsonElement letter, string name) => letter.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
