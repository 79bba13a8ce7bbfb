using Coordination.Testing;
using Shouldly;
using Xunit;
using static Coordination.EventStore.Tests.Writing.Things;

namespace Coordination.EventStore.Tests.Writing;

/// <summary>Promise: a database is migrated once, wholly or not at all, and never by an edited file.</summary>
public sealed class MigratorTests
{
    private static readonly System.Reflection.Assembly Store = typeof(EventLog).Assembly;

    [Fact]
    public async Task An_empty_database_gets_everything_in_number_order_and_nothing_twice()
    {
        await using var database = await Database.Create(migrated: false);
        var expected = await Migrator.Missing(database.Owner, Ct, Store);

        var applied = await Migrator.Migrate(database.Owner, Ct, Store);

        applied[0].ShouldBe("0001_marten_storage");
        applied.ShouldBe(applied.Order(StringComparer.Ordinal));
        applied.ShouldBe(expected);
        (await Migrator.Migrate(database.Owner, Ct, Store)).ShouldBeEmpty();
        (await Migrator.Missing(database.Owner, Ct, Store)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Several_processes_at_once_take_turns()
    {
        await using var database = await Database.Create(migrated: false);

        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Migrator.Migrate(database.Owner, Ct, Store)));

        applied.Count(names => names.Count > 0).ShouldBe(1);
    }

    [Fact]
    public async Task An_edited_migration_is_refused()
    {
        await using var database = await Database.Create(migrated: false);
        await Migrator.Migrate(database.Owner, Ct, Store);
        await database.Owner.Run("update coordination.schema_version set checksum = 'other' where number = 2");

        (await Should.ThrowAsync<MigrationException>(() => Migrator.Migrate(database.Owner, Ct, Store))).Message.ShouldContain("0002_coordination");
        await Should.ThrowAsync<MigrationException>(() => Migrator.Missing(database.Owner, Ct, Store));
    }

    [Fact]
    public async Task A_migration_that_fails_leaves_nothing_of_itself_and_keeps_those_before()
    {
        await using var database = await Database.Create(migrated: false);

        var failure = await Should.ThrowAsync<MigrationException>(() => Migrator.Migrate(database.Owner, Ct, Store, typeof(Golden).Assembly));

        failure.Message.ShouldContain("9001_breaks");
        (await database.Owner.Ask<bool>("select to_regclass('half_made') is null and to_regclass('mt_events') is not null")).ShouldBeTrue();
        (await Migrator.Missing(database.Owner, Ct, Store)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_runtime_role_can_ask_what_is_missing()
    {
        await using var database = await Database.Create();

        (await Migrator.Missing(database.Daemon, Ct, Store)).ShouldBeEmpty();
    }
}
