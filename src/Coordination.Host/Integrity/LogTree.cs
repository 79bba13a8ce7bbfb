using System.Globalization;
using System.Security.Cryptography;
using Coordination.EventStore.Integrity;
using Npgsql;

namespace Coordination.Host.Integrity;

/// <summary>One of the two logs: what is sealed, under which key, and where this Host remembers the last head that it signed.</summary>
internal sealed class LogTree(LeafSource source, NpgsqlDataSource database, NoteSigner signer, string headFile)
{
    public short Number => source.Tree;

    public LeafSource Source => source;

    public NpgsqlDataSource Database => database;

    public NoteSigner Signer => signer;

    public string Origin => signer.Verifier.Name;

    public SealedTree Sealed { get; } = new(source.Tree, database);

    /// <summary>Whether a position that has no leaf may still get one.</summary>
    public async Task<bool> MayBecome(long position, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "select $2 > position and (tree <> 1 or $2 <= (select last_value from public.mt_events_sequence)) from coordination.tree where tree = $1");
        command.Parameters.AddWithValue(Number);
        command.Parameters.AddWithValue(position);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>The last head that this Host has signed; null when it has not, or did so under another name.</summary>
    public TreeHead? Remembered() =>
        File.Exists(headFile) && TreeHead.Parse(File.ReadAllText(headFile)) is { } head && head.Origin == Origin ? head : null;

    public void Remember(TreeHead head) => KeyFile.Replace(headFile, System.Text.Encoding.UTF8.GetBytes(head.Text));
}

/// <summary>Both logs of this Host.</summary>
internal sealed record LogTrees(LogTree Events, LogTree Access)
{
    private const string EventsKey = "log.key";
    private const string AccessKey = "access-log.key";

    public IEnumerable<LogTree> Both => [Events, Access];

    /// <summary>Keys stand beside the other secrets of a Host; every Host of one database needs the same.</summary>
    /// <exception cref="InvalidOperationException">A key file is damaged.</exception>
    public static LogTrees Open(NpgsqlDataSource database, string dataDirectory, string? origin)
    {
        var keys = Path.Combine(dataDirectory, "keys");
        var events = NoteSigner.LoadOrCreate(Path.Combine(keys, EventsKey), NoteKind.Ed25519, () => origin ?? NewOrigin());
        var access = NoteSigner.LoadOrCreate(Path.Combine(keys, AccessKey), NoteKind.Ed25519, () => $"{events.Verifier.Name}/access");
        return new LogTrees(
            new LogTree(new EventLeaves(), database, events, Path.Combine(keys, "log.head")),
            new LogTree(new AccessLeaves(), database, access, Path.Combine(keys, "access-log.head")));
    }

    /// <summary>For a log that had to go back, while no Host runs.</summary>
    public static Recovery RecoveryOf(NpgsqlDataSource database, string dataDirectory, bool access)
    {
        var trees = Open(database, dataDirectory, null);
        var (tree, file) = access ? (trees.Access, AccessKey) : (trees.Events, EventsKey);
        return new Recovery(tree, new Heads(database), Path.Combine(dataDirectory, "keys", file));
    }

    private static string NewOrigin() => string.Create(CultureInfo.InvariantCulture, $"coordination.local/{RandomNumberGenerator.GetHexString(8, lowercase: true)}");
}
