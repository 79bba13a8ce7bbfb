using Npgsql;
using NpgsqlTypes;
using static Coordination.EventStore.EventArrays;

namespace Coordination.EventStore;

/// <summary>
/// The short way for a batch whose requests start one new stream each: one statement instead of a function of a dozen. Arrays are made anew for every
/// attempt, as in <see cref="AppendBatch"/>.
/// </summary>
internal sealed class StartBatch : IAsyncDisposable
{
    // With more events to a request, what each of them costs here outweighs what the function costs once (bench append, 100 events).
    private const int MostEvents = 8;

    private readonly NpgsqlCommand _command;
    private readonly NpgsqlParameter<Guid[]> _stream = Array<Guid>(NpgsqlDbType.Uuid);
    private readonly NpgsqlParameter<string[]> _streamType = Array<string>(NpgsqlDbType.Text);
    private readonly NpgsqlParameter<int[]> _events = Array<int>(NpgsqlDbType.Integer);
    private readonly NpgsqlParameter<DateTime[]> _touched = Array<DateTime>(NpgsqlDbType.TimestampTz);
    private readonly NpgsqlParameter<string[]> _scope = Array<string>(NpgsqlDbType.Text);
    private readonly NpgsqlParameter<string[]> _key = Array<string>(NpgsqlDbType.Text);
    private readonly NpgsqlParameter<byte[][]> _fingerprint = Array<byte[]>(NpgsqlDbType.Bytea);
    private readonly NpgsqlParameter<int[]> _keyRequest = Array<int>(NpgsqlDbType.Integer);
    private readonly EventArrays _rows = new();

    public StartBatch(NpgsqlConnection connection, TimeSpan limit)
    {
#pragma warning disable CA2100 // The text is a resource of this program.
        _command = new(SqlResource.Read("start_streams"), connection) { CommandTimeout = (int)Math.Ceiling(limit.TotalSeconds) };
#pragma warning restore CA2100
        _command.Parameters.AddRange((NpgsqlParameter[])[_stream, _streamType, _events, _touched, _scope, _key, _fingerprint, _keyRequest, .. _rows.Parameters]);
    }

    public Task Prepare(CancellationToken ct) => _command.PrepareAsync(ct);

    /// <summary>Null when this way does not fit, or one of the streams or keys is there already: the long way knows the verdicts.</summary>
    public async Task<AppendResult[]?> TryExecute(IReadOnlyList<PendingAppend> requests)
    {
        if (!Fits(requests)) return null;
        FillStreams(requests);
        FillKeys(requests);
        _rows.Fill(requests);
        try
        {
            await using var reader = await _command.ExecuteReaderAsync();
            var last = new Dictionary<Guid, (long Position, long Version)>(requests.Count);
            while (await reader.ReadAsync()) last.Add(reader.GetGuid(0), (reader.GetInt64(1), reader.GetInt64(2)));
            await reader.NextResultAsync(); // up to here nothing is committed: the rows are sent before
            return last.Count == 0 ? null : [.. requests.Select(Appended)];

            AppendResult Appended(PendingAppend request)
            {
                var stream = request.Request.Streams[0].Stream;
                return new(AppendVerdict.Appended, last[stream].Position, stream, last[stream].Version);
            }
        }
        catch (PostgresException e) when (IsThere(e))
        {
            return null; // came about in this very moment, by somebody else
        }
    }

    public ValueTask DisposeAsync() => _command.DisposeAsync();

    private static bool Fits(IReadOnlyList<PendingAppend> requests)
    {
        if (requests.Any(request => request.EventCount > MostEvents)) return false;
        var streams = new HashSet<Guid>(requests.Count);
        return requests.All(request => request.Request.Streams is [{ ExpectedVersion: 0 } part] && streams.Add(part.Stream));
    }

    private static bool IsThere(PostgresException e) => e is
    {
        SqlState: PostgresErrorCodes.UniqueViolation, InvariantSeverity: "ERROR", ConstraintName: "pkey_mt_streams_id" or "idempotency_pkey",
    };

    private void FillStreams(IReadOnlyList<PendingAppend> requests)
    {
        var parts = requests.Select(request => request.Request.Streams[0]).ToArray();
        _stream.TypedValue = [.. parts.Select(part => part.Stream)];
        _streamType.TypedValue = [.. parts.Select(part => part.StreamType)];
        _events.TypedValue = [.. parts.Select(part => part.Events.Count)];
        _touched.TypedValue = [.. parts.Select(part => part.Events[^1].Timestamp.UtcDateTime)];
    }

    private void FillKeys(IReadOnlyList<PendingAppend> requests)
    {
        var keys = requests.Select((request, n) => (request.Request.Key, Request: n + 1)).Where(one => one.Key is not null).ToArray();
        _scope.TypedValue = [.. keys.Select(one => one.Key!.Scope)];
        _key.TypedValue = [.. keys.Select(one => one.Key!.Key)];
        _fingerprint.TypedValue = [.. keys.Select(one => one.Key!.Fingerprint.ToArray())];
        _keyRequest.TypedValue = [.. keys.Select(one => one.Request)];
    }
}
