using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace Coordination.Host.Integrity;

/// <summary>A head that was signed.</summary>
/// <param name="Position">Everything up to here is in it.</param>
internal sealed record SignedHead(long Id, TreeHead Head, long Position, string Note, DateTimeOffset SignedAt);

/// <summary>A counter-signature that came in.</summary>
internal sealed record Countersigned(string Agency, string Key, long Size, byte[] Root, string Line, DateTimeOffset ReceivedAt);

/// <summary>Heads, counter-signatures and findings, as they stand in the database that all Hosts share.</summary>
[SuppressMessage("Security", "CA2100", Justification = "The texts are constants of this file.")]
internal sealed class Heads(NpgsqlDataSource database)
{
    private const string Columns = "select id, origin, size, root, position, note, signed_at from coordination.checkpoint ";

    // What was signed before a rewind that was made known is no promise any more.
    private const string Standing = "tree = $1 and id > coalesce((select max(after_checkpoint) from coordination.tree_rewind where tree = $1), 0)";

    private const string LastOfEach = """
        select w.agency, w.key, c.size, c.root, c.line, c.received_at from coordination.witness w
        cross join lateral (select * from coordination.cosignature c where c.tree = w.tree and c.agency = w.agency order by id desc limit 1) c
        where w.tree = $1 order by w.agency
        """;

    private const string Largest = """
        select c.size, c.root from coordination.cosignature c where c.tree = $1
            and c.received_at > coalesce((select max(at) from coordination.tree_rewind where tree = $1), '-infinity') order by c.size desc limit 1
        """;

    public Task<SignedHead?> Latest(LogTree tree, CancellationToken ct) => Head(Columns + "where tree = $1 order by id desc limit 1", tree, ct);

    /// <summary>The largest that still is a promise.</summary>
    public Task<SignedHead?> LargestStanding(LogTree tree, CancellationToken ct) =>
        Head($"{Columns}where {Standing} order by size desc, id desc limit 1", tree, ct);

    /// <summary>Size and root of the largest head that an agency has counter-signed.</summary>
    public async Task<(long Size, byte[] Root)?> LargestCountersigned(LogTree tree, CancellationToken ct)
    {
        await using var command = Command(Largest, tree.Number);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : null;
    }

    /// <summary>Null when this log has never signed such a head.</summary>
    public Task<SignedHead?> Find(LogTree tree, long size, byte[] root, CancellationToken ct) =>
        Head(Columns + "where tree = $1 and size = $2 and root = $3 order by id desc limit 1", tree, ct, size, root);

    public Task Add(LogTree tree, TreeHead head, long position, string note, CancellationToken ct) => Run(
        "insert into coordination.checkpoint (tree, size, position, root, origin, note) values ($1, $2, $3, $4, $5, $6)", ct,
        tree.Number, head.Size, position, head.Root, head.Origin, note);

    /// <summary>The last of each agency.</summary>
    public Task<List<Countersigned>> Countersignatures(LogTree tree, CancellationToken ct) => Countersigned(Command(LastOfEach, tree.Number), ct);

    /// <summary>Lines under one head, of any agency.</summary>
    public Task<List<Countersigned>> Under(LogTree tree, TreeHead head, CancellationToken ct) => Countersigned(
        Command(
            """
            select distinct on (c.agency) c.agency, w.key, c.size, c.root, c.line, c.received_at from coordination.cosignature c
            join coordination.witness w on w.tree = c.tree and w.agency = c.agency
            where c.tree = $1 and c.size = $2 and c.root = $3 order by c.agency, c.id desc
            """,
            tree.Number, head.Size, head.Root), ct);

    /// <summary>The key of an agency's witness: the one that it showed first.</summary>
    public async Task<string> WitnessKey(LogTree tree, string agency, string shown, CancellationToken ct)
    {
        await Run("insert into coordination.witness (tree, agency, key) values ($1, $2, $3) on conflict do nothing", ct, tree.Number, agency, shown);
        await using var command = Command("select key from coordination.witness where tree = $1 and agency = $2", tree.Number, agency);
        return (string)(await command.ExecuteScalarAsync(ct))!;
    }

    public Task Add(LogTree tree, string agency, TreeHead head, NoteLine line, CancellationToken ct) => Run(
        "insert into coordination.cosignature (tree, agency, size, root, line) values ($1, $2, $3, $4, $5)", ct,
        tree.Number, agency, head.Size, head.Root, line.ToString());

    /// <summary>Heads up to this one are no promise any more, and this note says why.</summary>
    public Task Rewind(LogTree tree, long lastHead, string note, CancellationToken ct) =>
        Run("insert into coordination.tree_rewind (tree, after_checkpoint, note) values ($1, $2, $3)", ct, tree.Number, lastHead, note);

    /// <summary>Notes of all rewinds, the latest first.</summary>
    public async Task<List<string>> Rewinds(LogTree tree, CancellationToken ct)
    {
        await using var command = Command("select note from coordination.tree_rewind where tree = $1 order by id desc", tree.Number);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var notes = new List<string>();
        while (await reader.ReadAsync(ct))
            notes.Add(reader.GetString(0));
        return notes;
    }

    private async Task<SignedHead?> Head(string sql, LogTree tree, CancellationToken ct, params object[] more)
    {
        await using var command = Command(sql, [tree.Number, .. more]);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct)
            ? new SignedHead(
                reader.GetInt64(0), new TreeHead(reader.GetString(1), reader.GetInt64(2), reader.GetFieldValue<byte[]>(3)), reader.GetInt64(4),
                reader.GetString(5), reader.GetFieldValue<DateTimeOffset>(6))
            : null;
    }

    private static async Task<List<Countersigned>> Countersigned(NpgsqlCommand asked, CancellationToken ct)
    {
        await using var command = asked;
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new List<Countersigned>();
        while (await reader.ReadAsync(ct))
            found.Add(new Countersigned(
                reader.GetString(0), reader.GetString(1), reader.GetInt64(2), reader.GetFieldValue<byte[]>(3), reader.GetString(4),
                reader.GetFieldValue<DateTimeOffset>(5)));
        return found;
    }

    private async Task Run(string sql, CancellationToken ct, params object[] arguments)
    {
        await using var command = Command(sql, arguments);
        await command.ExecuteNonQueryAsync(ct);
    }

    private NpgsqlCommand Command(string sql, params object[] arguments)
    {
        var command = database.CreateCommand(sql);
        foreach (var argument in arguments)
            command.Parameters.AddWithValue(argument);
        return command;
    }
}
