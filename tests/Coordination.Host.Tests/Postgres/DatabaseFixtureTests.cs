using Coordination.Testing;
using Npgsql;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Postgres;

public sealed class DatabaseFixtureTests(Database database) : IClassFixture<Database>
{
    [Fact]
    public async Task The_runtime_is_the_role_without_the_right_to_create()
    {
        (await Scalar(database.Runtime, "select current_user::text")).ShouldBe("coord_rt");
        var refused = await Should.ThrowAsync<PostgresException>(() => Scalar(database.Runtime, "create table public.x ()"));
        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task The_owner_is_a_superuser_of_the_same_database()
    {
        (await Scalar(database.Owner, "select current_setting('is_superuser')")).ShouldBe("on");
        (await Scalar(database.Owner, "select current_database()::text")).ShouldBe(database.Name);
    }

    [Fact]
    public async Task A_second_database_is_another_one_and_is_dropped_at_its_end()
    {
        var second = await Database.Create();
        second.Name.ShouldNotBe(database.Name);
        await Scalar(second.Owner, "create table only_here ()");
        await second.DisposeAsync();
        (await Scalar(database.Owner, $"select count(*) from pg_database where datname = '{second.Name}'")).ShouldBe(0L);
    }

    private static async Task<object?> Scalar(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
