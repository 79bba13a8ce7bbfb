using Coordination.Testing;
using Npgsql;

namespace Coordination.EventStore.Tests.Reading;

/// <summary>Writes events by plain SQL, so that a test decides what overlaps with what.</summary>
internal sealed class RawLog(Database database)
{
    private const string Append = """
        with stream as (
            insert into public.mt_streams (id, type, version, timestamp, created) values ($1, 'note', 1, now(), now())
            on conflict (id) do update set version = public.mt_streams.version + 1, timestamp = now() returning version)
        insert into public.mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type, headers, user_name)
        select nextval('public.mt_events_sequence'), $2, $1, version, $3::jsonb, $4, now(), 'Test', '{"n":1}', 'budi' from stream returning seq_id
        """;

    /// <summary>Appends events and commits; returns the last position.</summary>
    public async Task<long> Write(Guid stream, params int[] amounts)
    {
        await using var open = await Begin();
        var position = 0L;
        foreach (var amount in amounts) position = await open.Write(stream, amount);
        await open.Commit();
        return position;
    }

    public async Task<long> WriteRaw(Guid stream, string alias, string body)
    {
        await using var open = await Begin();
        var position = await open.WriteRaw(stream, alias, body);
        await open.Commit();
        return position;
    }

    /// <summary>Many events of many streams in one statement.</summary>
    public async Task<long> WriteMany(int events, int streams, int bodyBytes = 10)
    {
        await using var connection = await database.Owner.OpenConnectionAsync();
        await using var command = new NpgsqlCommand("""
            lock table coordination.gate in row share mode;
            insert into public.mt_streams (id, type, version, timestamp, created)
            select md5('s' || s)::uuid, 'note', 0, now(), now() from generate_series(0, @streams - 1) as s on conflict do nothing;
            insert into public.mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type, headers, user_name)
            select nextval('public.mt_events_sequence'), gen_random_uuid(), s.id, s.version + 1 + (e - 1) / @streams,
                jsonb_build_object('amount', e % 7, 'text', repeat('x', @bytes)), 'note_taken', now(), 'Test', '{"n":1}', 'budi'
            from generate_series(1, @events) as e join public.mt_streams s on s.id = md5('s' || (e - 1) % @streams)::uuid order by e;
            update public.mt_streams s set version = m.version from (select stream_id, max(version) as version from public.mt_events group by stream_id) m where m.stream_id = s.id;
            """, connection) { CommandTimeout = 600 };
        command.Parameters.AddWithValue("events", events);
        command.Parameters.AddWithValue("streams", streams);
        command.Parameters.AddWithValue("bytes", bodyBytes);
        await using var transaction = await connection.BeginTransactionAsync();
        await command.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
        return await database.Ask<long>("select max(seq_id) from public.mt_events");
    }

    /// <param name="gate">False breaks the rule that every writer obeys; to see what would happen.</param>
    public async Task<OpenAppend> Begin(bool gate = true)
    {
        var connection = await database.Daemon.OpenConnectionAsync();
        var transaction = await connection.BeginTransactionAsync();
        if (gate)
        {
            await using var take = new NpgsqlCommand("lock table coordination.gate in row share mode", connection);
            await take.ExecuteNonQueryAsync();
        }

        return new(connection, transaction);
    }

    public sealed class OpenAppend(NpgsqlConnection connection, NpgsqlTransaction transaction) : IAsyncDisposable
    {
        public NpgsqlConnection Connection => connection;

        public Task<long> Write(Guid stream, int amount) => WriteRaw(stream, "note_taken", $$"""{"amount":{{amount}},"text":"t"}""");

        public async Task<long> WriteRaw(Guid stream, string alias, string body)
        {
            await using var command = new NpgsqlCommand(Append, connection);
            foreach (var value in new object[] { stream, Guid.CreateVersion7(), body, alias }) command.Parameters.Add(new() { Value = value });
            return (long)(await command.ExecuteScalarAsync())!;
        }

        public Task Commit() => transaction.CommitAsync();

        public Task Rollback() => transaction.RollbackAsync();

        public async ValueTask DisposeAsync()
        {
            await transaction.DisposeAsync();
            await connection.DisposeAsync();
        }
    }
}
