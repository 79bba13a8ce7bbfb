using Npgsql;
using NpgsqlTypes;
using static Coordination.EventStore.EventArrays;

namespace Coordination.EventStore;

/// <summary>
/// The call of <c>coordination.append</c>, prepared once per connection. Its arrays are made anew from the requests for every attempt and never
/// reused: a buffer that was emptied or refilled between two attempts would write other events than were asked for.
/// </summary>
internal sealed class AppendBatch : IAsyncDisposable
{
    private readonly NpgsqlCommand _command;
    private readonly NpgsqlParameter<int[]> _requestParts = Array<int>(NpgsqlDbType.Integer);
    private readonly NpgsqlParameter<int[]> _keyRequest = Array<int>(NpgsqlDbType.Integer);
    private readonly NpgsqlParameter<int[]> _keyPart = Array<int>(NpgsqlDbType.Integer);
    private readonly NpgsqlParameter<string[]> _keyScope = Array<string>(NpgsqlDbType.Text);
    private readonly NpgsqlParameter<string[]> _keyKey = Array<string>(NpgsqlDbType.Text);
    private readonly NpgsqlParameter<byte[][]> _keyFingerprint = Array<byte[]>(NpgsqlDbType.Bytea);
    private readonly NpgsqlParameter<Guid[]> _streamId = Array<Guid>(NpgsqlDbType.Uuid);
    private readonly NpgsqlParameter<string[]> _streamType = Array<string>(NpgsqlDbType.Text);
    private readonly NpgsqlParameter<int[]> _partStream = Array<int>(NpgsqlDbType.Integer);
    private readonly NpgsqlParameter<long[]> _partExpected = Array<long>(NpgsqlDbType.Bigint);
    private readonly NpgsqlParameter<int[]> _partEvents = Array<int>(NpgsqlDbType.Integer);
    private readonly NpgsqlParameter<DateTime[]> _partTime = Array<DateTime>(NpgsqlDbType.TimestampTz);
    private readonly EventArrays _events = new();

    public AppendBatch(NpgsqlConnection connection, TimeSpan limit)
    {
        NpgsqlParameter[] parameters =
        [
            _requestParts, _keyRequest, _keyPart, _keyScope, _keyKey, _keyFingerprint, _streamId, _streamType, _partStream, _partExpected,
            _partEvents, _partTime, .. _events.Parameters,
        ];
        var places = string.Join(", ", Enumerable.Range(1, parameters.Length).Select(n => $"${n}"));
#pragma warning disable CA2100 // A constant text and numbers.
        _command = new NpgsqlCommand($"select * from coordination.append({places})", connection);
#pragma warning restore CA2100
        _command.CommandTimeout = (int)Math.Ceiling(limit.TotalSeconds);
        _command.Parameters.AddRange(parameters);
    }

    public async Task Prepare(CancellationToken ct)
    {
        // Arrays have no statistics, and the tables grow after the plans are made. Left alone, PostgreSQL plans the statements of the function
        // anew at every call (twice the time of the call), and in an empty database settles on reading whole tables. Compiling (jit) takes a
        // hundred times as long as running them.
        const string Plans = "set plan_cache_mode = force_generic_plan; set enable_seqscan = off; set jit = off";
        await using (var settings = new NpgsqlCommand(Plans, _command.Connection)) await settings.ExecuteNonQueryAsync(ct);
        await _command.PrepareAsync(ct);
    }

    /// <summary>Runs and commits the batch. One result per request, in order.</summary>
    public async Task<AppendResult[]> Execute(IReadOnlyList<PendingAppend> requests)
    {
        FillKeys(requests);
        FillParts(requests);
        _events.Fill(requests);
        await using var reader = await _command.ExecuteReaderAsync();
        await reader.ReadAsync();
        var verdicts = reader.GetFieldValue<int[]>(0);
        var positions = reader.GetFieldValue<long[]>(1);
        var streams = reader.GetFieldValue<Guid?[]>(2);
        var versions = reader.GetFieldValue<long[]>(3);
        await reader.NextResultAsync(); // up to here nothing is committed: the row is sent before
        return [.. requests.Select((request, n) =>
            new AppendResult((AppendVerdict)verdicts[n], positions[n], streams[n] ?? request.Request.Streams[0].Stream, versions[n]))];
    }

    public ValueTask DisposeAsync() => _command.DisposeAsync();

    private void FillKeys(IReadOnlyList<PendingAppend> requests)
    {
        var firstPart = 1;
        var keys = new List<(int Request, int Part, IdempotencyKey Key)>();
        for (var n = 0; n < requests.Count; n++)
        {
            if (requests[n].Request.Key is { } key) keys.Add((n + 1, firstPart, key));
            firstPart += requests[n].Request.Streams.Count;
        }

        _requestParts.TypedValue = [.. requests.Select(request => request.Request.Streams.Count)];
        _keyRequest.TypedValue = [.. keys.Select(key => key.Request)];
        _keyPart.TypedValue = [.. keys.Select(key => key.Part)];
        _keyScope.TypedValue = [.. keys.Select(key => key.Key.Scope)];
        _keyKey.TypedValue = [.. keys.Select(key => key.Key.Key)];
        _keyFingerprint.TypedValue = [.. keys.Select(key => key.Key.Fingerprint.ToArray())];
    }

    private void FillParts(IReadOnlyList<PendingAppend> requests)
    {
        var streams = new Dictionary<Guid, int>();
        var types = new List<string>();
        var parts = requests.SelectMany(request => request.Request.Streams).ToArray();
        var stream = new int[parts.Length];
        for (var n = 0; n < parts.Length; n++)
        {
            if (streams.TryAdd(parts[n].Stream, streams.Count + 1)) types.Add(parts[n].StreamType);
            stream[n] = streams[parts[n].Stream];
        }

        _streamId.TypedValue = [.. streams.Keys]; // in order of insertion: nothing was ever removed
        _streamType.TypedValue = [.. types];
        _partStream.TypedValue = stream;
        _partExpected.TypedValue = [.. parts.Select(part => part.ExpectedVersion ?? -1)];
        _partEvents.TypedValue = [.. parts.Select(part => part.Events.Count)];
        _partTime.TypedValue = [.. parts.Select(part => part.Events[^1].Timestamp.UtcDateTime)];
    }
}
