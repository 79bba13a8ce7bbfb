using System.Globalization;
using System.Security.Cryptography;
using Npgsql;

namespace Coordination.EventStore.Integrity;

/// <summary>
/// Leaves of the event log. A leaf commits to what stands in the row: jsonb by SHA-256 of PostgreSQL's own text of it (<c>data::text</c> in UTF-8:
/// keys by length and then by bytes, <c>": "</c> and <c>", "</c> between, numbers as written; the same on every version since 9.4). Free texts and
/// identities stand there as ciphertext or reference, so that erasure leaves every proof valid. <c>is_archived</c> is no part: it is a state.
/// </summary>
public sealed class EventLeaves : LeafSource
{
    public const short TreeNumber = 1;

    /// <summary>Version of the encoding.</summary>
    public const long Encoding = 1;

    private const string Page = """
        select seq_id, id, stream_id, version, type, mt_dotnet_type, timestamp, headers ->> 'agency', user_name, causation_id, correlation_id,
            data, headers, bdata
        from public.mt_events where seq_id > $1 and seq_id <= $2 order by seq_id limit $3
        """;

    private const string Before = """
        select s.stream, l.hash from unnest($1, $2) as s (stream, version)
        join public.mt_events e on e.stream_id = s.stream and e.version = s.version - 1
        join coordination.tree_leaf l on l.tree = 1 and l.position = e.seq_id
        """;

    public override short Tree => TreeNumber;

    public override string RowName => "event";

    public override IReadOnlyList<string> Fields { get; } =
    [
        "encoding", "id", "stream_id", "version", "type", "mt_dotnet_type", "timestamp", "agency", "user_name", "causation_id", "correlation_id",
        "previous leaf of the stream", "data", "headers", "bdata",
    ];

    public override Watermark Watermark(NpgsqlDataSource dataSource) => new(dataSource);

    public override async Task<IReadOnlyList<LeafRow>> Read(NpgsqlConnection connection, long after, long upTo, int limit, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Page, connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = after });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = upTo });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<LeafRow>();
        while (await reader.ReadAsync(ct))
            rows.Add(new EventRow(
                reader.GetInt64(0), reader.GetGuid(1), reader.IsDBNull(2) ? Guid.Empty : reader.GetGuid(2), reader.GetInt64(3), reader.GetString(4),
                Text(reader, 5), reader.GetFieldValue<DateTime>(6), Text(reader, 7), Text(reader, 8), Text(reader, 9), Text(reader, 10),
                reader.GetFieldValue<byte[]>(11), Hash(reader, 12), Hash(reader, 13)));
        return rows;
    }

    public override async Task<IReadOnlyDictionary<Guid, byte[]>> Previous(
        NpgsqlConnection connection, IReadOnlyCollection<(Guid Stream, long Version)> before, CancellationToken ct)
    {
        var found = new Dictionary<Guid, byte[]>();
        await using var command = new NpgsqlCommand(Before, connection);
        command.Parameters.Add(new() { Value = before.Select(one => one.Stream).ToArray() });
        command.Parameters.Add(new() { Value = before.Select(one => one.Version).ToArray() });
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) found[reader.GetGuid(0)] = reader.GetFieldValue<byte[]>(1);
        return found;
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static byte[]? Hash(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : SHA256.HashData(row.GetFieldValue<byte[]>(column));
}

/// <summary>An event as its leaf sees it.</summary>
/// <param name="Schema"><c>mt_dotnet_type</c>.</param>
/// <param name="Data">PostgreSQL's text of the jsonb, in UTF-8.</param>
/// <param name="HeadersHash">SHA-256 of the same text of the headers: who shows an event to others need not show whom else it was meant for.</param>
public sealed record EventRow(
    long Position, Guid Id, Guid StreamId, long Version, string Type, string? Schema, DateTime RecordedAt, string? Agency, string? Actor,
    string? Causation, string? Correlation, byte[] Data, byte[]? HeadersHash, byte[]? BinaryHash) : LeafRow(Position, StreamId, Version)
{
    public override string Belongs => string.Create(CultureInfo.InvariantCulture, $"stream {StreamId}, version {Version}");

    public override void Write(LeafWriter leaf, byte[]? previous)
    {
        leaf.Begin();
        leaf.Add(EventLeaves.Encoding);
        leaf.Add(Id);
        leaf.Add(StreamId);
        leaf.Add(Version);
        leaf.Add(Type);
        leaf.Add(Schema);
        leaf.Add(RecordedAt);
        leaf.Add(Agency);
        leaf.Add(Actor);
        leaf.Add(Causation);
        leaf.Add(Correlation);
        leaf.AddBytes(previous);
        leaf.Add(SHA256.HashData(Data));
        leaf.AddBytes(HeadersHash);
        leaf.AddBytes(BinaryHash);
    }
}
