using System.Diagnostics;
using Npgsql;

namespace Coordination.EventStore;

/// <summary>The log: append and read. One per process and database; safe for concurrent use.</summary>
public sealed class EventLog : IAsyncDisposable
{
    private readonly NpgsqlDataSource _daemon;
    private readonly EventTypes _types;
    private readonly EventSerializer _serializer;
    private readonly AppendQueue _queue;
    private readonly LogReader _reader;

    /// <param name="daemon">Role <c>coord_daemon</c> on the primary. Up to <see cref="EventStoreOptions.Writers"/> of its connections are kept.</param>
    public EventLog(NpgsqlDataSource daemon, EventTypes types, EventSerializer serializer, EventStoreOptions? options = null)
    {
        (_daemon, _types, _serializer) = (daemon, types, serializer);
        _queue = new(daemon, options ?? new());
        _reader = new(daemon, types, serializer);
    }

    /// <summary>Writes all of the request or none of it. Returns after the commit, never before.</summary>
    /// <param name="ct">Takes the request back while it waits. Once PostgreSQL works on it, its end is awaited all the same.</param>
    /// <exception cref="StoreUnavailableException">Nothing was written; ask again later.</exception>
    /// <exception cref="AppendInDoubtException">The commit may have happened; ask again with the same key.</exception>
    /// <exception cref="AppendRefusedException">An event that PostgreSQL cannot store.</exception>
    /// <exception cref="ArgumentException">The request makes no sense: a bug of the caller.</exception>
    /// <remarks>Appends of one process are written together; under load a call waits for at most one other batch.</remarks>
    public async Task<AppendResult> Append(AppendRequest request, CancellationToken ct)
    {
        using var activity = AppendTelemetry.Activities.StartActivity("append");
        var started = Stopwatch.GetTimestamp();
        var outcome = "refused";
        try
        {
            var pending = new PendingAppend(request, _types, _serializer);
            var result = await _queue.Append(pending, ct);
            outcome = Name(result.Verdict);
            if (result.Verdict == AppendVerdict.Appended) AppendTelemetry.Events.Add(pending.EventCount);
            activity?.SetTag("coordination.position", result.Position);
            return result;
        }
        catch (Exception e)
        {
            if (e is StoreUnavailableException) outcome = "unavailable";
            else if (e is AppendInDoubtException) outcome = "in_doubt";
            activity?.SetStatus(ActivityStatusCode.Error);
            throw;
        }
        finally
        {
            activity?.SetTag("coordination.verdict", outcome);
            AppendTelemetry.Appends.Add(1, new KeyValuePair<string, object?>("verdict", outcome));
            AppendTelemetry.Duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
        }
    }

    /// <summary>Events of a stream in order, from <paramref name="fromVersion"/> (1-based, inclusive), as known at <paramref name="asOf"/>.</summary>
    /// <exception cref="UnknownEventTypeException">The stream holds an event that this program does not declare.</exception>
    public Task<IReadOnlyList<Recorded>> FetchStream(Guid stream, CancellationToken ct, long fromVersion = 1, DateTimeOffset? asOf = null) =>
        _reader.Stream(stream, fromVersion, asOf, ct);

    /// <summary>Null when there is no such stream.</summary>
    public Task<StreamState?> FetchStreamState(Guid stream, CancellationToken ct) => _reader.State(stream, ct);

    /// <summary>Events after a position in log order, up to the watermark: nothing smaller than what was returned ever appears later.</summary>
    /// <param name="types">Aliases; null for all.</param>
    /// <exception cref="UnknownEventTypeException">One of them is of a type that this program does not declare.</exception>
    public Task<IReadOnlyList<Recorded>> FetchAll(long after, int limit, CancellationToken ct, IReadOnlyCollection<string>? types = null) =>
        _reader.All(after, limit, types, ct);

    public Task<Recorded?> FetchEvent(Guid id, CancellationToken ct) => _reader.Event(id, ct);

    /// <summary>Position of the last event that is committed; 0 when there is none.</summary>
    public Task<long> FetchHead(CancellationToken ct) => _reader.Head(ct);

    /// <summary>Closes a stream for ever: it stays readable and takes no more events. False when there is none, or it is archived already.</summary>
    public async Task<bool> ArchiveStream(Guid stream, CancellationToken ct)
    {
        await using var connection = await _daemon.OpenConnectionAsync(ct);
        return await AppendQueries.Archive(connection, stream, ct);
    }

    /// <summary>Asks PostgreSQL whether it can be written to as this program needs it; for the start of a Host.</summary>
    /// <exception cref="InvalidOperationException">The sequence of positions is set up in a way that loses events for readers.</exception>
    public async Task Check(CancellationToken ct)
    {
        await using var connection = await _daemon.OpenConnectionAsync(ct);
        await AppendQueries.CheckSequence(connection, ct);
    }

    /// <summary>What was written under a key before, or null. Judged like the append itself: <c>Duplicate</c> or <c>KeyReused</c>.</summary>
    internal async Task<AppendResult?> FindKey(IdempotencyKey key, CancellationToken ct)
    {
        await using var connection = await _daemon.OpenConnectionAsync(ct);
        return await AppendQueries.FindKey(connection, key, ct);
    }

    /// <summary>An event just written, as it will be read back.</summary>
    internal Recorded AsRecorded(NewEvent written, Guid stream, long version, long position)
    {
        // timestamptz keeps microseconds.
        var timestamp = new DateTimeOffset(written.Timestamp.UtcTicks / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
        return new(
            position, written.Id, stream, version, _types.Of(written.Body.GetType()), _serializer.Serialize(written.Body), timestamp, written.Headers,
            written.UserName, written.CorrelationId, written.CausationId, _serializer);
    }

    public async ValueTask DisposeAsync()
    {
        await _queue.DisposeAsync();
        _reader.Dispose();
    }

    private static string Name(AppendVerdict verdict) => verdict switch
    {
        AppendVerdict.Appended => "appended",
        AppendVerdict.VersionConflict => "version_conflict",
        AppendVerdict.StreamExists => "stream_exists",
        AppendVerdict.StreamArchived => "stream_archived",
        AppendVerdict.Duplicate => "duplicate",
        AppendVerdict.KeyReused => "key_reused",
        _ => throw new UnreachableException($"{verdict} has no name."),
    };
}

/// <param name="Version">Version of the last event.</param>
public sealed record StreamState(Guid Stream, string? StreamType, long Version, DateTimeOffset Created, DateTimeOffset Timestamp, bool IsArchived);
