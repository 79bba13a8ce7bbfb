using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Npgsql;

namespace Coordination.EventStore;

/// <summary>
/// Brings a database to the schema of this program. Migrations are resources <c>Sql/NNNN_name.sql</c> of the given assemblies, run in
/// number order, each in its own transaction together with its row in <c>coordination.schema_version</c>.
/// </summary>
/// <remarks>Needs the owner of the database. Safe to call from several processes at once: they take turns.</remarks>
public static partial class Migrator
{
    // Any number will do, as long as every version of the program uses the same one.
    private const long TurnLock = 0x436f_6f72_644d_6967;

    /// <summary>Runs what has not run yet and returns its names, such as <c>0001_marten_storage</c>.</summary>
    /// <exception cref="MigrationException">One failed (its changes are undone), or one that ran before has been edited since.</exception>
    public static async Task<IReadOnlyList<string>> Migrate(NpgsqlDataSource owner, CancellationToken ct, params Assembly[] assemblies)
    {
        var migrations = Find(assemblies);
        await using var connection = await owner.OpenConnectionAsync(ct);
        await Run(connection, null, $"select pg_advisory_lock({TurnLock})", ct);
        try
        {
            await EnsureVersionTable(connection, ct);
            var pending = Pending(migrations, await Applied(connection, ct));
            foreach (var migration in pending)
                await Apply(connection, migration, ct);
            return [.. pending.Select(migration => migration.FullName)];
        }
        finally
        {
            // A broken connection has given the lock back already.
            if (connection.FullState == System.Data.ConnectionState.Open)
                await Run(connection, null, $"select pg_advisory_unlock({TurnLock})", CancellationToken.None);
        }
    }

    /// <summary>Names that have not run yet; empty when the database fits this program. The runtime role may ask.</summary>
    /// <exception cref="MigrationException">A migration that ran before has been edited since.</exception>
    public static async Task<IReadOnlyList<string>> Missing(NpgsqlDataSource runtime, CancellationToken ct, params Assembly[] assemblies)
    {
        var migrations = Find(assemblies);
        await using var connection = await runtime.OpenConnectionAsync(ct);
        await using var exists = new NpgsqlCommand("select to_regclass('coordination.schema_version') is not null", connection);
        var applied = await exists.ExecuteScalarAsync(ct) is true ? await Applied(connection, ct) : [];
        return [.. Pending(migrations, applied).Select(migration => migration.FullName)];
    }

    private static List<Migration> Find(Assembly[] assemblies)
    {
        var found = assemblies.Distinct()
            .SelectMany(assembly => assembly.GetManifestResourceNames().Select(resource => (assembly, match: FileName().Match(resource))))
            .Where(candidate => candidate.match.Success)
            .Select(candidate => Read(candidate.assembly, candidate.match))
            .OrderBy(migration => migration.Number)
            .ToList();
        var twice = found.GroupBy(migration => migration.Number).FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? found
            : throw new MigrationException($"Two migrations have one number: {string.Join(", ", twice.Select(one => one.FullName))}.");
    }

    private static Migration Read(Assembly assembly, Match file)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(file.Value)!, Encoding.UTF8);
        // A checkout with other line ends is the same migration.
        var sql = reader.ReadToEnd().ReplaceLineEndings("\n");
        var number = int.Parse(file.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        return new(number, file.Groups["name"].Value, sql, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql))));
    }

    private static List<Migration> Pending(List<Migration> migrations, Dictionary<int, string> applied)
    {
        // Numbers that this program does not know are left alone: a newer version ran here, and schemas only expand while old Hosts run.
        var edited = migrations.FirstOrDefault(migration =>
            applied.TryGetValue(migration.Number, out var checksum) && !string.Equals(checksum, migration.Checksum, StringComparison.Ordinal));
        return edited is null
            ? [.. migrations.Where(migration => !applied.ContainsKey(migration.Number))]
            : throw new MigrationException(
                $"{edited.FullName} ran on this database with another content. Undo the edit and write a new migration.");
    }

    private static async Task EnsureVersionTable(NpgsqlConnection connection, CancellationToken ct) => await Run(connection, null, """
        create schema if not exists coordination;
        create table if not exists coordination.schema_version (
            number integer primary key, name text not null, checksum text not null, applied_at timestamptz not null default now());
        """, ct);

    private static async Task<Dictionary<int, string>> Applied(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select number, checksum from coordination.schema_version", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var applied = new Dictionary<int, string>();
        while (await reader.ReadAsync(ct))
            applied.Add(reader.GetInt32(0), reader.GetString(1));
        return applied;
    }

    private static async Task Apply(NpgsqlConnection connection, Migration migration, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        try
        {
            await Run(connection, transaction, migration.Sql, ct);
            await using var note = new NpgsqlCommand(
                "insert into coordination.schema_version (number, name, checksum) values ($1, $2, $3)", connection, transaction);
            note.Parameters.Add(new() { Value = migration.Number });
            note.Parameters.Add(new() { Value = migration.Name });
            note.Parameters.Add(new() { Value = migration.Checksum });
            await note.ExecuteNonQueryAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (PostgresException e)
        {
            throw new MigrationException($"{migration.FullName} failed and was undone: {e.MessageText}", e);
        }
    }

    private static async Task Run(NpgsqlConnection connection, NpgsqlTransaction? transaction, string sql, CancellationToken ct)
    {
        // CA2100: the text is a resource of this program, never input. A long migration may take its time.
#pragma warning disable CA2100
        await using var command = new NpgsqlCommand(sql, connection, transaction) { CommandTimeout = 0 };
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(ct);
    }

    [GeneratedRegex(@"^.*\.(?<number>[0-9]{4})_(?<name>\w+)\.sql$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FileName();

    private sealed record Migration(int Number, string Name, string Sql, string Checksum)
    {
        public string FullName => $"{Number:0000}_{Name}";
    }
}

/// <summary>The database cannot be brought to the schema of this program.</summary>
public sealed class MigrationException(string message, Exception? inner = null) : Exception(message, inner);
