using Coordination.Testing;
using Shouldly;
using Xunit;

namespace Coordination.EventStore.Tests.Reading;

/// <summary>Promise: rows and checkpoint move together, and only from where the checkpoint is. A late owner writes nothing.</summary>
public sealed class CheckpointTests(Database database) : ReadingTest(database), IClassFixture<Database>
{
    private const string Checkpoint = "select last_seq_id from public.mt_event_progression where name = 'Totals:All'";

    [Fact]
    public async Task It_moves_from_where_it_is()
    {
        await At(5);
        await using (var page = await PageTransaction.Begin(Database.Daemon, Quick, "Totals:All", 5, 8, Ct))
        {
            page.ShouldNotBeNull();
            await page.Commit(Ct);
        }

        (await Database.Ask<long>(Checkpoint)).ShouldBe(8);
    }

    [Fact]
    public async Task It_does_not_move_from_where_it_is_not()
    {
        await At(5);
        (await PageTransaction.Begin(Database.Daemon, Quick, "Totals:All", 4, 8, Ct)).ShouldBeNull();
        (await Database.Ask<long>(Checkpoint)).ShouldBe(5);
    }

    [Fact]
    public async Task It_goes_back_when_the_page_is_not_committed()
    {
        await At(5);
        await using (await PageTransaction.Begin(Database.Daemon, Quick, "Totals:All", 5, 8, Ct))
        {
        }

        (await Database.Ask<long>(Checkpoint)).ShouldBe(5);
    }

    [Fact]
    public async Task Of_two_who_believe_that_they_own_a_shard_one_writes_each_page()
    {
        await Log.WriteMany(500, 10);
        var (first, second) = (await Start(new Totals()), default(ProjectionDaemon));
        await Reached(first, 500);
        await first.FallSilent(); // goes on projecting, but neither renews its lease nor hears that it has lost it
        second = await Start(new Totals());
        await Reached(second, 500);
        for (var n = 0; n < 60; n++)
        {
            var last = await Log.Write(n % 2 == 0 ? S1 : S2, n, 1);
            first.Signal(last);
            await Reached(second, last);
        }

        await Settled(620);
    }

    [Fact]
    public async Task A_paused_owner_holds_nobody_up_and_its_late_page_changes_nothing()
    {
        var paused = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var wakeUp = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var options = Quick with { PageIdleLimit = TimeSpan.FromSeconds(1) };
        var first = await Start(options, Notes.Types, new Totals
        {
            Before = async (page, _) =>
            {
                if (page[^1].Position < 3) return;
                paused.TrySetResult();
                await wakeUp.Task;
            },
        });
        await Reached(first, await Log.Write(S1, 1, 2));
        await Log.Write(S1, 3);
        first.Signal(3);
        await paused.Task.WaitAsync(Patience, Ct);
        await first.FallSilent(); // inside the page, after the checkpoint moved: its transaction is open

        try
        {
            var second = await Start(options, Notes.Types, new Totals());
            await Reached(second, await Log.Write(S2, 4, 5));
            await Settled(5);
            wakeUp.SetResult(); // the first wakes up and finishes its page, and then goes on beside the second
            for (var n = 0; n < 20; n++)
            {
                var last = await Log.Write(S1, n);
                first.Signal(last);
                await Reached(second, last);
            }

            await Settled(25);
        }
        finally
        {
            wakeUp.TrySetResult();
        }
    }

    private async Task At(long position) =>
        await Database.Run($"insert into public.mt_event_progression values ('Totals:All', {position}, now())");

    private async Task Settled(long last)
    {
        (await Database.Ask<long>("select count(*) from public.mt_events")).ShouldBe(last);
        (await Database.Ask<long>("""
            select count(*) from (select stream_id, count(*) as n, sum((data ->> 'amount')::bigint) as total from public.mt_events group by stream_id) e
            full join readmodel.totals t on t.stream = e.stream_id and t.events = e.n and t.total = e.total where t.stream is null or e.stream_id is null
            """)).ShouldBe(0);
    }
}
