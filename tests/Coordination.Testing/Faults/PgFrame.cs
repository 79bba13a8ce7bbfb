using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Coordination.Testing.Faults;

/// <summary>One message of PostgreSQL's protocol 3.0, with its header.</summary>
/// <param name="Type">The message's letter; <c>'\0'</c> for the start-up packets, which have none.</param>
internal readonly record struct PgFrame(char Type, ReadOnlySequence<byte> Bytes)
{
    private const int SslRequest = 80877103;
    private const int GssRequest = 80877104;

    public bool AsksForEncryption => Type == '\0' && StartupCode is SslRequest or GssRequest;

    private int StartupCode => BinaryPrimitives.ReadInt32BigEndian(Bytes.Slice(4, 4).ToArray());

    /// <summary>The first byte of a body: the transaction status of ReadyForQuery.</summary>
    public char Status => (char)Bytes.Slice(5, 1).FirstSpan[0];

    /// <summary>Takes one whole message off the buffer.</summary>
    /// <param name="startup">The message carries no letter (the client's first ones).</param>
    public static bool TryTake(ref ReadOnlySequence<byte> buffer, bool startup, out PgFrame frame)
    {
        frame = default;
        var letter = startup ? 0 : 1;
        if (buffer.Length < letter + 4) return false;
        Span<byte> header = stackalloc byte[5];
        buffer.Slice(0, letter + 4).CopyTo(header);
        var length = BinaryPrimitives.ReadInt32BigEndian(header[letter..]) + letter;
        if (buffer.Length < length) return false;
        frame = new(startup ? '\0' : (char)header[0], buffer.Slice(0, length));
        buffer = buffer.Slice(length);
        return true;
    }

    /// <summary>The first strings of the body: Query (text), Parse (name, text), Bind (portal, name), Close (after its kind), CommandComplete (tag).</summary>
    public string[] Strings(int count, int skip = 0)
    {
        var body = new SequenceReader<byte>(Bytes.Slice(5 + skip));
        var strings = new string[count];
        for (var i = 0; i < count; i++)
            strings[i] = body.TryReadTo(out ReadOnlySequence<byte> text, 0) ? Encoding.UTF8.GetString(text) : "";
        return strings;
    }
}
