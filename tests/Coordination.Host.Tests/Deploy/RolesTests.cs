using Coordination.EventStore;
using Coordination.Projections.Cases;
using Coordination.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Deploy;

/// <summary>What <c>deploy/README.md</c> tells an operator to do with a server of their own, done.</summary>
public sealed class RolesTests(Database database) : IClassFixture<Database>, IAsyncLifetime
{
    private readonly string _installed = $"{database.Name}_installed";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await RunRolesScript();
        await using var owner = As("coord_owner");
        await Migrator.Migrate(owner, Ct, [.. Database.MigratedAssemblies]);
    }

    public async ValueTask DisposeAsync()
    {
        await using var drop = database.Owner.CreateCommand($"drop database {_installed} with (force)");
        await drop.ExecuteNonQueryAsync(Ct);
    }

    [Fact]
    public async Task An_owner_who_is_no_superuser_can_migrate()
    {
        await using var owner = As("coord_owner");
        (await Scalar(owner, "select current_setting('is_superuser')")).ShouldBe("off");
        (await Migrator.Missing(owner, Ct, [.. Database.MigratedAssemblies])).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_script_can_be_repeated() => await RunRolesScript();

    [Fact]
    public async Task The_owner_rebuilds_a_view_through_the_row_security_that_binds_it_too()
    {
        await using var owner = As("coord_owner");
        var (types, serializer) = (new EventTypes([]), new EventSerializer(new System.Text.Json.JsonSerializerOptions()));
        await new Rebuilder(owner, types, serializer, new DaemonOptions(), NullLogger.Instance).Rebuild(new CaseTimeline(), Ct);
        (await Scalar(database.Owner, "select rolbypassrls or rolsuper from pg_roles where rolname = 'coord_owner'")).ShouldBe(false);
        await using var installed = As("postgres");
        (await Scalar(installed, "select bool_and(relforcerowsecurity) from pg_class where oid = 'readmodel.case_timeline'::regclass")).ShouldBe(true);
    }

    [Fact]
    public async Task A_backup_by_its_own_role_is_whole_and_one_by_the_owner_is_refused()
    {
        await using var backup = As("coord_backup");
        (await Scalar(backup, "set row_security = off; select count(*) from public.mt_events")).ShouldBe(0L);
        var refused = await Should.ThrowAsync<PostgresException>(() => Scalar(backup, "insert into coordination.gate values (false)"));
        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        // As pg_dump asks for it: rather an error than half a dump.
        await using var owner = As("coord_owner");
        (await Should.ThrowAsync<PostgresException>(() => Scalar(owner, "set row_security = off; select count(*) from public.mt_events")))
            .SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Theory]
    [InlineData("update public.mt_events set data = '{}'")]
    [InlineData("delete from public.mt_events")]
    [InlineData("truncate public.mt_events")]
    [InlineData("delete from public.mt_streams")]
    [InlineData("create table public.mine ()")]
    [InlineData("create schema mine")]
    [InlineData("drop table public.mt_events")]
    [InlineData("alter table public.mt_events disable trigger all")]
    [InlineData("alter table public.mt_events no force row level security")]
    [InlineData("alter table readmodel.handoff disable row level security")]
    [InlineData("drop policy viewer on readmodel.handoff")]
    [InlineData("truncate readmodel.handoff")]
    [InlineData("call coordination.protect('readmodel.handoff', 'true')")]
    public async Task No_role_of_the_product_can_change_or_remove_what_is_recorded_or_what_protects_it(string sql)
    {
        foreach (var role in new[] { "coord_rt", "coord_daemon" })
        {
            await using var product = As(role);
            var refused = await Should.ThrowAsync<PostgresException>(() => Scalar(product, sql), role);
            refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, role);
        }
    }

    [Fact]
    public async Task The_daemon_reads_events_and_the_schema_version()
    {
        await using var runtime = As("coord_daemon");
        (await Scalar(runtime, "select count(*) from mt_events")).ShouldBe(0L);
        (await Scalar(runtime, "select count(*) > 0 from coordination.schema_version")).ShouldBe(true);
    }

    [Fact]
    public async Task A_role_that_was_not_invited_cannot_connect()
    {
        (await Scalar(database.Owner, $"select bool_or(grantee = 0) from pg_database d, aclexplode(d.datacl) where datname = '{_installed}'"))
            .ShouldBe(false);
    }

    // The login of the tests is a superuser; taking a role at the start of the session gives it that role's rights and no other.
    private NpgsqlDataSource As(string role) => NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(database.OwnerConnectionString) { Database = _installed, Options = $"-c role={role}", Pooling = false }
            .ConnectionString);

    private async Task RunRolesScript()
    {
        var (connection, password) = Shell.LibPq(database.OwnerConnectionString, "postgres");
        await Shell.Succeed(
            password, "psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-v", $"database={_installed}", "-d", connection, "-f", Shell.Deploy("roles.sql"));
    }

    private static async Task<object?> Scalar(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Ct);
    }
}
