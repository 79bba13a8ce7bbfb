using Coordination.Host.Store;
using Npgsql;

namespace Coordination.Host.Postgres;

/// <summary>
/// A PostgreSQL of the Host's own, for one machine, trial and test: started with it, stopped with it, reached by a unix socket only.
/// In production give the Host a server instead (<c>deploy/</c>): this one has no replica, no archive and shares the machine's fate.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private const string DatabaseName = "coordination";

    private readonly ClusterPlace _place;
    private readonly ServerProcess _process;
    private int _stopped;

    private EmbeddedPostgres(ClusterPlace place, ServerProcess process, PostgresBinaries binaries)
    {
        _place = place;
        _process = process;
        (OwnerConnectionString, RuntimeConnectionString) = Connections(place.Sockets, 5432);
        Banner = $"Embedded PostgreSQL {binaries.Major} ({binaries.Bin}), data in {place.Data}. Embedded is for trial and test, not for production.";
        // The last net, for a Host that ends without stopping us: the next start would find the directory in use for a moment.
        AppDomain.CurrentDomain.ProcessExit += StopAtExit;
    }

    /// <summary>Superuser: migrations, backup.</summary>
    public string OwnerConnectionString { get; }

    /// <summary>Role <c>coord_rt</c>, with the rights the migrations give it.</summary>
    public string RuntimeConnectionString { get; }

    /// <summary>Where its files are.</summary>
    public string Data => _place.Data;

    /// <summary>One line to show at every start.</summary>
    public string Banner { get; }

    /// <summary>The server's process; null while it is being started again after a crash.</summary>
    public int? ProcessId => _process.ProcessId;

    /// <summary>Makes the cluster when there is none, starts it and returns when it takes connections.</summary>
    /// <exception cref="EmbeddedPostgresException">It cannot run here; the message says what to do.</exception>
    public static async Task<EmbeddedPostgres> Start(EmbeddedPostgresOptions options, CancellationToken ct)
    {
        var place = ClusterPlace.Open(options.DataDirectory, options.Log);
        try
        {
            await RunningServer.WaitUntilGone(options.DataDirectory, ct);
            var cluster = new Cluster(place);
            var written = cluster.Major;
            var binaries = await options.Search.Find(written ?? options.Major, options.Log, ct)
                ?? throw (written is null ? options.Search.Missing(options.Major) : cluster.OtherVersion(written.Value, options.Search));
            if (written is null)
                cluster.Create(binaries);
            cluster.AllowOnlyUs();
            return await Start(options, place, cluster, binaries, ct);
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Connection strings of a server that another process has started on this data directory, so that a command such as <c>status</c> works
    /// beside a running Host. Null when none runs.
    /// </summary>
    public static (string Owner, string Runtime)? Running(string dataDirectory) =>
        RunningServer.Read(ClusterPlace.DataOf(dataDirectory)) is { } server ? Connections(server.Sockets, server.Port) : null;

    /// <summary>Stops it cleanly: open transactions are rolled back, everything committed is on disk. Twice is not an error.</summary>
    public async Task StopAsync()
    {
        if (Interlocked.Exchange(ref _stopped, 1) != 0)
            return;
        AppDomain.CurrentDomain.ProcessExit -= StopAtExit;
        await _process.Stop();
        _place.Dispose();
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private static async Task<EmbeddedPostgres> Start(
        EmbeddedPostgresOptions options, ClusterPlace place, Cluster cluster, PostgresBinaries binaries, CancellationToken ct)
    {
        var process = new ServerProcess(
            () => place.Account.Command(binaries.Program("postgres"), cluster.Arguments(options.Settings), binaries, tied: true),
            () =>
            {
                Orphans.End(place.Data, options.Log);
                if (Ballast.Settle(options.DataDirectory, options.Ballast))
                    options.Log("The disk is full: the ballast was given up so that PostgreSQL can start. Make room.");
            },
            options.Log,
            options.ServerLog);
        try
        {
            await process.Start(ct);
            var embedded = new EmbeddedPostgres(place, process, binaries);
            await embedded.Prepare(ct);
            options.Log(embedded.Banner);
            return embedded;
        }
        catch
        {
            await process.Stop();
            throw;
        }
    }

    private async Task Prepare(CancellationToken ct)
    {
        var maintenance = new NpgsqlConnectionStringBuilder(OwnerConnectionString) { Database = "postgres", Pooling = false };
        await using var connection = new NpgsqlConnection(maintenance.ConnectionString);
        await connection.OpenAsync(ct);
        foreach (var login in Cluster.Logins)
            await MakeLogin(connection, login, ct);
        await using var exists = new NpgsqlCommand($"select exists (select from pg_database where datname = '{DatabaseName}')", connection);
        if (await exists.ExecuteScalarAsync(ct) is true)
            return;
        await using var create = new NpgsqlCommand($"create database {DatabaseName}", connection);
        await create.ExecuteNonQueryAsync(ct);
    }

    private static async Task MakeLogin(NpgsqlConnection connection, string login, CancellationToken ct)
    {
#pragma warning disable CA2100 // Names of this program.
        await using var role = new NpgsqlCommand(
            $"""
            do $$ begin
                if not exists (select from pg_roles where rolname = '{login}') then create role {login}; end if;
            end $$;
            alter role {login} login nosuperuser nobypassrls;
            """, connection);
#pragma warning restore CA2100
        await role.ExecuteNonQueryAsync(ct);
    }

    private static (string Owner, string Runtime) Connections(string sockets, int port)
    {
        var common = new NpgsqlConnectionStringBuilder
        {
            Host = sockets,
            Port = port,
            Database = DatabaseName,
            GssEncryptionMode = GssEncryptionMode.Disable, // a socket has nothing to negotiate
        };
        var owner = new NpgsqlConnectionStringBuilder(common.ConnectionString) { Username = Cluster.Owner };
        var runtime = new NpgsqlConnectionStringBuilder(common.ConnectionString)
        {
            Username = DatabaseRoles.Runtime,
            SearchPath = "readmodel,coordination,public",
        };
        return (owner.ConnectionString, runtime.ConnectionString);
    }

    private void StopAtExit(object? sender, EventArgs e) => StopAsync().GetAwaiter().GetResult();
}
