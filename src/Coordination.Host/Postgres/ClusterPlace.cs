using System.Text;

namespace Coordination.Host.Postgres;

/// <summary>
/// Where one cluster stands: <c>data/</c> and <c>s/</c> (the socket) below a directory of the server's account. Holds a lock, so that a data
/// directory has one Host at a time; the lock goes with the process, however it ends.
/// </summary>
internal sealed class ClusterPlace : IDisposable
{
    // sun_path has 108 bytes on Linux and 104 on macOS, with the terminating zero.
    private const int LongestSocket = 103;
    private const string SocketName = ".s.PGSQL.5432";

    private readonly FileStream _lock;
    private readonly string? _temporarySockets;

    private ClusterPlace(FileStream held, ServerAccount account, string directory)
    {
        _lock = held;
        Account = account;
        Data = Path.Combine(directory, "data");
        Sockets = Path.Combine(directory, "s");
        if (!Fits(Sockets))
            Sockets = _temporarySockets = ShortDirectory(account);
    }

    public ServerAccount Account { get; }

    public string Data { get; }

    public string Sockets { get; }

    /// <summary>The directory of a cluster below a data directory, also where a link leads elsewhere.</summary>
    public static string DataOf(string dataDirectory) => Path.Combine(Path.GetFullPath(dataDirectory), "postgres", "data");

    public static ClusterPlace Open(string dataDirectory, Action<string> log)
    {
        var root = Path.GetFullPath(dataDirectory);
        MakeRoot(root);
        var held = Lock(root);
        try
        {
            var link = Path.Combine(root, "postgres");
            var account = ServerAccount.For(link);
            return new(held, account, Reachable(link, account, log));
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (_temporarySockets is not null && Directory.Exists(_temporarySockets))
            Directory.Delete(_temporarySockets, recursive: true);
        _lock.Dispose();
    }

    private static void MakeRoot(string root)
    {
        if (Directory.Exists(root))
            return;
        try
        {
            Directory.CreateDirectory(root);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EmbeddedPostgresException($"The data directory {root} cannot be made: {e.Message}", e);
        }

        // What stands below is closed; this one must let the server's account pass whatever the umask says.
        File.SetUnixFileMode(root, File.GetUnixFileMode(root)
            | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }

    private static FileStream Lock(string root)
    {
        try
        {
            return new(Path.Combine(root, "postgres.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw RunningServer.InUse(root, RunningServer.Read(DataOf(root)), e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new EmbeddedPostgresException(
                $"The data directory {root} belongs to somebody else than {Environment.UserName}. Use another one, or start as its owner.", e);
        }
    }

    // As root below a closed home directory the server's account cannot reach the data; they then stand under /var/lib and a link says where.
    private static string Reachable(string link, ServerAccount account, Action<string> log)
    {
        var known = new DirectoryInfo(link);
        if (known.LinkTarget is { } elsewhere && Directory.Exists(elsewhere))
            return elsewhere;
        account.Own(link);
        if (account.CanWrite(link))
            return link;
        if (account.Uid is null)
            throw new EmbeddedPostgresException($"{link} cannot be written by {account.Name}.");
        Directory.Delete(link);
        var barrier = Parents(link).Last(p => !account.CanEnter(p));
        var aside = Path.Combine("/var/lib/coordination", Guid.CreateVersion7().ToString("N"));
        account.Own(aside);
        if (!account.CanWrite(aside))
            throw new EmbeddedPostgresException($"PostgreSQL runs as {account.Name}, who can enter neither {barrier} nor {aside}. Use another data directory.");
        Directory.CreateSymbolicLink(link, aside);
        log($"PostgreSQL runs as {account.Name}, who cannot enter {barrier}: the data are in {aside} (linked from {link}).");
        return aside;
    }

    private static IEnumerable<string> Parents(string path)
    {
        for (var parent = Path.GetDirectoryName(path); parent is not null; parent = Path.GetDirectoryName(parent))
            yield return parent;
    }

    private static bool Fits(string sockets) => Encoding.UTF8.GetByteCount(Path.Combine(sockets, SocketName)) <= LongestSocket;

    private static string ShortDirectory(ServerAccount account)
    {
        var directory = Directory.CreateTempSubdirectory("coord-").FullName;
        if (!Fits(directory))
            throw new EmbeddedPostgresException($"No place for a socket: {directory} is longer than a socket's path may be. Set TMPDIR to a short path.");
        account.Own(directory);
        return directory;
    }
}
