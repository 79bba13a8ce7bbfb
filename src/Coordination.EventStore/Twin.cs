using Npgsql;

namespace Coordination.EventStore;

/// <summary>Empty copies of a projection's tables in a schema of their own, to be filled beside the live ones.</summary>
internal sealed class Twin(NpgsqlDataSource owner, DaemonOptions options, IProjection projection, string schema)
{
    // What LIKE does not copy and a swap would lose.
    private const string NotSupported = """
        select string_agg(what, ', ') from (
            select 'foreign key ' || conname as what from pg_constraint where conrelid = to_regclass($1) and contype = 'f'
            union all select 'trigger ' || tgname from pg_trigger where tgrelid = to_regclass($1) and not tgisinternal) as found
        """;

    public string Schema => schema;

    public IProjection Projection => projection;

    public static string SchemaPrefix(IProjection projection) => $"twin_{projection.Name.ToLowerInvariant()}_";

    /// <summary>Drops what earlier runs of this projection have left behind.</summary>
    public static async Task DropLeftovers(NpgsqlDataSource owner, IProjection projection, CancellationToken ct)
    {
        var leftovers = await Texts(owner, "select nspname::text from pg_namespace where starts_with(nspname::text, $1)", ct, SchemaPrefix(projection));
        foreach (var leftover in leftovers) await Run(owner, $"drop schema {Quote(leftover)} cascade", ct);
    }

    public async Task Create(CancellationToken ct)
    {
        await Run(owner, $"create schema {Quote(schema)}", ct);
        foreach (var table in projection.Tables)
        {
            if (await Texts(owner, NotSupported, ct, $"{Quote(options.ReadModelSchema)}.{Quote(table)}") is [{ Length: > 0 } found])
                throw new NotSupportedException($"A rebuild would lose from {table}: {found}.");
            var statements = await Statements("twin_tables.sql", table, ct);
            if (statements.Count == 0) throw new InvalidOperationException($"{projection.Name} names the table {options.ReadModelSchema}.{table}, which does not exist.");
            foreach (var statement in statements) await Run(owner, statement, ct);
            if (!projection.InsertOnlyTables.Contains(table, StringComparer.Ordinal)) await Finish(table, ct);
        }
    }

    /// <summary>Keys, indexes and row security of the tables that were filled without them.</summary>
    public async Task FinishStreamed(CancellationToken ct)
    {
        foreach (var table in projection.InsertOnlyTables) await Finish(table, ct);
        foreach (var table in projection.Tables) await Run(owner, $"analyze {Quote(schema)}.{Quote(table)}", ct);
    }

    /// <summary>Puts the twins in the place of the live tables, in the caller's transaction.</summary>
    public async Task Swap(NpgsqlConnection connection, CancellationToken ct)
    {
        var live = Quote(options.ReadModelSchema);
        var names = projection.Tables.Select(Quote).ToList();
        var locks = string.Join(", ", names.Select(table => $"{live}.{table}"));
        await Run(connection, $"lock table {locks} in access exclusive mode", ct);
        foreach (var table in names) await Run(connection, $"drop table {live}.{table}", ct);
        foreach (var table in names) await Run(connection, $"alter table {Quote(schema)}.{table} set schema {live}", ct);
        await Run(connection, $"drop schema {Quote(schema)}", ct);
    }

    public Task Drop() => Run(owner, $"drop schema if exists {Quote(schema)} cascade", CancellationToken.None);

    internal static string Quote(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    internal static async Task<List<string>> Texts(NpgsqlDataSource dataSource, string sql, CancellationToken ct, params string[] arguments)
    {
#pragma warning disable CA2100 // Constants and resources of this program.
        await using var command = dataSource.CreateCommand(sql);
#pragma warning restore CA2100
        foreach (var argument in arguments) command.Parameters.Add(new() { Value = argument });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var texts = new List<string>();
        while (await reader.ReadAsync(ct)) texts.Add(reader.IsDBNull(0) ? "" : reader.GetString(0));
        return texts;
    }

    private async Task Finish(string table, CancellationToken ct)
    {
        await using var connection = await owner.OpenConnectionAsync(ct);
        await Run(connection, "set maintenance_work_mem = '256MB'", ct);
        foreach (var statement in await Statements("twin_indexes.sql", table, ct)) await Run(connection, statement, ct);
        await Run(connection, "reset maintenance_work_mem", ct);
        foreach (var statement in await Statements("twin_security.sql", table, ct)) await Run(connection, statement, ct);
    }

    private async Task<List<string>> Statements(string resource, string table, CancellationToken ct)
    {
        var query = $"select statement from ({Resource(resource).TrimEnd().TrimEnd(';')}) as ordered";
        return await Texts(owner, query, ct, options.ReadModelSchema, table, schema);
    }

    private static string Resource(string name)
    {
        using var stream = typeof(Twin).Assembly.GetManifestResourceStream($"Coordination.EventStore.Sql.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static async Task Run(NpgsqlDataSource dataSource, string sql, CancellationToken ct)
    {
        await using var connection = await dataSource.OpenConnectionAsync(ct);
        await Run(connection, sql, ct);
    }

    private static async Task Run(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        // An index over millions of rows takes its time. The texts are made by PostgreSQL's own format(), or of quoted names.
#pragma warning disable CA2100
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(ct);
    }
}
