using System.Globalization;
using Coordination.Host.Postgres;
using Npgsql;

namespace Coordination.Testing;

/// <summary>
/// The server of this test process: the one of <c>COORDINATION_TEST_DB</c> (a superuser's connection string), else a cluster of its own on a
/// temporary directory. <c>COORDINATION_TEST_PG</c> asks for a cluster of that major version.
/// <c>COORDINATION_TEST_DURABLE</c> lets that cluster wait for the disk at each commit, as production does: what measures must pay what is paid there.
/// Without either, and without programs to start one, every test that needs a database fails and says how to get one: nothing is skipped.
/// </summary>
internal sealed class TestServer
{
    private static readonly Lazy<Task<TestServer>> Shared = new(Start);

    private readonly Lazy<Task<string>> _template;
    private readonly string _owner;
    private readonly string _runtime;

    private TestServer(string owner, string runtime)
    {
        _owner = owner;
        _runtime = runtime;
        _template = new(() => TemplateDatabase.Ensure(ForOwner("postgres"), ForOwner));
    }

    private static bool IsDurable => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("COORDINATION_TEST_DURABLE"));

    public static Task<TestServer> Get() => Shared.Value;

    public string ForOwner(string database) => new NpgsqlConnectionStringBuilder(_owner) { Database = database }.ConnectionString;

    public string ForRuntime(string database) => new NpgsqlConnectionStringBuilder(_runtime) { Database = database }.ConnectionString;

    public Task<string> MigratedTemplate() => _template.Value;

    public async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(ForOwner("postgres")) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<TestServer> Start()
    {
        var given = Environment.GetEnvironmentVariable("COORDINATION_TEST_DB");
        var major = Environment.GetEnvironmentVariable("COORDINATION_TEST_PG");
        return !string.IsNullOrEmpty(given) && string.IsNullOrEmpty(major)
            ? FromSuperuser(given)
            : await OwnCluster(string.IsNullOrEmpty(major) ? null : int.Parse(major, CultureInfo.InvariantCulture));
    }

    // The given login is a superuser; the runtime's rights come from taking its role at the start of every session.
    private static TestServer FromSuperuser(string connectionString) => new(
        connectionString,
        new NpgsqlConnectionStringBuilder(connectionString)
        {
            Options = "-c role=coord_rt",
            SearchPath = "readmodel,coordination,public",
        }.ConnectionString);

    private static async Task<TestServer> OwnCluster(int? major)
    {
        var directory = TestDirectory.Create();
        var server = await EmbeddedPostgres.Start(
            new()
            {
                DataDirectory = directory,
                Major = major,
                // Thrown away at the end: nothing here has to survive a power cut.
                Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["fsync"] = IsDurable ? "on" : "off", ["max_connections"] = "300" },
            },
            CancellationToken.None);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            server.StopAsync().GetAwaiter().GetResult();
            Directory.Delete(directory, recursive: true);
        };
        return new(server.OwnerConnectionString, server.RuntimeConnectionString);
    }
}
