using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Npgsql;

namespace Coordination.EventStore;

/// <summary>
/// Events in order by binary COPY OUT, decoded in place: the bodies stay slices of the buffers they arrived in, so an event costs one small
/// object. Buffers are never reused; they live as long as a page of theirs does.
/// </summary>
internal sealed class EventScan : IAsyncDisposable
{
    private const int ChunkSize = 64 * 1024; // below the large object heap
    private const int HeaderSize = 19;
    private const int Columns = 11;
    private static readonly DateTimeOffset PostgresEpoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly NpgsqlRawCopyStream _stream;
    private readonly bool _limited;
    private readonly Dictionary<string, EventType>.AlternateLookup<ReadOnlySpan<char>> _types;
    private readonly EventSerializer _serializer;
    private byte[] _chunk = GC.AllocateUninitializedArray<byte>(ChunkSize);
    private int _start;
    private int _end;
    private bool _headerRead;
    private bool _finished;

    private EventScan(NpgsqlRawCopyStream stream, bool limited, EventTypes types, EventSerializer serializer)
    {
        (_stream, _limited, _serializer) = (stream, limited, serializer);
        _types = types.All.ToDictionary(type => type.Alias, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <param name="upTo">Last position, inclusive.</param>
    /// <param name="limit">Most events; 0 for no limit.</param>
    /// <param name="bodies">Aliases of the events that come with their bodies; null for all.</param>
    public static async Task<EventScan> Start(
        NpgsqlConnection connection, EventTypes types, EventSerializer serializer, long after, long upTo, int limit,
        IReadOnlySet<string>? bodies, CancellationToken ct)
    {
        var data = bodies is null ? "data" : $"case when type = any({Literal(bodies)}) then data end";
        // COPY takes no parameters; these are numbers, and names of our own events.
        var sql = string.Create(CultureInfo.InvariantCulture, $"""
            copy (select seq_id, id, stream_id, version, type, {data}, timestamp, headers, user_name, correlation_id, causation_id
            from public.mt_events where seq_id > {after} and seq_id <= {upTo} order by seq_id {(limit > 0 ? $"limit {limit}" : "")})
            to stdout (format binary)
            """);
        return new(await connection.BeginRawBinaryCopyAsync(sql, ct), limit > 0, types, serializer);
    }

    private static string Literal(IEnumerable<string> names) =>
        $"array[{string.Join(", ", names.Select(name => $"'{name.Replace("'", "''", StringComparison.Ordinal)}'"))}]::varchar[]";

    /// <summary>The next events, at least one and then until so many bytes were read; an empty page at the end.</summary>
    /// <param name="settled">Holes up to here are known to be dead.</param>
    public async ValueTask<EventPage> Next(long after, int maxBytes, int maxEvents, long settled, CancellationToken ct)
    {
        var events = new List<Recorded>();
        var unknown = new List<UnknownEvent>();
        var (end, dense, bytes) = (after, after, 0);
        while (bytes < maxBytes && events.Count < maxEvents && await FillRow(ct) is > 0 and var length)
        {
            var position = Take(length, events, unknown);
            if (dense == end && (position == dense + 1 || position <= settled)) dense = position;
            (end, bytes) = (position, bytes + length);
        }

        return new(after, end, dense, events, unknown, bytes);
    }

    /// <summary>Ends the scan, also before its last row.</summary>
    public async ValueTask DisposeAsync()
    {
        // The rest of a limited scan is short. Cancelling would be quicker for none, and a late cancel hits the connection's next statement.
        if (!_finished && _limited) await Drain(CancellationToken.None);
        else if (!_finished) await _stream.CancelAsync();
        await _stream.DisposeAsync();
    }

    // Makes the next row whole in the buffer and returns its length; 0 at the end.
    private async ValueTask<int> FillRow(CancellationToken ct)
    {
        if (!_headerRead)
        {
            while (_end < HeaderSize) await Receive(HeaderSize, ct);
            (_start, _headerRead) = (HeaderSize, true);
        }

        while (!_finished)
        {
            var needed = Measure();
            if (needed < 0) return -needed;
            if (needed == 0) await Drain(ct);
            else await Receive(needed, ct);
        }

        return 0;
    }

    // Bytes the row needs at least, when it is not whole yet; its length negated when it is; 0 at the end marker.
    private int Measure()
    {
        var available = _chunk.AsSpan(_start, _end - _start);
        if (available.Length < 2) return 2;
        if (BinaryPrimitives.ReadInt16BigEndian(available) < 0) return 0;
        var at = 2;
        for (var column = 0; column < Columns; column++)
        {
            if (available.Length < at + 4) return at + 4;
            at += 4 + Math.Max(0, BinaryPrimitives.ReadInt32BigEndian(available[at..]));
            if (available.Length < at) return at;
        }

        return -at;
    }

    private async ValueTask Receive(int needed, CancellationToken ct)
    {
        if (_start + needed > _chunk.Length || _end == _chunk.Length)
        {
            var next = GC.AllocateUninitializedArray<byte>(Math.Max(ChunkSize, needed));
            _chunk.AsSpan(_start, _end - _start).CopyTo(next);
            (_chunk, _end, _start) = (next, _end - _start, 0);
        }

        var read = await _stream.ReadAsync(_chunk.AsMemory(_end), ct);
        if (read == 0) throw new EndOfStreamException("COPY ended in the middle of a row.");
        _end += read;
    }

    // After the end marker too: only then the statement has succeeded.
    private async ValueTask Drain(CancellationToken ct)
    {
        var rest = new byte[8192];
        while (await _stream.ReadAsync(rest, ct) > 0)
        {
        }

        _finished = true;
    }

    private long Take(int length, List<Recorded> events, List<UnknownEvent> unknown)
    {
        var at = _start + 2;
        _start += length;
        var position = BinaryPrimitives.ReadInt64BigEndian(Field(ref at).Span);
        var id = new Guid(Field(ref at).Span, bigEndian: true);
        var stream = new Guid(Field(ref at).Span, bigEndian: true);
        var version = BinaryPrimitives.ReadInt64BigEndian(Field(ref at).Span);
        var alias = Field(ref at);
        var data = Json(Field(ref at));
        var timestamp = PostgresEpoch.AddTicks(BinaryPrimitives.ReadInt64BigEndian(Field(ref at).Span) * TimeSpan.TicksPerMicrosecond);
        var raw = new RawEvent(data, Json(Field(ref at)), Field(ref at), Field(ref at), Field(ref at));
        if (Find(alias.Span) is { } type) events.Add(new(position, id, stream, version, type, timestamp, _serializer, raw));
        else unknown.Add(new(position, Encoding.UTF8.GetString(alias.Span)));
        return position;
    }

    private EventType? Find(ReadOnlySpan<byte> alias)
    {
        Span<char> characters = stackalloc char[500]; // the column's limit
        var length = Encoding.UTF8.GetChars(alias, characters);
        return _types.TryGetValue(characters[..length], out var type) ? type : null;
    }

    private ReadOnlyMemory<byte> Field(ref int at)
    {
        var length = BinaryPrimitives.ReadInt32BigEndian(_chunk.AsSpan(at));
        var field = length < 0 ? default : _chunk.AsMemory(at + 4, length);
        at += 4 + Math.Max(0, length);
        return field;
    }

    // The first byte is the version of jsonb's wire format.
    private static ReadOnlyMemory<byte> Json(ReadOnlyMemory<byte> jsonb) => jsonb.IsEmpty ? jsonb : jsonb[1..];
}
