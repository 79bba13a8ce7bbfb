using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Coordination.Testing.Faults;

/// <summary>Where a transaction is broken.</summary>
public enum CommitCut
{
    /// <summary>The statement itself never gets to the server.</summary>
    BeforeStatement,

    /// <summary>The client has sent COMMIT, the server never gets it: rolled back.</summary>
    BeforeServer,

    /// <summary>The server has committed, the client never hears of it.</summary>
    AfterCommit,

    /// <summary>The server has committed, the connection stays open and says nothing: only a time-out of the client's ends the wait.</summary>
    Silence,
}

/// <summary>
/// Stands between Npgsql and PostgreSQL on loopback and breaks the connection where a test wants it. It reads the protocol's frames, so it
/// can cut exactly between a COMMIT being sent and its CommandComplete coming back. It never asks the server for TLS.
/// </summary>
public sealed class FaultProxy : IAsyncDisposable
{
    private readonly ConcurrentDictionary<FaultProxyLink, Task> _links = new();
    private readonly EndPoint _server;
    private readonly int _port;
    private Socket? _listener;
    private Task _accepting = Task.CompletedTask;

    private FaultProxy(NpgsqlConnectionStringBuilder target)
    {
        _server = target.Host!.StartsWith('/')
            ? new UnixDomainSocketEndPoint(Path.Combine(target.Host, $".s.PGSQL.{target.Port}"))
            : new DnsEndPoint(target.Host, target.Port);
        _port = Listen(0);
        ConnectionString = new NpgsqlConnectionStringBuilder(target.ConnectionString)
        {
            Host = "127.0.0.1",
            Port = _port,
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
        }.ConnectionString;
    }

    /// <summary>The target's connection string, by way of the proxy.</summary>
    public string ConnectionString { get; }

    public int Links => _links.Count;

    internal FaultRules Rules { get; } = new();

    public static FaultProxy Start(string connectionString) => new(new NpgsqlConnectionStringBuilder(connectionString));

    /// <summary>
    /// Breaks the next transaction of which a statement contains <paramref name="statement"/>, at its commit (an implicit one too).
    /// The task ends when that has happened.
    /// </summary>
    /// <param name="meanwhile">Done at that very point, before the client can notice anything: to kill it there, for instance.</param>
    public Task CutCommit(CommitCut cut, string statement, Func<Task>? meanwhile = null) => Rules.Arm(cut, statement, meanwhile);

    /// <summary>Breaks the connection that receives the byte after the next <paramref name="bytes"/> sent by the server, whichever it is.</summary>
    public Task CutAfter(long bytes) => Rules.ArmBytes(bytes);

    /// <summary>Connections stay open and carry nothing in either direction; new ones are accepted and stay silent.</summary>
    public void Stall() => Rules.Stall();

    /// <summary>Ends <see cref="Stall"/> and <see cref="Refuse"/>.</summary>
    public void Resume()
    {
        Rules.Resume();
        if (_listener is null) Listen(_port);
    }

    /// <summary>Resets all connections and refuses new ones, as when the server process is gone.</summary>
    public void Refuse()
    {
        Interlocked.Exchange(ref _listener, null)?.Dispose();
        CutAll();
    }

    /// <summary>Resets all connections; new ones are welcome.</summary>
    public void CutAll()
    {
        foreach (var link in _links.Keys) link.Cut();
    }

    public async ValueTask DisposeAsync()
    {
        Rules.Resume();
        Refuse();
        await _accepting;
        await Task.WhenAll(_links.Values);
    }

    private int Listen(int port)
    {
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
        listener.Listen(512);
        _listener = listener;
        _accepting = Accept(listener);
        return ((IPEndPoint)listener.LocalEndPoint!).Port;
    }

    private async Task Accept(Socket listener)
    {
        while (ReferenceEquals(listener, _listener))
        {
            try
            {
                var client = await listener.AcceptAsync();
                var link = new FaultProxyLink(client, Rules);
                _links[link] = Serve(link);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // The listener was closed by Refuse, or a client gave up between connect and accept.
            }
        }
    }

    private async Task Serve(FaultProxyLink link)
    {
        await Task.Yield();
        try
        {
            await link.Run(_server);
        }
        finally
        {
            _links.TryRemove(link, out _);
            link.Dispose();
        }
    }
}
