using Coordination.Testing;
using Npgsql;
using Shouldly;
using Xunit;
using static Coordination.EventStore.Tests.Writing.Things;

namespace Coordination.EventStore.Tests.Writing;

/// <summary>Promise: no acknowledgement without a commit, nothing written twice, and doubt is said where there is doubt.</summary>
public sealed class InDoubtTests(Database database) : IClassFixture<Database>
{
    [Fact]
    public async Task An_answer_lost_after_the_commit_is_in_doubt_and_its_key_settles_it()
    {
        await using var log = database.Log(new() { Fault = Once(FaultPoints.AfterCommitBeforeAck, () => throw new IOException("cut")) });
        var stream = NewStream();
        var request = One(stream, 0) with { Key = Key("lost answer") };

        await Should.ThrowAsync<AppendInDoubtException>(() => log.Append(request, Ct));

        var settled = await log.Append(request, Ct);
        (settled.Verdict, settled.Version).ShouldBe((AppendVerdict.Duplicate, 1));
        (await log.FetchStream(stream, Ct)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_session_ended_in_the_middle_has_written_nothing_and_is_tried_again()
    {
        await using var other = await Database.Create();
        await using var log = other.Log();
        await log.Append(One(NewStream(), 0), Ct);
        await other.Owner.Run("""
            create sequence ended;
            grant usage on sequence ended to coord_rt;
            create function finish() returns trigger language plpgsql security definer as $$ begin
                if nextval('ended') = 1 then perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(5); end if; return null; end $$;
            create trigger finish after insert on mt_events for each row execute function finish()
            """);
        var stream = NewStream();

        (await log.Append(One(stream, 0), Ct)).Verdict.ShouldBe(AppendVerdict.Appended);

        (await log.FetchStream(stream, Ct)).Count.ShouldBe(1);
        (await other.Owner.Ask<long>("select last_value from ended")).ShouldBe(2);
    }

    [Fact]
    public async Task A_connection_lost_before_anything_was_sent_is_tried_again_and_writes_once()
    {
        await using var log = database.Log(new() { Fault = Once(FaultPoints.BeforeAppend, () => throw new IOException("cut")) });
        var stream = NewStream();

        (await log.Append(To(stream, null, Counted(), Counted()), Ct)).Verdict.ShouldBe(AppendVerdict.Appended);

        (await log.FetchStream(stream, Ct)).Select(e => e.Version).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task Sessions_that_died_while_idle_cost_no_request_its_answer()
    {
        await using var log = database.Log();
        await log.Append(One(NewStream(), 0), Ct);
        await EndOtherSessions();

        (await log.Append(One(NewStream(), 0), Ct)).Verdict.ShouldBe(AppendVerdict.Appended);
    }

    [Fact]
    public async Task A_commit_whose_wait_for_replicas_was_cancelled_is_in_doubt_although_postgresql_says_success()
    {
        await using var other = await Database.Create();
        await using var log = other.Log();
        await log.Append(One(NewStream(), 0), Ct);
        // What PostgreSQL sends in this case, at the same moment: a warning during COMMIT.
        await other.Owner.Run("""
            create function warn() returns trigger language plpgsql as $$ begin
                raise warning 'canceling wait for synchronous replication due to user request' using errcode = '57014'; return null; end $$;
            create constraint trigger warn after insert on mt_events deferrable initially deferred for each row execute function warn()
            """);

        await Should.ThrowAsync<AppendInDoubtException>(() => log.Append(One(NewStream(), 0), Ct));
    }

    [Fact]
    public async Task An_error_at_the_commit_means_that_nothing_was_written()
    {
        await using var other = await Database.Create();
        await using var log = other.Log();
        await other.Owner.Run("""
            create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no' using errcode = '22000'; end $$;
            create constraint trigger refuse after insert on mt_events deferrable initially deferred for each row execute function refuse()
            """);
        var stream = NewStream();

        await Should.ThrowAsync<AppendRefusedException>(() => log.Append(One(stream, 0), Ct));
        (await log.FetchStreamState(stream, Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task A_commit_that_hangs_is_cancelled_and_has_written_nothing()
    {
        await using var other = await Database.Create();
        await using var log = other.Log(new() { StatementLimit = TimeSpan.FromSeconds(1), AppendLimit = TimeSpan.FromSeconds(1), Writers = 1 });
        await using var holder = await other.Owner.OpenConnectionAsync(Ct);
        await Execute(holder, "select pg_advisory_lock(1)");
        await other.Owner.Run("""
            create function wait() returns trigger language plpgsql security definer as $$ begin perform pg_advisory_xact_lock(1); return null; end $$;
            create constraint trigger wait after insert on mt_events deferrable initially deferred for each row execute function wait()
            """);
        var stream = NewStream();

        await Should.ThrowAsync<StoreUnavailableException>(() => log.Append(One(stream, 0), Ct));

        await Execute(holder, "select pg_advisory_unlock(1)");
        (await log.FetchStreamState(stream, Ct)).ShouldBeNull();
        (await log.Append(One(stream, 0), Ct)).Verdict.ShouldBe(AppendVerdict.Appended);
    }

    private static Func<string, ValueTask> Once(string point, Func<Task> fault)
    {
        var left = 1;
        return async reached =>
        {
            if (string.Equals(reached, point, StringComparison.Ordinal) && Interlocked.Decrement(ref left) == 0) await fault();
        };
    }

    private Task EndOtherSessions() => database.Owner.Run(
        "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");

    private static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Ct);
    }
}
