using Coordination.EventStore.Tests.Writing;
using Coordination.Testing;
using Npgsql;
using Shouldly;
using Xunit;

namespace Coordination.EventStore.Tests.Integrity;

/// <summary>Promise: the roles that the product runs as cannot change or remove what was recorded, whatever the program does.</summary>
public sealed class AppendOnlyTests(Database database) : IClassFixture<Database>
{
    private static readonly string[] Tables =
    [
        "public.mt_events", "coordination.tree_leaf", "coordination.tree_tile", "coordination.checkpoint", "coordination.witness",
        "coordination.cosignature", "coordination.tree_rewind", "coordination.access_entry",
    ];

    public static TheoryData<string> Attempts => [.. from table in Tables from attempt in Statements(table) select attempt];

    [Theory]
    [MemberData(nameof(Attempts))]
    public async Task The_runtime_roles_are_refused(string statement)
    {
        if (!await Exists(statement)) Assert.Skip("This test's migrations do not make the table.");
        foreach (var role in await Roles())
        {
            await using var connection = await database.Owner.OpenConnectionAsync(Things.Ct);
            await using var transaction = await connection.BeginTransactionAsync(Things.Ct);
            await using var become = new NpgsqlCommand($"set local role {role}", connection);
            await become.ExecuteNonQueryAsync(Things.Ct);
            await using var command = new NpgsqlCommand(statement, connection);
            var refused = await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Things.Ct), $"{role}: {statement}");
            refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, $"{role}: {statement}");
        }
    }

    private static IEnumerable<string> Statements(string table) =>
    [
        $"update {table} set {Column(table)} = {Column(table)}", $"delete from {table}", $"truncate {table}",
        $"alter table {table} add column extra int", $"drop table {table}", $"create rule r as on insert to {table} do instead nothing",
        $"alter table {table} disable trigger all", $"lock table {table} in share mode",
    ];

    private static string Column(string table) => table switch
    {
        "public.mt_events" => "data",
        "coordination.access_entry" => "officer",
        "coordination.tree_rewind" => "note",
        "coordination.witness" => "key",
        "coordination.cosignature" => "line",
        "coordination.checkpoint" => "note",
        _ => "tree",
    };

    private Task<string[]> Roles() => database.Owner.Ask<string[]>(
        "select array_agg(rolname::text) from pg_roles where rolname in ('coord_rt', 'coord_daemon')");

    private Task<bool> Exists(string statement) => database.Owner.Ask<bool>(
        $"select to_regclass('{Tables.First(table => statement.Contains(table, StringComparison.Ordinal))}') is not null");
}
