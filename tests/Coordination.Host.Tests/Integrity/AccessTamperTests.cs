using Coordination.EventStore;
using Coordination.EventStore.Integrity;
using Coordination.Host.Integrity;
using Coordination.Testing;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Integrity;

/// <summary>
/// Promise: whoever may do everything in PostgreSQL cannot change unseen who looked at what; the first entry that differs is named.
/// </summary>
public sealed class AccessTamperTests(Database database) : IClassFixture<Database>, IAsyncLifetime
{
    private const int Looks = 300;

    private static readonly AccessLeaves Source = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await Run($"""
        truncate coordination.access_entry restart identity;
        delete from coordination.tree_leaf where tree = 2;
        delete from coordination.tree_tile where tree = 2;
        update coordination.tree set size = 0, position = 0, frontier = '', owner = null, epoch = 0, expires = '-infinity' where tree = 2;
        insert into coordination.access_entry (officer, agency, unit, action, purpose, target, persons, up_to, fields)
        select 'polri.' || n, 'POLRI', 'POLRESTA-BARELANG', 'shown', 'casework', 'case:' || n, array[gen_random_uuid()], n, array['name']
        from generate_series(1, {Looks}) n
        """);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("row_altered", "Position 120, looked", "officer", "update access_entry set officer = 'orang.lain' where seq = 120")]
    [InlineData("row_altered", "Position 120, looked at case:7", "target", "update access_entry set target = 'case:7' where seq = 120")]
    [InlineData("row_altered", "Position 120, looked", "at", "update access_entry set at = at - interval '1 microsecond' where seq = 120")]
    [InlineData("row_altered", "Position 120, looked", "persons", "update access_entry set persons = '{}' where seq = 120")]
    [InlineData("row_altered", "Position 120, looked", "fields", "update access_entry set fields = '{}' where seq = 120")]
    [InlineData("row_removed", "Position 120", "leaf 119", "delete from access_entry where seq = 120")]
    [InlineData("row_removed", "Position 299", "leaf 298", "delete from access_entry where seq > 298")]
    [InlineData("row_removed", "Position 1", "leaf 0", "truncate access_entry")]
    [InlineData("leaf_removed", "Leaf 119", "121", "delete from access_entry where seq = 120; delete from tree_leaf where (tree, leaf) = (2, 119)")]
    public async Task What_a_superuser_does_to_the_log_of_looks_is_found_and_named(string code, string where, string what, string sql)
    {
        await SealAll();
        (await Audit()).ShouldBeNull();
        await Run($"set search_path = coordination; {sql}; reset search_path");
        var found = (await Audit()).ShouldNotBeNull();
        (found.Code, found.What).ShouldSatisfyAllConditions(
            f => f.Code.ShouldBe(code, f.What), f => f.What.ShouldContain(where), f => f.What.ShouldContain(what));
    }

    private async Task SealAll()
    {
        using var sealer = new Sealer(Source, database.Daemon, new());
        (await sealer.Hold(Ct)).ShouldBeTrue();
        while (await sealer.Seal(Ct) > 0)
        {
            // Until there is no more.
        }

        sealer.State!.Size.ShouldBe(Looks);
        await sealer.Release(Ct);
    }

    private async Task<Defect?> Audit()
    {
        var audit = new TreeAudit(Source, database.Daemon);
        while (true)
        {
            if (await audit.Next(7, Ct) is { } end)
                return end.Found;
        }
    }

    private async Task Run(string sql)
    {
        await using var command = database.Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Ct);
    }
}
