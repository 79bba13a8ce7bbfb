using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Coordination.EventStore.Integrity;

/// <summary>
/// Writes the content of one leaf after the other: each field with its length in four bytes, big-endian; a field that is null has the length
/// 0xFFFFFFFF and no bytes. So no two different leaves have the same bytes. Numbers are eight bytes, big-endian; ids sixteen, as RFC 9562 writes them.
/// </summary>
/// <remarks>Not safe for concurrent use.</remarks>
public sealed class LeafWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new(1024);
    private readonly List<uint> _parts = new(16);

    public void Begin()
    {
        _bytes.ResetWrittenCount();
        _bytes.Write<byte>([0]);
        _parts.Clear();
    }

    public void Add(ReadOnlySpan<byte> value)
    {
        BinaryPrimitives.WriteInt32BigEndian(_bytes.GetSpan(4), value.Length);
        _bytes.Advance(4);
        _bytes.Write(value);
        _parts.Add(Crc(value));
    }

    public void AddNull()
    {
        _bytes.Write<byte>([0xFF, 0xFF, 0xFF, 0xFF]);
        _parts.Add(uint.MaxValue);
    }

    public void Add(long value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        Add(bytes);
    }

    /// <summary>Microseconds since 1970, as PostgreSQL keeps them.</summary>
    public void Add(DateTime utc) => Add((utc.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond);

    public void Add(Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        Add(bytes);
    }

    public void Add(Guid? value)
    {
        if (value is { } id) Add(id);
        else AddNull();
    }

    public void Add(string? value)
    {
        if (value is null)
        {
            AddNull();
            return;
        }

        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(value.Length));
        Add(bytes.AsSpan(0, Encoding.UTF8.GetBytes(value, bytes)));
        ArrayPool<byte>.Shared.Return(bytes);
    }

    public void AddBytes(byte[]? bytes)
    {
        if (bytes is null) AddNull();
        else Add(bytes);
    }

    /// <summary>Hash of the leaf, and a check sum of each field in their order.</summary>
    public (byte[] Hash, byte[] Parts) End()
    {
        var parts = new byte[_parts.Count * 4];
        for (var i = 0; i < _parts.Count; i++) BinaryPrimitives.WriteUInt32BigEndian(parts.AsSpan(i * 4), _parts[i]);
        return (SHA256.HashData(_bytes.WrittenSpan), parts);
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0u;
        for (; bytes.Length >= 8; bytes = bytes[8..]) crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var one in bytes) crc = BitOperations.Crc32C(crc, one);
        return crc;
    }
}
