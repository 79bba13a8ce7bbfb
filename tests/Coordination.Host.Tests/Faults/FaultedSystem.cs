using System.Collections.Concurrent;
using System.Diagnostics;
using Coordination.Host.Postgres;
using Coordination.Testing;
using Coordination.Testing.Faults;
using Npgsql;

namespace Coordination.Host.Tests.Faults;

/// <summary>A PostgreSQL of its own and Hosts in processes of their own, all of which may be killed.</summary>
internal sealed class FaultedSystem : IAsyncDisposable
{
    /// <summary>How long the whole may need until it takes commands again after PostgreSQL was killed: what most recoveries stay below.</summary>
    public static readonly TimeSpan RecoveryLimit = TimeSpan.FromSeconds(5);

    // One slow recovery is the machine's: it replays and syncs the files on a disk that others use, too.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly ConcurrentQueue<string> _log;
    private readonly string _directory;
    private readonly EmbeddedPostgres _postgres;
    private readonly NpgsqlDataSource _probe;
    private readonly List<TimeSpan> _recoveries = [];

    private FaultedSystem(string directory, EmbeddedPostgres postgres, ConcurrentQueue<string> log)
    {
        _directory = directory;
        _log = log;
        _postgres = postgres;
        // Not pooled: a pooled connection of before the crash would be the first thing a check meets after it.
        var unpooled = new NpgsqlConnectionStringBuilder(postgres.OwnerConnectionString) { Pooling = false };
        Owner = NpgsqlDataSource.Create(unpooled.ConnectionString);
        _probe = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(unpooled.ConnectionString) { Timeout = 5, CommandTimeout = 5 }.ConnectionString);
    }

    public NpgsqlDataSource Owner { get; }

    public string RuntimeConnectionString => _postgres.RuntimeConnectionString;

    public string OwnerConnectionString => _postgres.OwnerConnectionString;

    public List<HostProcess> Hosts { get; } = [];

    public TimeSpan SlowestRecovery => _recoveries.Max();

    public TimeSpan TypicalRecovery => _recoveries.Order().ElementAt(_recoveries.Count / 2);

    public static async Task<FaultedSystem> Start(int hosts, CancellationToken ct)
    {
        var directory = TestDirectory.Create();
        var log = new ConcurrentQueue<string>();
        var options = new EmbeddedPostgresOptions { DataDirectory = directory, Log = log.Enqueue, ServerLog = log.Enqueue };
        var system = new FaultedSystem(directory, await EmbeddedPostgres.Start(options, ct), log);
        // One after the other: the first migrates.
        for (var i = 0; i < hosts; i++) await system.AddHost(ct);
        return system;
    }

    public async Task<HostProcess> AddHost(CancellationToken ct)
    {
        var host = await HostProcess.Start(_postgres.RuntimeConnectionString, _postgres.OwnerConnectionString, Path.Combine(_directory, "host"), ct);
        Hosts.Add(host);
        return host;
    }

    public Task<OfficerClient> SignIn(CancellationToken ct) =>
        OfficerClient.SignIn(Hosts[0].Client, "polri.barelang", "POLRI", "POLRESTA-BARELANG", HostProcess.DemoPassword, ct);

    public static async Task KillAndRestart(HostProcess host, CancellationToken ct)
    {
        await host.Kill();
        await host.Start(ct);
    }

    public async Task KillPostmaster(CancellationToken ct)
    {
        await KillServer(ct);
        await Recovered(ct);
    }

    /// <summary>
    /// kill -9 of a backend and at once of the server, which can then no longer end those that wait for a lock of that backend: they stay, and hold
    /// the shared memory.
    /// </summary>
    public async Task KillBackendAndPostmaster(int choice, CancellationToken ct)
    {
        await KillOneBackend(choice, ct);
        await KillServer(ct);
        await Recovered(ct);
    }

    /// <summary>kill -9 of one client's backend: PostgreSQL ends all the others and recovers, because shared memory may be damaged.</summary>
    public async Task KillBackend(int choice, CancellationToken ct)
    {
        var (seen, started) = (Reinitialized, Stopwatch.GetTimestamp());
        if (!await KillOneBackend(choice, ct)) return;
        // The server notices a little later; until then it takes connections that are about to be ended.
        while (Reinitialized == seen && Stopwatch.GetElapsedTime(started) < Longest) await Task.Delay(25, ct);
        await Recovered(ct);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in Hosts) await host.DisposeAsync();
        await _probe.DisposeAsync();
        await Owner.DisposeAsync();
        await _postgres.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    private int Reinitialized => _log.Count(line => line.Contains("reinitializing", StringComparison.Ordinal));

    private async Task KillServer(CancellationToken ct)
    {
        int? server;
        // None while one that ended after the last kill is being started again.
        while ((server = _postgres.ProcessId) is null) await Task.Delay(25, ct);
        Signals.Send(server.Value, "KILL");
        while (_postgres.ProcessId == server) await Task.Delay(25, ct);
    }

    private async Task<bool> KillOneBackend(int choice, CancellationToken ct)
    {
        await using var command = Owner.CreateCommand(
            "select array_agg(pid order by pid) from pg_stat_activity where usename in ('coord_rt', 'coord_daemon') and backend_type = 'client backend'");
        if (await command.ExecuteScalarAsync(ct) is not int[] { Length: > 0 } backends) return false;
        try
        {
            using var backend = Process.GetProcessById(backends[choice % backends.Length]);
            backend.Kill();
            return true;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return false; // closed by its pool between the two looks
        }
    }

    private async Task Recovered(CancellationToken ct)
    {
        var killed = Stopwatch.GetTimestamp();
        while (!await Writable(ct))
        {
            if (Stopwatch.GetElapsedTime(killed) > Longest)
                throw new TimeoutException($"PostgreSQL did not come back. It said last:\n{string.Join('\n', _log.TakeLast(40))}");
            await Task.Delay(25, ct);
        }

        _recoveries.Add(Stopwatch.GetElapsedTime(killed));
    }

    private async Task<bool> Writable(CancellationToken ct)
    {
        try
        {
            await using var command = _probe.CreateCommand("create temporary table alive (n int)");
            await command.ExecuteNonQueryAsync(ct);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
