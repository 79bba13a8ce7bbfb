using System.Text.Json;
using Coordination.EventStore.Integrity;

namespace Coordination.Host.Integrity;

/// <summary>A line of <c>events.jsonl</c>: an event as its leaf sees it, with its place in the tree. Hashes are base64, times microseconds since 1970.</summary>
/// <param name="Data">
/// Null when the body names an audience that is not for the reader: then nothing goes along that its leaf is made of and that could be tried out
/// against it, and the line proves that the event stands in the log, not what it says.
/// </param>
internal sealed record BundleEvent(
    long Position, long LeafIndex, Guid Id, Guid StreamId, long Version, string Type, string? Schema, long RecordedAt, string? Agency, string? Actor,
    string? Causation, string? Correlation, byte[]? Previous, string? Data, byte[]? HeadersHash, byte[]? BinaryHash, byte[] LeafHash, IReadOnlyList<byte[]> Path)
{
    public static BundleEvent Of(EventRow row, LeafPlace place, byte[]? previous, IReadOnlyList<byte[]> path) => new(
        row.Position, place.LeafIndex, row.Id, row.StreamId, row.Version, row.Type, row.Schema,
        (row.RecordedAt.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond, row.Agency, row.Actor, row.Causation, row.Correlation, previous,
        System.Text.Encoding.UTF8.GetString(row.Data), row.HeadersHash, row.BinaryHash, place.LeafHash, path);

    public BundleEvent WithoutBody() => this with { Previous = null, Data = null, HeadersHash = null, BinaryHash = null };

    /// <summary>The leaf computed from what this line says; as it claims to be where it does not say all.</summary>
    public byte[] Recompute()
    {
        if (Data is null)
            return LeafHash;
        var row = new EventRow(
            Position, Id, StreamId, Version, Type, Schema, DateTime.UnixEpoch.AddTicks(RecordedAt * TimeSpan.TicksPerMicrosecond), Agency, Actor, Causation,
            Correlation, System.Text.Encoding.UTF8.GetBytes(Data), HeadersHash, BinaryHash);
        var writer = new LeafWriter();
        row.Write(writer, Previous);
        return writer.End().Hash;
    }
}

/// <summary>Files of a bundle: everything that somebody without the database and without a network needs.</summary>
internal static class BundleFile
{
    public const string Checkpoint = "checkpoint.txt";
    public const string Keys = "keys.txt";
    public const string Events = "events.jsonl";
    public const string ReadMe = "README.txt";

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public const string Explanation =
        """
        Events of one case as one reader may see them, each with the proof that it stands unchanged in the log of the coordination system.

        checkpoint.txt  signed head of the log (C2SP signed note), with the counter-signatures of the agencies' witnesses
        keys.txt        public keys: the log's on the first line, then one line per agency. Compare them with those that you have from the agencies
        events.jsonl    one event per line, its leaf and its inclusion proof (RFC 9162); "data" is null where the body names readers who are not for
                        the one who exports to know: such a line proves that the event stands in the log, and not what it says

        Check it without a network:  Coordination.Host verify bundle.zip --key KEY
        """;
}
