using Coordination.EventStore.Integrity;
using Coordination.EventStore.Tests.Reading;
using Coordination.Testing;
using Shouldly;
using Xunit;

namespace Coordination.EventStore.Tests.Integrity;

/// <summary>Promise: every event that is final gets one leaf, in the order of the log, whoever seals and however often that changes.</summary>
public sealed class SealerTests(Database database) : SealingTest(database), IClassFixture<Database>
{
    // The encoding said once more, in PostgreSQL: what an outside verifier does with nothing but the row.
    private const string Recomputed = """
        create or replace function pg_temp.f(value bytea) returns bytea language sql immutable as $$
            select case when value is null then '\xffffffff'::bytea else int4send(length(value)) || value end $$;
        create or replace function pg_temp.t(value text) returns bytea language sql immutable as $$ select pg_temp.f(convert_to(value, 'UTF8')) $$;
        select count(*) from coordination.tree_leaf l join public.mt_events e on e.seq_id = l.position
        left join public.mt_events before on before.stream_id = e.stream_id and before.version = e.version - 1
        left join coordination.tree_leaf p on p.tree = 1 and p.position = before.seq_id
        where l.tree = 1 and l.hash = sha256('\x00'::bytea || pg_temp.f(int8send(1)) || pg_temp.f(uuid_send(e.id)) || pg_temp.f(uuid_send(e.stream_id))
            || pg_temp.f(int8send(e.version)) || pg_temp.t(e.type) || pg_temp.t(e.mt_dotnet_type)
            || pg_temp.f(int8send((extract(epoch from e.timestamp) * 1000000)::bigint)) || pg_temp.t(e.headers ->> 'agency') || pg_temp.t(e.user_name)
            || pg_temp.t(e.causation_id) || pg_temp.t(e.correlation_id) || pg_temp.f(p.hash)
            || pg_temp.f(sha256(convert_to(e.data::text, 'UTF8'))) || pg_temp.f(sha256(convert_to(e.headers::text, 'UTF8'))) || pg_temp.f(sha256(e.bdata)))
        """;

    [Fact]
    public async Task A_leaf_is_the_hash_that_anybody_computes_from_the_row()
    {
        await Log.WriteMany(40, 7);
        await Database.Run("""
            update public.mt_events set data = '{"b":1.50,"a":{"é":"\u0007\"\\/ 😀","long key":[true,null,-0,1e3]}}', headers = '{"agency":"POLRI"}',
                correlation_id = 'c', causation_id = '', timestamp = '1969-12-31 23:59:59.123456+00' where seq_id % 5 = 0;
            update public.mt_events set headers = null, bdata = '\x0102', user_name = null where seq_id % 5 = 1
            """);
        await SealAll(pageRows: 9);
        (await Database.Ask<long>("select count(*) from coordination.tree_leaf")).ShouldBe(40);
        (await Database.Ask<long>(Recomputed)).ShouldBe(40);
    }

    [Fact]
    public async Task The_root_is_the_root_over_all_leaves_and_pages_make_no_difference()
    {
        await Log.WriteMany(1_000, 30);
        var (size, root) = await SealAll(pageRows: 77);
        size.ShouldBe(1_000);
        var leaves = await Database.List<byte[]>("select hash from coordination.tree_leaf where tree = 1 order by leaf");
        root.ShouldBe(TreeHash.Root(leaves.ToArray()));
        (await new SealedTree(1, Database.Daemon).Root(size, Ct)).ShouldBe(root);
        (await Audit()).ShouldBeNull();
    }

    [Fact]
    public async Task Holes_get_no_leaf_and_what_is_not_final_is_waited_for()
    {
        var stream = Guid.CreateVersion7();
        await Log.Write(stream, 1);
        await using (var lost = await Log.Begin()) await lost.Write(Guid.CreateVersion7(), 2);
        await using var open = await Log.Begin();
        await open.Write(Guid.CreateVersion7(), 3);
        var last = await Log.Write(stream, 4);
        (await SealAll()).Size.ShouldBe(1);
        await open.Commit();
        (await SealAll()).Size.ShouldBe(3);
        (await new SealedTree(1, Database.Daemon).Find(last, Ct))!.LeafIndex.ShouldBe(2);
        (await Audit()).ShouldBeNull();
    }

    [Fact]
    public async Task Another_process_takes_over_and_the_old_one_can_no_longer_write()
    {
        await Log.WriteMany(10, 2);
        using var first = new Sealer(Events, Database.Daemon, new() { PageRows = 4 });
        using var second = new Sealer(Events, Database.Daemon, new() { PageRows = 4 });
        (await first.Hold(Ct)).ShouldBeTrue();
        (await first.Seal(Ct)).ShouldBe(4);
        (await second.Hold(Ct)).ShouldBeFalse();
        await Database.Run("update coordination.tree set expires = '-infinity'");
        (await second.Hold(Ct)).ShouldBeTrue();
        await first.Seal(Ct);
        first.State.ShouldBeNull();
        (await Database.Ask<long>("select size from coordination.tree where tree = 1")).ShouldBe(4);
        while (await second.Seal(Ct) > 0)
        {
        }

        (await Database.List<long>("select leaf from coordination.tree_leaf order by position")).ShouldBe(Enumerable.Range(0, 10).Select(n => (long)n));
        (await Audit()).ShouldBeNull();
    }

    [Fact]
    public async Task A_tree_whose_end_was_changed_is_not_sealed_on()
    {
        await Log.WriteMany(10, 2);
        await SealAll();
        await Database.Run("update coordination.tree_leaf set hash = sha256('other') where leaf = 8");
        using var sealer = new Sealer(Events, Database.Daemon, new());
        await Should.ThrowAsync<TreeDamagedException>(() => sealer.Hold(Ct));
    }
}
