using Coordination.Testing;
using Npgsql;
using Shouldly;
using Xunit;
using static Coordination.EventStore.Tests.Writing.Things;

namespace Coordination.EventStore.Tests.Writing;

/// <summary>Promise: PostgreSQL may be slow, away or break off, and a caller is never told more than is true.</summary>
public sealed class UnavailableTests(Database database) : IClassFixture<Database>
{
    private static readonly EventStoreOptions Impatient =
        new() { Writers = 1, AppendLimit = TimeSpan.FromSeconds(1), StatementLimit = TimeSpan.FromSeconds(1) };

    [Fact]
    public async Task Without_a_server_the_caller_is_told_in_time()
    {
        await using var nowhere = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Username=nobody;Database=none;Timeout=1");
        await using var log = new EventLog(nowhere, Types, Serializer, Impatient);

        await Should.ThrowAsync<StoreUnavailableException>(() => log.Append(One(NewStream(), 0), Ct)).WaitAsync(TimeSpan.FromSeconds(60), Ct);
    }

    [Fact]
    public async Task A_database_without_the_schema_is_unavailable_and_says_why()
    {
        await using var empty = await Database.Create(migrated: false);
        await using var log = new EventLog(empty.Owner, Types, Serializer);

        (await Should.ThrowAsync<StoreUnavailableException>(() => log.Append(One(NewStream(), 0), Ct))).InnerException.ShouldBeOfType<PostgresException>();
    }

    [Fact]
    public async Task A_slow_server_makes_callers_wait_and_then_go_and_nothing_is_written_later()
    {
        await using var log = database.Log(Impatient);
        var streams = Enumerable.Range(0, 10).Select(_ => NewStream()).ToArray();
        await using (await Block())
        {
            foreach (var append in streams.Select(stream => log.Append(One(stream, 0), Ct)).ToArray())
                await Should.ThrowAsync<StoreUnavailableException>(() => append);
        }

        (await log.Append(One(NewStream(), 0), Ct)).Verdict.ShouldBe(AppendVerdict.Appended);
        foreach (var stream in streams) (await log.FetchStreamState(stream, Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task A_server_that_comes_back_in_time_makes_the_append_slow_and_nothing_else()
    {
        await using var log = database.Log(new() { StatementLimit = TimeSpan.FromSeconds(1) });
        var stream = NewStream();
        Task<AppendResult> append;
        await using (await Block())
        {
            append = log.Append(One(stream, 0), Ct);
            await WaitUntilBlocked();
        }

        (await append).Verdict.ShouldBe(AppendVerdict.Appended);
        (await log.FetchStream(stream, Ct)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_queue_takes_so_many_and_no_more()
    {
        await using var log = database.Log(Impatient with { QueueCapacity = 3, AppendLimit = TimeSpan.FromSeconds(60) });
        Task<AppendResult>[] taken;
        await using (await Block())
        {
            taken = [.. Enumerable.Range(0, 3).Select(_ => log.Append(One(NewStream(), 0), Ct))];
            using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
            await Should.ThrowAsync<OperationCanceledException>(() => log.Append(One(NewStream(), 0), patience.Token));
        }

        (await Task.WhenAll(taken)).ShouldAllBe(result => result.Verdict == AppendVerdict.Appended);
        (await log.Append(One(NewStream(), 0), Ct)).Verdict.ShouldBe(AppendVerdict.Appended);
    }

    [Fact]
    public async Task A_full_queue_is_reported_after_the_limit()
    {
        await using var log = database.Log(Impatient with { QueueCapacity = 1 });
        await using var block = await Block();
        var first = log.Append(One(NewStream(), 0), Ct);
        var second = log.Append(One(NewStream(), 0), Ct);

        (await Should.ThrowAsync<StoreUnavailableException>(() => second)).Message.ShouldContain("Too many");
        await Should.ThrowAsync<StoreUnavailableException>(() => first);
    }

    [Fact]
    public async Task A_caller_who_goes_while_waiting_leaves_nothing_behind()
    {
        await using var log = database.Log(new() { Writers = 1, StatementLimit = TimeSpan.FromSeconds(2) });
        var (first, second) = (NewStream(), NewStream());
        using var going = new CancellationTokenSource();
        Task<AppendResult> stays, goes;
        await using (await Block())
        {
            stays = log.Append(One(first, 0), Ct);
            await WaitUntilBlocked();
            goes = log.Append(One(second, 0), going.Token);
            await going.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(() => goes);
        }

        (await stays).Verdict.ShouldBe(AppendVerdict.Appended);
        (await log.FetchStreamState(second, Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task After_the_end_of_the_log_nothing_is_taken()
    {
        var log = database.Log();
        await log.Append(One(NewStream(), 0), Ct);
        await log.DisposeAsync();

        await Should.ThrowAsync<ObjectDisposedException>(() => log.Append(One(NewStream(), 0), Ct));
    }

    [Fact]
    public async Task A_sequence_that_keeps_numbers_back_is_not_written_with()
    {
        await using var other = await Database.Create();
        await other.Owner.Run("alter sequence mt_events_sequence cache 20");
        await using var log = other.Log();

        await Should.ThrowAsync<StoreUnavailableException>(() => log.Append(One(NewStream(), 0), Ct));
        await Should.ThrowAsync<InvalidOperationException>(() => log.Check(Ct));
    }

    [Fact]
    public async Task What_jsonb_cannot_hold_is_refused_alone()
    {
        await using var log = database.Log(new() { Writers = 1 });
        var neighbours = Enumerable.Range(0, 10).Select(_ => log.Append(One(NewStream(), 0), Ct)).ToList();
        var poison = log.Append(To(NewStream(), 0, Event(new ThingOpened("a\0b"))), Ct);
        neighbours.AddRange(Enumerable.Range(0, 10).Select(_ => log.Append(One(NewStream(), 0), Ct)));

        await Should.ThrowAsync<AppendRefusedException>(() => poison);
        (await Task.WhenAll(neighbours)).ShouldAllBe(result => result.Verdict == AppendVerdict.Appended);
    }

    private async Task<IAsyncDisposable> Block()
    {
        var connection = await database.Owner.OpenConnectionAsync(Ct);
        await using var command = new NpgsqlCommand("begin; lock table mt_streams in access exclusive mode", connection);
        await command.ExecuteNonQueryAsync(Ct);
        return connection; // closing rolls back
    }

    private async Task WaitUntilBlocked()
    {
        while (!await database.Owner.Ask<bool>(
            "select exists (select from pg_locks where not granted and database = (select oid from pg_database where datname = current_database()))"))
        {
            await Task.Yield();
        }
    }
}
