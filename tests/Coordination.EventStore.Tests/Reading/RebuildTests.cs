using Coordination.Testing;
using Npgsql;
using Shouldly;
using Xunit;

namespace Coordination.EventStore.Tests.Reading;

/// <summary>Promise: a rebuild gives what a fold from scratch gives, while events come in; readers see the old rows or the new, never none.</summary>
public sealed class RebuildTests(Database database) : ReadingTest(database), IClassFixture<Database>
{
    [Fact]
    public async Task It_removes_what_should_not_be_there_and_adds_what_is_missing()
    {
        var daemon = await Start(new Ledger(), new Totals());
        await Reached(daemon, await Log.WriteMany(500, 5));
        await Database.Run("delete from readmodel.ledger where position = 7; insert into readmodel.ledger values (100000, gen_random_uuid(), 1, 1, now())");
        var rebuilt = await daemon.Rebuild("Ledger", Ct);
        (rebuilt.Events, rebuilt.Position, rebuilt.DeadLetters).ShouldBe((500, 500, 0));
        (await Database.LedgerDefects()).ShouldBe(0);
    }

    [Fact]
    public async Task Twice_is_the_same_as_once_and_the_projection_goes_on()
    {
        var daemon = await Start(new Ledger(), new Totals());
        await Reached(daemon, await Log.WriteMany(300, 5));
        await daemon.Rebuild("Totals", Ct);
        var once = await Rows("totals");
        await daemon.Rebuild("Totals", Ct);
        (await Rows("totals")).ShouldBe(once);
        await Reached(daemon, await Log.Write(S1, 1, 2, 3));
        (await new Verifier(Database.Owner, Notes.Types, Notes.Serializer, [new Ledger(), new Totals()], Quick).Verify(folds: true, Ct)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Bodies_that_are_not_asked_for_stay_in_the_database()
    {
        await Log.WriteMany(20, 2);
        var told = new List<Recorded>();
        var ledger = new Ledger
        {
            Bodies = new HashSet<string>(["note_dropped"], StringComparer.Ordinal),
            Before = (page, _) =>
            {
                told.AddRange(page);
                return Task.CompletedTask;
            },
        };

        // A body that is read all the same is a mistake of the projection: the rebuild fails, and no event is put aside for it.
        (await Should.ThrowAsync<BodyNotReadException>(() => Rebuilder().Rebuild(ledger, Ct))).Message.ShouldContain("note_taken");

        told.ShouldNotBeEmpty();
        told.ShouldAllBe(note => note.Data.IsEmpty && note.Version > 0);
        (await Database.Ask<long>("select count(*) from public.mt_doc_deadletterevent")).ShouldBe(0);
    }

    [Fact]
    public async Task Other_projections_are_left_alone()
    {
        var daemon = await Start(new Ledger(), new Totals());
        await Reached(daemon, await Log.WriteMany(100, 5));
        await Database.Run("update readmodel.totals set total = -1");
        var before = await Rows("totals");
        await daemon.Rebuild("Ledger", Ct);
        (await Rows("totals")).ShouldBe(before);
    }

    [Fact]
    public async Task An_empty_store_is_no_trouble()
    {
        var daemon = await Start(new Ledger());
        (await daemon.Rebuild("Ledger", Ct)).ShouldBe(new(0, 0, 0, default), new WithoutTime());
        await Reached(daemon, await Log.Write(S1, 1));
        (await Database.LedgerDefects()).ShouldBe(0);
    }

    [Fact]
    public async Task It_works_while_nobody_projects()
    {
        var last = await Log.WriteMany(200, 4);
        await Rebuilder().Rebuild(new Ledger(), Ct);
        (await Database.LedgerDefects()).ShouldBe(0);
        var daemon = await Start(new Ledger());
        await Reached(daemon, await Log.Write(S1, 1));
        (await daemon.Status(Ct)).DeadLetters.ShouldBeEmpty(); // it began behind the rebuilt rows, not before them
        last.ShouldBe(200);
    }

    [Fact]
    public async Task While_events_come_in_readers_always_see_rows_and_nothing_is_lost_or_doubled()
    {
        var daemon = await Start(new Ledger(), new Totals());
        await Reached(daemon, await Log.WriteMany(20_000, 50));
        using var enough = new CancellationTokenSource();
        var writing = Task.Run(() => Append(daemon, enough.Token), Ct);
        var reading = Task.Run(() => Read(enough.Token), Ct);
        for (var n = 0; n < 3; n++)
        {
            await daemon.Rebuild("Ledger", Ct);
            await daemon.Rebuild("Totals", Ct);
        }

        await enough.CancelAsync();
        await Reached(daemon, await writing);
        (await reading).ShouldBeGreaterThanOrEqualTo(20_000);
        (await Database.LedgerDefects()).ShouldBe(0);
        (await daemon.Status(Ct)).DeadLetters.ShouldBeEmpty();
        (await new Verifier(Database.Owner, Notes.Types, Notes.Serializer, [new Ledger(), new Totals()], Quick).Verify(folds: true, Ct)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Keys_indexes_owner_and_rights_are_those_of_the_table_it_replaces()
    {
        await Database.Run("""
            do $$ begin if not exists (select from pg_roles where rolname = 'storer_reader') then create role storer_reader; end if; end $$;
            grant select on readmodel.ledger to storer_reader; alter table readmodel.ledger enable row level security; alter table readmodel.ledger set (fillfactor = 90);
            create policy ledger_all on readmodel.ledger for all to coord_daemon using (true) with check (amount is null or amount < 1000)
            """);
        var before = await Shape();
        await Log.WriteMany(50, 5);
        await Rebuilder().Rebuild(new Ledger(), Ct);
        await Rebuilder().Rebuild(new Ledger(), Ct);
        (await Shape()).ShouldBe(before);
        before.ShouldContain("ledger_by_amount");
    }

    [Fact]
    public async Task A_failure_half_way_leaves_the_live_rows_alone_and_nothing_behind()
    {
        await Log.WriteMany(100, 5);
        await Rebuilder().Rebuild(new Ledger(), Ct);
        await Log.WriteRaw(S1, "never_declared", "{}");
        var before = await Rows("ledger");
        await Should.ThrowAsync<UnknownEventTypeException>(() => Rebuilder().Rebuild(new Ledger(), Ct));
        (await Rows("ledger")).ShouldBe(before);
        (await Twins()).ShouldBe(0);
        (await StoreStatus.Read(Database.Daemon, [], Ct)).Rebuilds.ShouldHaveSingleItem().State.ShouldBe("failed");
    }

    [Fact]
    public async Task What_a_killed_rebuild_left_behind_is_removed_by_the_next()
    {
        await Log.WriteMany(100, 5);
        await Database.Run("""
            create schema twin_ledger_0123456789ab; create table twin_ledger_0123456789ab.ledger (position bigint);
            insert into coordination.rebuild (shard, run, twin, state, updated) values ('Ledger:All', gen_random_uuid(), 'twin_ledger_0123456789ab', 'running', now() - interval '1 minute')
            """);
        await Rebuilder().Rebuild(new Ledger(), Ct);
        (await Database.LedgerDefects()).ShouldBe(0);
        (await Twins()).ShouldBe(0);
    }

    [Fact]
    public async Task Two_at_once_are_refused()
    {
        await Database.Run("insert into coordination.rebuild (shard, run, twin, state) values ('Ledger:All', gen_random_uuid(), 'twin_ledger_0123456789ab', 'running')");
        await Should.ThrowAsync<InvalidOperationException>(() => Rebuilder().Rebuild(new Ledger(), Ct));
    }

    [Fact]
    public async Task One_that_was_taken_for_dead_cannot_swap_any_more()
    {
        await Log.WriteMany(100, 5);
        var overtaken = new Ledger { Before = (_, _) => Database.Run("update coordination.rebuild set run = gen_random_uuid()") };
        await Should.ThrowAsync<InvalidOperationException>(() => Rebuilder().Rebuild(overtaken, Ct));
        (await Database.Ask<long>("select count(*) from readmodel.ledger")).ShouldBe(0);
    }

    [Fact]
    public async Task It_stops_before_an_open_append_and_the_event_comes_later()
    {
        await Log.Write(S1, 1);
        await using var open = await Log.Begin();
        await open.Write(S2, 2);
        await Log.Write(S1, 3);
        (await Rebuilder().Rebuild(new Ledger(), Ct)).Position.ShouldBe(1);
        await open.Commit();
        await Reached(await Start(new Ledger()), 3);
        (await Database.LedgerDefects()).ShouldBe(0);
    }

    [Fact]
    public async Task Poison_is_set_aside_and_letters_of_events_that_pass_now_are_settled()
    {
        await Log.Write(S1, 1, 666, 3, 667);
        var (first, second) = (666, 667);
        Ledger Picky(int poison) => new() { Before = (page, _) => page.Any(e => e.Body is NoteTaken n && n.Amount == poison) ? throw new InvalidOperationException("no") : Task.CompletedTask };
        var daemon = await Start(Picky(first));
        await Reached(daemon, 4);
        (await Rebuilder().Rebuild(Picky(second), Ct)).DeadLetters.ShouldBe(1);
        (await daemon.Status(Ct)).DeadLetters.ShouldHaveSingleItem().Position.ShouldBe(4);
        (await Database.List<long>("select position from readmodel.ledger order by 1")).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task A_new_version_is_built_beside_the_old_one_and_takes_its_place()
    {
        var old = await Start(new Ledger());
        await Reached(old, await Log.WriteMany(100, 5));
        await old.Stop();
        var daemon = await Start(new Ledger { Version = 2 });
        var waited = await daemon.WaitFor(100, Patience, Ct);
        (waited.Outcome, waited.Error).ShouldBe((WaitOutcome.Failed, "Ledger:V2:All was never built, and an older version stands in its tables: run rebuild Ledger."));
        await daemon.Rebuild("Ledger", Ct);
        await Reached(daemon, await Log.Write(S1, 1));
        (await Database.LedgerDefects()).ShouldBe(0);
        (await Database.List<string>("select name from public.mt_event_progression where name like 'Ledger%'")).ShouldBe(["Ledger:V2:All"]);
    }

    [Fact]
    public async Task What_a_swap_would_lose_is_refused()
    {
        await Database.Run("create table readmodel.other (position bigint references readmodel.ledger (position)); alter table readmodel.ledger add constraint self foreign key (position) references readmodel.ledger (position)");
        (await Should.ThrowAsync<NotSupportedException>(() => Rebuilder().Rebuild(new Ledger(), Ct))).Message.ShouldContain("foreign key self");
        await Database.Run("drop table readmodel.other");
    }

    private Rebuilder Rebuilder() => new(
        Database.Owner, Notes.Types, Notes.Serializer, Quick, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);

    private async Task<long> Append(ProjectionDaemon daemon, CancellationToken enough)
    {
        var last = 0L;
        for (var n = 0; !enough.IsCancellationRequested; n++) daemon.Signal(last = await Log.Write(n % 3 == 0 ? S1 : S2, n % 50, 1));
        return last;
    }

    private async Task<long> Read(CancellationToken enough)
    {
        var fewest = long.MaxValue;
        await using var connection = await Database.Daemon.OpenConnectionAsync(Ct);
        await using var command = new NpgsqlCommand("select count(*) from readmodel.ledger", connection);
        await command.PrepareAsync(Ct); // a prepared plan must follow the swap too
        while (!enough.IsCancellationRequested) fewest = Math.Min(fewest, (long)(await command.ExecuteScalarAsync(Ct))!);
        return fewest;
    }

    private Task<List<string>> Rows(string table) => Database.List<string>($"select t::text from readmodel.{table} t order by 1");

    private Task<long> Twins() => Database.Ask<long>("select count(*) from pg_namespace where nspname like 'twin%' or nspname like 'check%'");

    private Task<string> Shape() => Database.Ask<string>("""
        select concat_ws(E'\n', (select string_agg(conname || pg_get_constraintdef(oid), ',' order by conname) from pg_constraint where conrelid = c.oid),
            (select string_agg(indexdef, ',' order by indexname) from pg_indexes where schemaname = 'readmodel' and tablename = 'ledger'), pg_get_userbyid(relowner),
            (select string_agg(grantee::regrole || privilege_type, ',' order by grantee, privilege_type) from aclexplode(relacl)), relrowsecurity, reloptions,
            (select string_agg(p::text, ',') from pg_policies p where tablename = 'ledger'),
            (select string_agg(attname || coalesce(pg_get_expr(adbin, adrelid), '') || attnotnull, ',' order by attnum)
                from pg_attribute a left join pg_attrdef d on adrelid = attrelid and adnum = attnum where attrelid = c.oid and attnum > 0))
        from pg_class c where oid = 'readmodel.ledger'::regclass
        """);

    private sealed class WithoutTime : IEqualityComparer<RebuildResult>
    {
        public bool Equals(RebuildResult? x, RebuildResult? y) => x! with { Elapsed = default } == y! with { Elapsed = default };

        public int GetHashCode(RebuildResult obj) => 0;
    }
}
