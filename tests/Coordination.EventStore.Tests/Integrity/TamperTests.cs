using Coordination.EventStore.Tests.Reading;
using Coordination.Testing;
using Shouldly;
using Xunit;

namespace Coordination.EventStore.Tests.Integrity;

/// <summary>Promise: whoever may do everything in PostgreSQL still cannot change the past unseen; the first row that differs is named, and how.</summary>
public sealed class TamperTests(Database database) : SealingTest(database), IClassFixture<Database>
{
    private const string Swap = """
        update public.mt_events a set data = b.data, headers = b.headers, user_name = b.user_name, type = b.type, timestamp = b.timestamp
        from public.mt_events b where (a.seq_id, b.seq_id) in ((301, 422), (422, 301))
        """;

    private const string Rewrite = "update public.mt_events set data = '{\"amount\":99}' where seq_id = 301;";

    [Theory]
    [InlineData("row_altered", "Position 301, stream", "data", "update public.mt_events set data = jsonb_set(data, '{amount}', '99') where seq_id = 301")]
    [InlineData("row_altered", "Position 301, stream", "headers", "update public.mt_events set headers = '{\"n\":2}' where seq_id = 301")]
    [InlineData("row_altered", "Position 301, stream", "agency, headers", "update public.mt_events set headers = '{\"n\":1,\"agency\":\"X\"}' where seq_id = 301")]
    [InlineData("row_altered", "Position 301, stream", "timestamp", "update public.mt_events set timestamp = timestamp - interval '1 microsecond' where seq_id = 301")]
    [InlineData("row_altered", "Position 301, stream", "user_name", "update public.mt_events set user_name = 'sari' where seq_id = 301")]
    [InlineData("row_altered", "Position 301, stream", "id", "update public.mt_events set id = gen_random_uuid() where seq_id = 301")]
    [InlineData("row_altered", "Position 301, stream", "version, previous leaf of the stream", "update public.mt_events set version = 1000 where seq_id = 301")]
    [InlineData("row_altered", "Position 301, stream", "data", Swap)]
    [InlineData("row_removed", "Position 301:", "leaf 300", "delete from public.mt_events where seq_id = 301")]
    [InlineData("row_removed", "Position 695:", "leaf 694", "delete from public.mt_events where seq_id >= 695")]
    [InlineData("row_removed", "Position 301:", "leaf 300", "update public.mt_events set seq_id = 100000 where seq_id = 301")]
    [InlineData("leaf_removed", "700 leaves", "leaf 694", "delete from public.mt_events where seq_id >= 695; delete from coordination.tree_leaf where leaf >= 694")]
    [InlineData("leaf_removed", "Leaf 300", "301", "delete from public.mt_events where seq_id = 301; delete from coordination.tree_leaf where leaf = 300")]
    [InlineData("row_altered", "Position 301, stream", "its leaf", "update coordination.tree_leaf set hash = sha256('x') where leaf = 300")]
    [InlineData("tile_altered", "Tile 0/1", "altered", "update coordination.tree_tile set hashes = set_byte(hashes, 40, 255 - get_byte(hashes, 40)) where index = 1")]
    [InlineData("tile_altered", "Tile 0/0", "altered", "update coordination.tree_tile set root = sha256('x') where index = 0")]
    [InlineData("tile_altered", "Tile 0/1", "removed", "delete from coordination.tree_tile where index = 1")]
    [InlineData("frontier_altered", "built from other leaves", "event", "update coordination.tree set frontier = sha256('x') where tree = 1")]
    [InlineData("log_cut", "700 leaves", "end was cut off", "update coordination.tree set size = 0, frontier = '', position = 0 where tree = 1; truncate public.mt_events, coordination.tree_leaf, coordination.tree_tile")]
    public async Task What_a_superuser_does_to_the_log_is_found_and_named(string code, string where, string what, string sql)
    {
        await Log.WriteMany(700, 20);
        var (size, root) = await SealAll();
        await SignHead(size, root);
        (await Audit()).ShouldBeNull();
        await Database.Run(sql);
        var found = (await Audit()).ShouldNotBeNull();
        (found.Code, found.What).ShouldSatisfyAllConditions(
            f => f.Code.ShouldBe(code, f.What), f => f.What.ShouldContain(where), f => f.What.ShouldContain(what));
        var verified = await new Verifier(Database.Owner, Notes.Types, Notes.Serializer, [], new()).Verify(folds: false, Ct);
        verified.ShouldContain(found);
    }

    [Fact]
    public async Task An_event_put_in_where_the_log_was_sealed_is_found()
    {
        await Log.WriteMany(20, 4);
        await using (var lost = await Log.Begin()) await lost.Write(Guid.CreateVersion7(), 2); // position 21 stays empty
        await Log.WriteMany(20, 4);
        await SealAll();
        await Database.Run("update public.mt_events set seq_id = 21 where seq_id = 41; update coordination.tree_leaf set position = 100 where position = 41");
        (await Audit())!.What.ShouldStartWith("Position 21, stream");
    }

    [Fact]
    public async Task Whoever_builds_the_whole_tree_anew_is_betrayed_by_a_head_that_was_signed()
    {
        await Log.WriteMany(700, 20);
        var (size, root) = await SealAll();
        await SignHead(size, root);
        await Database.Run($"""
            {Rewrite} truncate coordination.tree_leaf, coordination.tree_tile;
            update coordination.tree set size = 0, position = 0, frontier = ''
            """);
        await SealAll();
        var found = (await Audit()).ShouldNotBeNull();
        found.Code.ShouldBe("head_differs");
        found.What.ShouldContain("up to position 700");
    }

    [Fact]
    public async Task A_row_that_is_put_back_as_it_was_is_no_finding()
    {
        await Log.WriteMany(30, 4);
        await SealAll();
        await Database.Run("create table public.kept as select * from public.mt_events where seq_id = 9; delete from public.mt_events where seq_id = 9");
        (await Audit())!.Code.ShouldBe("row_removed");
        await Database.Run("insert into public.mt_events select * from public.kept; drop table public.kept");
        (await Audit()).ShouldBeNull();
    }
}
