using System.Text;

namespace Coordination.EventStore;

/// <summary>
/// An event as it stands in the log. The body is deserialised when first asked for, so a reader that needs only metadata pays for nothing else.
/// Shared by all projections of a page: nobody may change what it holds.
/// </summary>
public sealed class Recorded(
    long position, Guid id, Guid stream, long version, EventType type, ReadOnlyMemory<byte> data, DateTimeOffset timestamp,
    ReadOnlyMemory<byte> headers, string? userName, string? correlationId, string? causationId, EventSerializer serializer)
{
    // Kept as stored and decoded on demand: a rebuild over a million events reads them from few.
    private readonly ReadOnlyMemory<byte> _rawUserName;
    private readonly ReadOnlyMemory<byte> _rawCorrelationId;
    private readonly ReadOnlyMemory<byte> _rawCausationId;
    private string? _userName = userName;
    private string? _correlationId = correlationId;
    private string? _causationId = causationId;
    private object? _body;
    private object? _parsedHeaders;

    internal Recorded(
        long position, Guid id, Guid stream, long version, EventType type, DateTimeOffset timestamp, EventSerializer serializer, in RawEvent raw)
        : this(position, id, stream, version, type, raw.Data, timestamp, raw.Headers, null, null, null, serializer)
    {
        _rawUserName = raw.UserName;
        _rawCorrelationId = raw.CorrelationId;
        _rawCausationId = raw.CausationId;
    }

    /// <summary><c>seq_id</c>: the place in the log. Positions grow, with holes.</summary>
    public long Position { get; } = position;

    public Guid Id { get; } = id;

    public Guid Stream { get; } = stream;

    /// <summary>1-based place in the stream, without holes.</summary>
    public long Version { get; } = version;

    public EventType Type { get; } = type;

    /// <summary>The stored body, UTF-8 JSON.</summary>
    public ReadOnlyMemory<byte> Data { get; } = data;

    /// <summary>When the store took it.</summary>
    public DateTimeOffset Timestamp { get; } = timestamp;

    /// <summary>The stored headers, UTF-8 JSON; empty when there are none.</summary>
    public ReadOnlyMemory<byte> Headers { get; } = headers;

    public string? UserName => _userName ??= Text(_rawUserName);

    public string? CorrelationId => _correlationId ??= Text(_rawCorrelationId);

    public string? CausationId => _causationId ??= Text(_rawCausationId);

    /// <summary>The headers as the caller's own type: parsed when first asked for, then shared by everybody who asks for the same type.</summary>
    public T HeadersAs<T>(Func<Recorded, T> parse)
        where T : class
    {
        if (_parsedHeaders is T known) return known;
        var parsed = parse(this);
        _parsedHeaders = parsed;
        return parsed;
    }

    /// <exception cref="EventSerializationException">The stored body does not fit its declared type.</exception>
    /// <exception cref="BodyNotReadException">The body was left in the database: <see cref="IProjection.Bodies"/> does not name its type.</exception>
    public object Body => _body ??= serializer.Deserialize(Type, Data.IsEmpty ? throw NotFetched() : Data.Span, Position);

    // The column takes no null, and a body is never empty.
    private BodyNotReadException NotFetched() => new(Type.Alias, Position);

    private static string? Text(ReadOnlyMemory<byte> utf8) => utf8.IsEmpty ? null : Encoding.UTF8.GetString(utf8.Span);
}

/// <summary>The variable parts of a row, as slices of the buffer they were received in; empty when null.</summary>
internal readonly record struct RawEvent(
    ReadOnlyMemory<byte> Data, ReadOnlyMemory<byte> Headers, ReadOnlyMemory<byte> UserName, ReadOnlyMemory<byte> CorrelationId,
    ReadOnlyMemory<byte> CausationId);

/// <summary>A stored body that its type cannot read. The message names position and type, never content.</summary>
public sealed class EventSerializationException(string alias, long position, Exception inner)
    : Exception($"Event {position} ({alias}) does not fit its type.", inner);

/// <summary>A projection asks for the body of an event whose type its <see cref="IProjection.Bodies"/> does not name: its own mistake, not the event's.</summary>
public sealed class BodyNotReadException(string alias, long position)
    : InvalidOperationException($"The body of event {position} ({alias}) was not read: IProjection.Bodies does not name its type.");
