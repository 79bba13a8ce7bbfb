using System.Security.Cryptography;
using Coordination.Host.Store;
using Npgsql;
using Xunit;

namespace Coordination.Testing;

/// <summary>
/// An own, migrated database: <c>IClassFixture&lt;Database&gt;</c> gives each test class one, cloned from a template and dropped at its end.
/// <see cref="Create"/> gives a test one more, for instance to compare or to destroy.
/// </summary>
public sealed class Database : IAsyncLifetime
{
    private TestServer? _server;
    private NpgsqlDataSource? _owner;
    private NpgsqlDataSource? _runtime;
    private NpgsqlDataSource? _daemon;

    public string Name { get; } = $"test_{RandomNumberGenerator.GetHexString(16, lowercase: true)}";

    /// <summary>Runs migrations and may do everything; superuser.</summary>
    public NpgsqlDataSource Owner => _owner ?? throw NotReady();

    /// <summary>Role <c>coord_rt</c>, as in production: what it may not do fails here as well, and without a viewer it sees no row.</summary>
    public NpgsqlDataSource Runtime => _runtime ?? throw NotReady();

    /// <summary>Role <c>coord_daemon</c>: appends and projects, and sees everything.</summary>
    public NpgsqlDataSource Daemon => _daemon ?? throw NotReady();

    public string OwnerConnectionString => Server.ForOwner(Name);

    public string RuntimeConnectionString => Server.ForRuntime(Name);

    public string DaemonConnectionString => DatabaseRoles.AsDaemon(RuntimeConnectionString);

    private TestServer Server => _server ?? throw NotReady();

    /// <summary>Whose migrations make the schema.</summary>
    public static IReadOnlyList<System.Reflection.Assembly> MigratedAssemblies => TemplateDatabase.Migrated;

    /// <param name="migrated">False gives a database without a single table, for tests of the migrations themselves.</param>
    public static async Task<Database> Create(bool migrated = true)
    {
        var database = new Database();
        await database.Start(migrated);
        return database;
    }

    async ValueTask IAsyncLifetime.InitializeAsync() => await Start(migrated: true);

    public async ValueTask DisposeAsync()
    {
        if (_server is null)
            return;
        if (_runtime is not null)
            await _runtime.DisposeAsync();
        if (_daemon is not null)
            await _daemon.DisposeAsync();
        if (_owner is not null)
            await _owner.DisposeAsync();
        // Force: a test may have left a connection of its own behind, a killed child process for instance.
        await _server.Execute($"drop database if exists {Name} with (force)");
    }

    private async Task Start(bool migrated)
    {
        _server = await TestServer.Get();
        var template = migrated ? await _server.MigratedTemplate() : "template0";
        await _server.Execute($"create database {Name} template {template}");
        _owner = NpgsqlDataSource.Create(OwnerConnectionString);
        _runtime = NpgsqlDataSource.Create(RuntimeConnectionString);
        _daemon = NpgsqlDataSource.Create(DaemonConnectionString);
    }

    private static InvalidOperationException NotReady() => new("The database is ready after InitializeAsync or Create.");
}
