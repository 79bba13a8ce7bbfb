using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace Coordination.EventStore;

/// <summary>Plain reads: a stream, its state, an event, the log.</summary>
[SuppressMessage("Security", "CA2100", Justification = "The texts are constants of this file.")]
internal sealed class LogReader(NpgsqlDataSource dataSource, EventTypes types, EventSerializer serializer) : IDisposable
{
    private const string Columns =
        "select seq_id, id, stream_id, version, type, data, timestamp, headers, user_name, correlation_id, causation_id from public.mt_events ";

    private readonly Watermark _watermark = new(dataSource);

    public Task<IReadOnlyList<Recorded>> Stream(Guid stream, long fromVersion, DateTimeOffset? asOf, CancellationToken ct) => asOf is { } moment
        ? Read(Columns + "where stream_id = $1 and version >= $2 and timestamp <= $3 order by version", ct, stream, fromVersion, moment.UtcDateTime)
        : Read(Columns + "where stream_id = $1 and version >= $2 order by version", ct, stream, fromVersion);

    public async Task<IReadOnlyList<Recorded>> All(long after, int limit, IReadOnlyCollection<string>? aliases, CancellationToken ct)
    {
        var upTo = await _watermark.Advance(ct);
        return aliases is null
            ? await Read(Columns + "where seq_id > $1 and seq_id <= $2 order by seq_id limit $3", ct, after, upTo, limit)
            : await Read(
                Columns + "where seq_id > $1 and seq_id <= $2 and type = any($4) order by seq_id limit $3", ct,
                after, upTo, limit, aliases.ToArray());
    }

    public async Task<Recorded?> Event(Guid id, CancellationToken ct) => (await Read(Columns + "where id = $1", ct, id)).SingleOrDefault();

    public async Task<StreamState?> State(Guid stream, CancellationToken ct)
    {
        await using var command = Command("select type, version, created, timestamp, is_archived from public.mt_streams where id = $1", stream);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct)
            ? new(stream, Text(reader, 0), reader.GetInt64(1), Moment(reader, 2), Moment(reader, 3), reader.GetBoolean(4))
            : null;
    }

    public async Task<long> Head(CancellationToken ct)
    {
        await using var command = Command("select coalesce(max(seq_id), 0) from public.mt_events");
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    public void Dispose() => _watermark.Dispose();

    private async Task<IReadOnlyList<Recorded>> Read(string sql, CancellationToken ct, params object[] arguments)
    {
        await using var command = Command(sql, arguments);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var events = new List<Recorded>();
        while (await reader.ReadAsync(ct))
            events.Add(Map(reader));
        return events;
    }

    private NpgsqlCommand Command(string sql, params object[] arguments)
    {
        var command = dataSource.CreateCommand(sql);
        foreach (var argument in arguments) command.Parameters.Add(new() { Value = argument });
        return command;
    }

    private Recorded Map(NpgsqlDataReader row)
    {
        var (position, alias) = (row.GetInt64(0), row.GetString(4));
        return new(
            position, row.GetGuid(1), row.GetGuid(2), row.GetInt64(3), types.Find(alias) ?? throw new UnknownEventTypeException(position, alias),
            row.GetFieldValue<byte[]>(5), Moment(row, 6), row.IsDBNull(7) ? default : row.GetFieldValue<byte[]>(7), Text(row, 8), Text(row, 9),
            Text(row, 10), serializer);
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTimeOffset Moment(NpgsqlDataReader row, int column) => new(row.GetDateTime(column));
}
