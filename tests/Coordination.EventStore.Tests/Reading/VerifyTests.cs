using Coordination.Testing;
using Shouldly;
using Xunit;

namespace Coordination.EventStore.Tests.Reading;

/// <summary>Promise: <c>verify</c> finds a defect of each kind, and none in a store without.</summary>
public sealed class VerifyTests(Database database) : ReadingTest(database), IClassFixture<Database>
{
    [Fact]
    public async Task A_store_in_order_has_no_defects()
    {
        await Project();
        (await Verify()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("version_gap", "delete from public.mt_events where seq_id = (select min(seq_id) from public.mt_events where version = 2)")]
    [InlineData("version_gap", "update public.mt_events set version = version + 100 where version = 3 and stream_id = md5('s1')::uuid")]
    [InlineData("stream_version", "update public.mt_streams set version = version + 1 where id = md5('s1')::uuid")]
    [InlineData("stream_version", "insert into public.mt_streams (id, version, timestamp, created) values (gen_random_uuid(), 4, now(), now())")]
    [InlineData("event_id_twice", "drop index public.idx_mt_events_event_id; update public.mt_events set id = (select id from public.mt_events where seq_id = 1) where seq_id = 2")]
    [InlineData("order_in_stream", "drop index public.pk_mt_events_stream_and_version; update public.mt_events set version = 3 - version where version < 3 and stream_id = md5('s1')::uuid")]
    [InlineData("key_without_event", "insert into coordination.idempotency values ('a', 'k', '', 100000, md5('s1')::uuid, 1)")]
    [InlineData("key_without_version", "insert into coordination.idempotency values ('a', 'k', '', 1, md5('s1')::uuid, 100000)")]
    [InlineData("key_twice", "alter table coordination.idempotency drop constraint idempotency_pkey; insert into coordination.idempotency select 'a', 'k', '', 1, md5('s1')::uuid, 1 from generate_series(1, 2)")]
    [InlineData("checkpoint_ahead", "update public.mt_event_progression set last_seq_id = 100000 where name = 'HighWaterMark'")]
    [InlineData("sequence_behind", "select setval('public.mt_events_sequence', 5)")]
    [InlineData("sequence_cache", "alter sequence public.mt_events_sequence cache 20")]
    [InlineData("projection_differs", "delete from readmodel.ledger where position = 7")]
    [InlineData("projection_differs", "insert into readmodel.ledger values (5000, gen_random_uuid(), 1, 1, now())")]
    [InlineData("projection_differs", "update readmodel.totals set total = total + 1 where stream = md5('s1')::uuid")]
    public async Task A_planted_defect_is_found(string code, string planted)
    {
        await Project();
        await using var damaged = await Database.Create(); // some of these cannot be undone
        await Notes.CreateTables(damaged);
        await Copy(damaged);
        await damaged.Run(planted);
        var found = await new Verifier(damaged.Owner, Notes.Types, Notes.Serializer, [new Ledger(), new Totals()], Quick).Verify(folds: true, Ct);
        found.Select(defect => defect.Code).ShouldContain(code);
    }

    [Fact]
    public async Task A_dead_letter_is_no_difference_but_a_row_that_came_from_nowhere_is()
    {
        var picky = new Ledger { Before = (page, _) => page.Any(e => e.Position == 5) ? throw new InvalidOperationException("no") : Task.CompletedTask };
        await Log.WriteMany(20, 2);
        var daemon = await Start(picky);
        await Reached(daemon, 20);
        var verifier = new Verifier(Database.Owner, Notes.Types, Notes.Serializer, [picky], Quick);
        (await verifier.Verify(folds: true, Ct)).ShouldBeEmpty();
        await Database.Run("insert into readmodel.ledger select seq_id, stream_id, version, 0, timestamp from public.mt_events where seq_id = 5");
        (await verifier.Verify(folds: true, Ct)).ShouldHaveSingleItem().Code.ShouldBe("projection_differs");
    }

    [Fact]
    public async Task It_works_while_events_come_in()
    {
        await Project();
        var daemon = await Start(new Ledger(), new Totals());
        using var enough = new CancellationTokenSource();
        var writing = Task.Run(
            async () =>
            {
                while (!enough.IsCancellationRequested) daemon.Signal(await Log.Write(S1, 1, 2));
            }, Ct);
        for (var n = 0; n < 5; n++) (await Verify()).ShouldBeEmpty();
        await enough.CancelAsync();
        await writing;
        (await Database.Ask<long>("select count(*) from pg_namespace where nspname like 'check%'")).ShouldBe(0);
    }

    private async Task Project()
    {
        var daemon = await Start(new Ledger(), new Totals());
        await Reached(daemon, await Log.WriteMany(400, 10));
        await daemon.Stop();
    }

    private Task<IReadOnlyList<Defect>> Verify() =>
        new Verifier(Database.Owner, Notes.Types, Notes.Serializer, [new Ledger(), new Totals()], Quick).Verify(folds: true, Ct);

    private static async Task Copy(Database damaged)
    {
        await new RawLog(damaged).WriteMany(400, 10);
        await using var daemon = new ProjectionDaemon(
            damaged.Daemon, Notes.Types, Notes.Serializer, [new Ledger(), new Totals()], Quick,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<ProjectionDaemon>.Instance);
        await daemon.Start(Ct);
        await Reached(daemon, 400);
    }
}
