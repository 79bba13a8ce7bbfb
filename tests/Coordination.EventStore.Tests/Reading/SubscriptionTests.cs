using System.Collections.Concurrent;
using Coordination.Testing;
using Shouldly;
using Xunit;

namespace Coordination.EventStore.Tests.Reading;

/// <summary>Promise: a projection is given every event it wants, of all streams, in order, each once, and goes on where it was.</summary>
public sealed class SubscriptionTests(Database database) : ReadingTest(database), IClassFixture<Database>
{
    [Fact]
    public async Task Events_of_all_streams_come_in_order_and_once()
    {
        var seen = new ConcurrentQueue<long>();
        var daemon = await Start(new Ledger { Before = (page, _) => Remember(seen, page) });
        var last = 0L;
        for (var n = 1; n <= 30; n++) last = await Log.Write(n % 2 == 0 ? S1 : S2, n, n);
        await Reached(daemon, last);
        seen.ShouldBe(Enumerable.Range(1, 60).Select(n => (long)n));
        (await Database.LedgerDefects()).ShouldBe(0);
    }

    [Fact]
    public async Task What_was_appended_before_the_start_comes_too()
    {
        var last = await Log.WriteMany(3000, 20);
        var daemon = await Start(new Ledger(), new Totals());
        await Reached(daemon, last);
        (await Database.LedgerDefects()).ShouldBe(0);
        (await Database.Ask<long>("select sum(events)::bigint from readmodel.totals")).ShouldBe(3000);
    }

    [Fact]
    public async Task After_a_restart_it_goes_on_where_it_was()
    {
        var seen = new ConcurrentQueue<long>();
        var first = await Start(new Ledger { Before = (page, _) => Remember(seen, page) });
        await Reached(first, await Log.Write(S1, 1, 2, 3));
        await first.Stop();
        var last = await Log.Write(S1, 4, 5);
        var second = await Start(new Ledger { Before = (page, _) => Remember(seen, page) });
        await Reached(second, last);
        seen.ShouldBe([1, 2, 3, 4, 5]);
    }

    [Fact]
    public async Task It_is_given_only_what_it_wants_and_its_checkpoint_passes_the_rest()
    {
        var daemon = await Start(new Ledger { Wants = new HashSet<string> { "note_dropped" } });
        await Log.Write(S1, 1, 2);
        await Log.WriteRaw(S1, "note_dropped", """{"reason":"r"}""");
        var last = await Log.Write(S1, 3);
        await Reached(daemon, last);
        (await Database.List<long>("select position from readmodel.ledger")).ShouldBe([3]);
        await daemon.Stop();
        (await Database.Ask<long>("select last_seq_id from public.mt_event_progression where name = 'Ledger:All'")).ShouldBe(last);
    }

    [Fact]
    public async Task Events_that_nobody_signals_are_found()
    {
        var daemon = await Start(new Ledger());
        var last = await Log.Write(S1, 1);
        (await daemon.WaitFor(last, Patience, Ct)).Reached.ShouldBeTrue();
    }

    [Fact]
    public async Task A_signal_for_what_is_not_there_confuses_nobody()
    {
        var daemon = await Start(new Ledger());
        daemon.Signal(1_000_000);
        await Reached(daemon, await Log.Write(S1, 1));
        (await Database.LedgerDefects()).ShouldBe(0);
    }

    [Fact]
    public async Task Bodies_and_metadata_come_as_they_were_written()
    {
        Recorded? seen = null;
        var daemon = await Start(new Ledger { Before = (page, _) => Task.FromResult(seen = page[^1]) });
        await Log.Write(S1, 41);
        await Log.WriteRaw(S1, "note_taken", $$"""{"amount":42,"text":"{{new string('ü', 100_000)}}"}""");
        await Reached(daemon, 2);
        seen.ShouldNotBeNull();
        seen.Body.ShouldBe(new NoteTaken(42, new('ü', 100_000)));
        (seen.Position, seen.Stream, seen.Version, seen.Type.Alias, seen.UserName, seen.CorrelationId).ShouldBe((2, S1, 2, "note_taken", "budi", null));
        System.Text.Encoding.UTF8.GetString(seen.Headers.Span).ShouldBe("""{"n": 1}""");
        seen.Timestamp.ShouldBe(await Database.Ask<DateTimeOffset>("select timestamp from public.mt_events where seq_id = 2"));
        seen.Id.ShouldBe(await Database.Ask<Guid>("select id from public.mt_events where seq_id = 2"));
    }

    [Fact]
    public async Task A_page_is_cut_by_bytes()
    {
        var sizes = new ConcurrentQueue<int>();
        var last = await Log.WriteMany(300, 3, bodyBytes: 10_000);
        var daemon = await Start(Quick with { PageBytes = 100_000 }, Notes.Types, new Ledger { Before = (page, _) => Remember(sizes, page.Count) });
        await Reached(daemon, last);
        sizes.Max().ShouldBeLessThanOrEqualTo(11);
        (await Database.LedgerDefects()).ShouldBe(0);
    }

    [Fact]
    public async Task Only_rows_of_Martens_grammar_stand_in_the_progression()
    {
        var daemon = await Start(new Ledger(), new Totals());
        await Reached(daemon, await Log.Write(S1, 1));
        await daemon.Stop();
        (await Database.List<string>("select name from public.mt_event_progression order by name")).ShouldBe(["HighWaterMark", "Ledger:All", "Totals:All"]);
    }

    [Fact]
    public async Task Every_commit_is_announced_to_those_who_listen()
    {
        var daemon = await Start(new Ledger());
        var heard = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        daemon.Committed += (_, e) =>
        {
            if (e is { Projection: "Ledger", Position: > 0 }) heard.TrySetResult(e.Position);
        };
        daemon.Signal(await Log.Write(S1, 1));
        (await heard.Task.WaitAsync(Patience, Ct)).ShouldBe(1);
    }

    /// <summary>What a listener remembers of old rows must be forgotten before anybody builds on the new ones.</summary>
    [Fact]
    public async Task Whoever_waits_is_answered_after_those_who_listen()
    {
        var daemon = await Start(new Ledger());
        var known = new ConcurrentQueue<(long Told, long Answered)>();
        daemon.Committed += (_, e) => known.Enqueue((e.Position, daemon.PositionOf("Ledger")));
        var last = await Log.Write(S1, 1);
        daemon.Signal(last);
        await Reached(daemon, last);
        // A look at the table may tell the same once more, when it is known already.
        known.ShouldContain(one => one.Told == last && one.Answered < last);
    }

    private static Task Remember(ConcurrentQueue<long> seen, IReadOnlyList<Recorded> page)
    {
        foreach (var e in page) seen.Enqueue(e.Position);
        return Task.CompletedTask;
    }

    private static Task Remember(ConcurrentQueue<int> sizes, int count)
    {
        sizes.Enqueue(count);
        return Task.CompletedTask;
    }
}
