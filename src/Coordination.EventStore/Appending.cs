namespace Coordination.EventStore;

/// <summary>An event to append. The id is made by the caller, so that a retry carries the same one.</summary>
/// <param name="Headers">UTF-8 JSON object for the <c>headers</c> column; its meaning is the caller's.</param>
public sealed record NewEvent(
    Guid Id, object Body, DateTimeOffset Timestamp, ReadOnlyMemory<byte> Headers, string? UserName, string? CorrelationId = null,
    string? CausationId = null);

/// <summary>Events for one stream.</summary>
/// <param name="StreamType">Marten's aggregate alias, such as <c>handoff</c>; written when the stream starts.</param>
/// <param name="ExpectedVersion">Version of the last event that the decision saw; 0 = the stream must not exist; null = whatever it is.</param>
public sealed record StreamAppend(Guid Stream, string StreamType, long? ExpectedVersion, IReadOnlyList<NewEvent> Events);

/// <summary>Unique per (scope, key). The fingerprint tells a retry from another request under the same key.</summary>
/// <param name="Scope">The agency, or the source of a CloudEvent.</param>
/// <param name="Fingerprint">SHA-256 of the request.</param>
public sealed record IdempotencyKey(string Scope, string Key, ReadOnlyMemory<byte> Fingerprint);

/// <summary>One unit of work: all streams, all events and the key are written, or nothing is.</summary>
public sealed record AppendRequest(IReadOnlyList<StreamAppend> Streams, IdempotencyKey? Key = null);

public enum AppendVerdict
{
    Appended,

    /// <summary>Another writer appended to a stream first. Nothing was written; load and decide again.</summary>
    VersionConflict,

    /// <summary>A stream that was to be started exists already. Nothing was written.</summary>
    StreamExists,

    /// <summary>A stream is archived and takes no more events. Nothing was written.</summary>
    StreamArchived,

    /// <summary>This key and fingerprint were written before; the result is the first one.</summary>
    Duplicate,

    /// <summary>This key was written before for another request. Nothing was written.</summary>
    KeyReused,
}

/// <param name="Position">
/// Position (<c>seq_id</c>) of the last event written by this request; for a duplicate, of the first writing. 0 when nothing was ever written.
/// </param>
/// <param name="Stream">The first stream of the request (for a duplicate, of the first writing).</param>
/// <param name="Version">Its version after the append; on a version conflict, the current one.</param>
public sealed record AppendResult(AppendVerdict Verdict, long Position, Guid Stream, long Version)
{
    public bool Written => Verdict is AppendVerdict.Appended or AppendVerdict.Duplicate;
}

/// <summary>PostgreSQL is slow or gone and nothing was written: ask again later. HTTP says 503 with Retry-After.</summary>
public sealed class StoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// The connection broke between sending COMMIT and its answer: the events may be there or not. Never retried blindly; a request with the
/// same idempotency key settles it. HTTP says 503 with Retry-After.
/// </summary>
public sealed class AppendInDoubtException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// PostgreSQL cannot store an event of the request, now or later: a character that JSON allows and jsonb does not (U+0000), or an event id that
/// stands in the log for another event. Nothing was written.
/// </summary>
public sealed class AppendRefusedException(string message, Exception? inner = null) : Exception(message, inner);
