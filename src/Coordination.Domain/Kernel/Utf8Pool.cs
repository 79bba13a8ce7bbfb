namespace Coordination.Domain.Kernel;

/// <summary>
/// Values that the same few texts give again and again, so that a million headers do not make a million copies of one agency's name. A fixed
/// number of places, and the last text of a place stays: nothing is ever cleaned up, and nothing that names a person may be kept here.
/// </summary>
internal sealed class Utf8Pool<T>(Utf8Pool<T>.Reader read)
{
    private const int Places = 512; // a power of two
    private const int LongestText = 256;

    private readonly Entry?[] _entries = new Entry?[Places];

    public delegate T Reader(ReadOnlySpan<byte> text);

    public T Of(ReadOnlySpan<byte> text)
    {
        if (text.Length > LongestText)
            return read(text);
        ref var place = ref _entries[Hash(text) & (Places - 1)];
        // Entries are whole when they can be seen, and either of two that are written at once is right.
        if (Volatile.Read(ref place) is { } known && text.SequenceEqual(known.Text))
            return known.Value;
        var entry = new Entry(text.ToArray(), read(text));
        Volatile.Write(ref place, entry);
        return entry.Value;
    }

    private static int Hash(ReadOnlySpan<byte> text)
    {
        var hash = new HashCode();
        hash.AddBytes(text);
        return hash.ToHashCode();
    }

    private sealed record Entry(byte[] Text, T Value);
}
