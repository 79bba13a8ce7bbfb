using Npgsql;
using NpgsqlTypes;

namespace Coordination.EventStore;

/// <summary>
/// The short way for a batch of one event: where nobody else waits, the fixed cost of the set-based call would be most of the latency.
/// Parameters are made anew for every attempt.
/// </summary>
internal sealed class LoneAppend(NpgsqlConnection connection, TimeSpan limit) : IAsyncDisposable
{
    private readonly NpgsqlCommand _start = Command(connection, "start_stream", NpgsqlDbType.Text, limit);
    private readonly NpgsqlCommand _continue = Command(connection, "continue_stream", NpgsqlDbType.Bigint, limit);

    public async Task Prepare(CancellationToken ct)
    {
        await _start.PrepareAsync(ct);
        await _continue.PrepareAsync(ct);
    }

    /// <summary>Null when this way does not fit the request, or the stream is not as expected: the long way knows the verdict.</summary>
    public async Task<AppendResult?> TryExecute(IReadOnlyList<PendingAppend> requests)
    {
        if (requests is not [{ EventCount: 1, Request: { Key: null, Streams: [{ ExpectedVersion: { } expected } part] } } request]) return null;
        var command = expected == 0 ? _start : _continue;
        Fill(command.Parameters, part, expected, request.Events[0][0]);
        await using var reader = await command.ExecuteReaderAsync();
        AppendResult? result = await reader.ReadAsync() ? new(AppendVerdict.Appended, reader.GetInt64(0), part.Stream, reader.GetInt64(1)) : null;
        await reader.NextResultAsync(); // up to here nothing is committed: the row is sent before
        return result;
    }

    public async ValueTask DisposeAsync()
    {
        await _start.DisposeAsync();
        await _continue.DisposeAsync();
    }

    private static void Fill(NpgsqlParameterCollection parameters, StreamAppend part, long expected, PreparedEvent prepared)
    {
        var source = prepared.Source;
        object?[] values =
        [
            part.Stream, expected == 0 ? part.StreamType : expected, source.Id, prepared.Data, prepared.Type.Alias, source.Timestamp.UtcDateTime,
            prepared.Type.DotnetName, source.CorrelationId, source.CausationId, prepared.Headers, source.UserName,
        ];
        for (var n = 0; n < values.Length; n++) parameters[n].Value = values[n] ?? DBNull.Value;
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string name, NpgsqlDbType second, TimeSpan limit)
    {
#pragma warning disable CA2100 // The text is a resource of this program.
        var command = new NpgsqlCommand(SqlResource.Read(name), connection) { CommandTimeout = (int)Math.Ceiling(limit.TotalSeconds) };
#pragma warning restore CA2100
        NpgsqlDbType[] types =
        [
            NpgsqlDbType.Uuid, second, NpgsqlDbType.Uuid, NpgsqlDbType.Jsonb, NpgsqlDbType.Text, NpgsqlDbType.TimestampTz, NpgsqlDbType.Text,
            NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Jsonb, NpgsqlDbType.Text,
        ];
        foreach (var type in types) command.Parameters.Add(new() { NpgsqlDbType = type });
        return command;
    }
}
