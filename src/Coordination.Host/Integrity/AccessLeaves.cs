using Coordination.EventStore;
using Coordination.EventStore.Integrity;
using Npgsql;

namespace Coordination.Host.Integrity;

/// <summary>Leaves of the access log: who looked at what. A writer locks the table before it draws a number, so the table is its own gate.</summary>
internal sealed class AccessLeaves : LeafSource
{
    public const short TreeNumber = 2;

    private const string Table = "coordination.access_entry";

    private const string Page = """
        select seq, at, officer, agency, unit, action, purpose, target, persons, up_to, case_id, fields
        from coordination.access_entry where seq > $1 and seq <= $2 order by seq limit $3
        """;

    public override short Tree => TreeNumber;

    public override string RowName => "access entry";

    public override IReadOnlyList<string> Fields { get; } =
        ["encoding", "seq", "at", "officer", "agency", "unit", "action", "purpose", "target", "persons", "up_to", "case_id", "fields"];

    public override Watermark Watermark(NpgsqlDataSource dataSource) => new(dataSource, Table, Table, "seq");

    public override async Task<IReadOnlyList<LeafRow>> Read(NpgsqlConnection connection, long after, long upTo, int limit, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Page, connection);
        command.Parameters.AddWithValue(after);
        command.Parameters.AddWithValue(upTo);
        command.Parameters.AddWithValue(limit);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<LeafRow>();
        while (await reader.ReadAsync(ct))
            rows.Add(new AccessRow(
                reader.GetInt64(0), reader.GetFieldValue<DateTime>(1), [.. Enumerable.Range(2, 6).Select(reader.GetString)],
                reader.GetFieldValue<Guid[]>(8), reader.GetInt64(9), reader.IsDBNull(10) ? null : reader.GetGuid(10), reader.GetFieldValue<string[]>(11)));
        return rows;
    }
}

/// <param name="Texts">officer, agency, unit, action, purpose, target.</param>
internal sealed record AccessRow(
    long Seq, DateTime At, IReadOnlyList<string> Texts, IReadOnlyList<Guid> Persons, long UpTo, Guid? Case, IReadOnlyList<string> Fields)
    : LeafRow(Seq, null, 0)
{
    public override string Belongs => $"looked at {Texts[^1]}";

    public override void Write(LeafWriter leaf, byte[]? previous)
    {
        leaf.Begin();
        leaf.Add(EventLeaves.Encoding);
        leaf.Add(Seq);
        leaf.Add(At);
        foreach (var text in Texts)
            leaf.Add(text);
        leaf.Add(string.Join(',', Persons));
        leaf.Add(UpTo);
        leaf.Add(Case);
        leaf.Add(string.Join(',', Fields));
    }
}
