using Npgsql;
using NpgsqlTypes;

namespace Coordination.Benchmarks;

/// <summary>The yardstick: the same payload into a table with the event table's columns, primary key and unique index, by plain Npgsql.</summary>
internal sealed class RawPostgres(NpgsqlDataSource source)
{
    private const string InsertOne =
        """
        insert into bench.raw_events (seq_id, id, stream_id, version, data, type, timestamp, headers, user_name)
        values (nextval('bench.raw_sequence'), $1, $2, 1, $3, $4, $5, $6, $7)
        """;

    private const string InsertMany =
        """
        insert into bench.raw_events (seq_id, id, stream_id, version, data, type, timestamp, headers, user_name)
        select nextval('bench.raw_sequence'), e.id, $2, e.ordinal, e.data, $4, $5, e.headers, $7
        from unnest($1, $3, $6) with ordinality as e (id, data, headers, ordinal)
        """;

    private readonly Dictionary<int, NpgsqlConnection> _connections = [];

    public static async Task<RawPostgres> Create(NpgsqlDataSource owner, NpgsqlDataSource source)
    {
        await using var command = owner.CreateCommand(
            """
            drop schema if exists bench cascade;
            create schema bench;
            create table bench.raw_events (like public.mt_events including all);
            create sequence bench.raw_sequence;
            grant usage on schema bench to public;
            grant all on all tables in schema bench to public;
            grant all on all sequences in schema bench to public;
            """);
        await command.ExecuteNonQueryAsync();
        return new RawPostgres(source);
    }

    /// <summary>One connection per caller, held over the whole run, with prepared statements: raw at its best.</summary>
    public async Task Open(int callers)
    {
        for (var caller = _connections.Count; caller < callers; caller++)
            _connections[caller] = await source.OpenConnectionAsync();
    }

    public async Task<int> InsertRow(int caller)
    {
        await using var command = new NpgsqlCommand(InsertOne, _connections[caller]);
        command.Parameters.Add(new() { Value = Guid.CreateVersion7() });
        command.Parameters.Add(new() { Value = Guid.CreateVersion7() });
        command.Parameters.Add(new() { Value = Payload.Body, NpgsqlDbType = NpgsqlDbType.Jsonb });
        command.Parameters.Add(new() { Value = Payload.Alias });
        command.Parameters.Add(new() { Value = Payload.At });
        command.Parameters.Add(new() { Value = Payload.Headers, NpgsqlDbType = NpgsqlDbType.Jsonb });
        command.Parameters.Add(new() { Value = "imigrasi.batam" });
        await command.PrepareAsync();
        await command.ExecuteNonQueryAsync();
        return 1;
    }

    public async Task<int> InsertRows(int caller, int rows)
    {
        await using var command = new NpgsqlCommand(InsertMany, _connections[caller]);
        command.Parameters.Add(new() { Value = Enumerable.Range(0, rows).Select(_ => Guid.CreateVersion7()).ToArray() });
        command.Parameters.Add(new() { Value = Guid.CreateVersion7() });
        command.Parameters.Add(new()
        {
            Value = Enumerable.Repeat(Payload.Body, rows).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb,
        });
        command.Parameters.Add(new() { Value = Payload.Alias });
        command.Parameters.Add(new() { Value = Payload.At });
        command.Parameters.Add(new()
        {
            Value = Enumerable.Repeat(Payload.Headers, rows).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb,
        });
        command.Parameters.Add(new() { Value = "imigrasi.batam" });
        await command.PrepareAsync();
        await command.ExecuteNonQueryAsync();
        return rows;
    }
}
