using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Coordination.EventStore;
using Npgsql;

namespace Coordination.Testing;

/// <summary>
/// The migrated database all test databases are cloned from, named by the hash of the migrations, so that a changed migration makes a new one.
/// </summary>
internal static partial class TemplateDatabase
{
    // Any number; the lock only has to mean the same to every test process on the server.
    private const long BuildLock = 0x636f6f7264;

    public static readonly Assembly[] Migrated =
        [.. new[] { "Coordination.EventStore", "Coordination.Projections", "Coordination.Host" }.Select(Assembly.Load)];

    public static async Task<string> Ensure(string maintenance, Func<string, string> connectionStringOf)
    {
        var name = $"template_{Hash(Migrations())}";
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(maintenance) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await Execute(connection, $"select pg_advisory_lock({BuildLock})"); // released with the connection, also when this process is killed
        if (!await Exists(connection, name))
            await Build(connection, name, connectionStringOf);
        return name;
    }

    // Built under another name and renamed when complete: a build that was killed half way is never cloned.
    private static async Task Build(NpgsqlConnection connection, string name, Func<string, string> connectionStringOf)
    {
        var building = $"{name}_building";
        await Execute(connection, $"drop database if exists {building} with (force)");
        await Execute(connection, $"create database {building} template template0");
        await using (var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(connectionStringOf(building)) { Pooling = false }.ConnectionString))
        {
            await Migrator.Migrate(source, CancellationToken.None, Migrated);
        }

        await Execute(connection, $"alter database {building} rename to {name}");
        await Execute(connection, $"alter database {name} allow_connections false"); // a template with a session in it cannot be cloned
    }

    private static List<(string Name, string Sql)> Migrations() =>
    [
        .. from assembly in Migrated
           from resource in assembly.GetManifestResourceNames()
           let number = MigrationName().Match(resource)
           where number.Success
           orderby int.Parse(number.Groups["number"].ValueSpan, CultureInfo.InvariantCulture)
           select (resource, Read(assembly, resource)),
    ];

    private static string Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    private static string Hash(IEnumerable<(string Name, string Sql)> migrations)
    {
        var text = string.Join('\0', migrations.SelectMany(m => new[] { m.Name, m.Sql }));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }

    private static async Task<bool> Exists(NpgsqlConnection connection, string name)
    {
        await using var command = new NpgsqlCommand("select exists (select from pg_database where datname = $1)", connection)
        {
            Parameters = { new() { Value = name } },
        };
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    private static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }

    [GeneratedRegex(@"\.(?<number>\d{4})_\w+\.sql$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MigrationName();
}
