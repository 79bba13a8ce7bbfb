using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Coordination.EventStore;

/// <summary>Encodes rows in PostgreSQL's binary COPY format, without boxing or a call to the driver per value: a rebuild writes millions of rows.</summary>
internal sealed class CopyRows : RowWriter
{
    private static readonly DateTimeOffset PostgresEpoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Signature = [.. "PGCOPY\n"u8, 0xff, 0x0d, 0x0a, 0];

    private readonly ArrayBufferWriter<byte> _buffer = new(16 * 1024);
    private readonly short _columns;
    private int _added;

    public CopyRows(int columns) => _columns = checked((short)columns);

    public ReadOnlyMemory<byte> Written => _buffer.WrittenMemory;

    public override RowWriter Add(Guid? value)
    {
        if (value is not { } id) return Null();
        var span = Value(16);
        id.TryWriteBytes(span, bigEndian: true, out _);
        return this;
    }

    public override RowWriter Add(long? value)
    {
        if (value is not { } number) return Null();
        BinaryPrimitives.WriteInt64BigEndian(Value(8), number);
        return this;
    }

    public override RowWriter Add(int? value)
    {
        if (value is not { } number) return Null();
        BinaryPrimitives.WriteInt32BigEndian(Value(4), number);
        return this;
    }

    public override RowWriter Add(double? value)
    {
        if (value is not { } number) return Null();
        BinaryPrimitives.WriteDoubleBigEndian(Value(8), number);
        return this;
    }

    public override RowWriter Add(bool? value)
    {
        if (value is not { } flag) return Null();
        Value(1)[0] = flag ? (byte)1 : (byte)0;
        return this;
    }

    public override RowWriter Add(string? value)
    {
        if (value is null) return Null();
        Encoding.UTF8.GetBytes(value, Value(Encoding.UTF8.GetByteCount(value)));
        return this;
    }

    public override RowWriter Add(DateTimeOffset? value)
    {
        if (value is not { } at) return Null();
        BinaryPrimitives.WriteInt64BigEndian(Value(8), (at - PostgresEpoch).Ticks / TimeSpan.TicksPerMicrosecond);
        return this;
    }

    public override RowWriter Add(DateOnly? value)
    {
        if (value is not { } day) return Null();
        BinaryPrimitives.WriteInt32BigEndian(Value(4), day.DayNumber - DateOnly.FromDateTime(PostgresEpoch.DateTime).DayNumber);
        return this;
    }

    public override RowWriter Add(IReadOnlyCollection<string>? value)
    {
        if (value is null) return Null();
        var length = ArrayHeader(value.Count) + value.Sum(item => 4 + Encoding.UTF8.GetByteCount(item));
        var span = StartArray(length, value.Count, elementType: 25);
        foreach (var item in value)
        {
            var written = Encoding.UTF8.GetBytes(item, span[4..]);
            BinaryPrimitives.WriteInt32BigEndian(span, written);
            span = span[(4 + written)..];
        }
        return this;
    }

    public override RowWriter Add(IReadOnlyCollection<Guid>? value)
    {
        if (value is null) return Null();
        var span = StartArray(ArrayHeader(value.Count) + value.Count * 20, value.Count, elementType: 2950);
        foreach (var item in value)
        {
            BinaryPrimitives.WriteInt32BigEndian(span, 16);
            item.TryWriteBytes(span[4..], bigEndian: true, out _);
            span = span[20..];
        }
        return this;
    }

    public override RowWriter AddJson(ReadOnlySpan<byte> utf8)
    {
        var span = Value(utf8.Length + 1);
        span[0] = 1; // version of jsonb's wire format
        utf8.CopyTo(span[1..]);
        return this;
    }

    public override RowWriter AddText(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Value(utf8.Length));
        return this;
    }

    public override RowWriter Null()
    {
        _added++;
        BinaryPrimitives.WriteInt32BigEndian(Take(4), -1);
        return this;
    }

    public void Begin()
    {
        Signature.AsSpan().CopyTo(Take(Signature.Length));
        Take(8).Clear(); // flags, header extension
    }

    public void End() => BinaryPrimitives.WriteInt16BigEndian(Take(2), -1);

    public void Row<TRow>(TRow row, Action<RowWriter, TRow> write)
    {
        _added = 0;
        BinaryPrimitives.WriteInt16BigEndian(Take(2), _columns);
        write(this, row);
        if (_added != _columns) throw new InvalidOperationException($"A row needs {_columns} values, {_added} were added.");
    }

    public void Clear() => _buffer.ResetWrittenCount();

    private static int ArrayHeader(int count) => count == 0 ? 12 : 20;

    private Span<byte> StartArray(int length, int count, int elementType)
    {
        var span = Value(length);
        BinaryPrimitives.WriteInt32BigEndian(span, count == 0 ? 0 : 1); // dimensions
        BinaryPrimitives.WriteInt32BigEndian(span[4..], 0); // no nulls
        BinaryPrimitives.WriteInt32BigEndian(span[8..], elementType);
        if (count == 0) return span[12..];
        BinaryPrimitives.WriteInt32BigEndian(span[12..], count);
        BinaryPrimitives.WriteInt32BigEndian(span[16..], 1); // lower bound
        return span[20..];
    }

    private Span<byte> Value(int length)
    {
        _added++;
        var span = Take(length + 4);
        BinaryPrimitives.WriteInt32BigEndian(span, length);
        return span[4..];
    }

    private Span<byte> Take(int length)
    {
        var span = _buffer.GetSpan(length)[..length];
        _buffer.Advance(length);
        return span;
    }
}
