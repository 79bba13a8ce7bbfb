using System.Diagnostics;
using Coordination.Testing;
using Shouldly;
using Xunit;

namespace Coordination.EventStore.Tests.Reading;

/// <summary>Promise: one event that cannot be projected is set aside visibly, the others go on; a server in trouble condemns nobody.</summary>
public sealed class DeadLetterTests(Database database) : ReadingTest(database), IClassFixture<Database>
{
    private static bool IsPoison(Recorded e) => e.Body is NoteTaken { Amount: 666 };

    private static Ledger Squeamish(Func<bool>? still = null) => new()
    {
        Before = (page, _) => (still?.Invoke() ?? true) && page.Any(IsPoison) ? throw new InvalidOperationException("secret content") : Task.CompletedTask,
    };

    [Fact]
    public async Task A_poison_event_is_set_aside_and_the_others_go_on()
    {
        await Log.WriteMany(300, 5);
        await Log.Write(S1, 666);
        var last = await Log.WriteMany(300, 7);
        var daemon = await Start(Squeamish(), new Totals());
        await Reached(daemon, last);

        (await Database.LedgerDefects()).ShouldBe(1);
        (await Database.Ask<long>("select sum(events)::bigint from readmodel.totals")).ShouldBe(601); // the other projection took it
        var letter = (await daemon.Status(Ct)).DeadLetters.ShouldHaveSingleItem();
        (letter.Projection, letter.Shard, letter.Position, letter.ErrorType).ShouldBe(("Ledger", "Ledger:All", 301, typeof(InvalidOperationException).FullName!));
    }

    [Fact]
    public async Task Several_poison_events_in_one_page_are_each_found()
    {
        for (var n = 0; n < 40; n++) await Log.Write(S1, n % 10 == 3 ? 666 : n);
        var daemon = await Start(Squeamish());
        await Reached(daemon, 40);
        (await daemon.Status(Ct)).DeadLetters.Select(letter => letter.Position).ShouldBe([4, 14, 24, 34]);
        (await Database.LedgerDefects()).ShouldBe(4);
    }

    [Fact]
    public async Task A_row_that_violates_a_constraint_is_the_events_fault()
    {
        await Log.Write(S1, 1, 2, 3);
        await Database.Run("insert into readmodel.ledger values (2, gen_random_uuid(), 9, 1, now())");
        var daemon = await Start(new Ledger());
        await Reached(daemon, 3);
        (await daemon.Status(Ct)).DeadLetters.ShouldHaveSingleItem().Error.ShouldContain("ledger_pk");
    }

    [Fact]
    public async Task A_body_that_does_not_fit_its_type_is_set_aside_without_its_content()
    {
        await Log.WriteRaw(S1, "note_taken", """{"amount":"hemlock"}""");
        var last = await Log.Write(S1, 2);
        var daemon = await Start(new Ledger());
        await Reached(daemon, last);
        (await Database.Ask<string>("select data::text from public.mt_doc_deadletterevent")).ShouldNotContain("hemlock");
        (await Database.List<long>("select position from readmodel.ledger")).ShouldBe([2]);
    }

    [Fact]
    public async Task What_an_exception_says_is_not_kept()
    {
        await Log.Write(S1, 666);
        var daemon = await Start(Squeamish());
        await Reached(daemon, 1);
        (await Database.Ask<string>("select data::text from public.mt_doc_deadletterevent")).ShouldNotContain("secret");
    }

    [Fact]
    public async Task A_letter_can_be_replayed_when_the_cause_is_gone()
    {
        var poisonous = true;
        await Log.Write(S1, 1, 666, 3);
        var daemon = await Start(Squeamish(() => poisonous));
        await Reached(daemon, 3);
        var letter = (await daemon.Status(Ct)).DeadLetters.ShouldHaveSingleItem();

        (await daemon.ReplayDeadLetter(letter.Id, Ct)).ShouldNotBeNull(); // still poison: it says so and keeps the letter
        (await daemon.Status(Ct)).DeadLetters.ShouldHaveSingleItem();

        poisonous = false;
        (await daemon.ReplayDeadLetter(letter.Id, Ct)).ShouldBeNull();
        (await Database.LedgerDefects()).ShouldBe(0);
        (await daemon.Status(Ct)).DeadLetters.ShouldBeEmpty();
        (await daemon.ReplayDeadLetter(letter.Id, Ct)).ShouldNotBeNull(); // once
        (await Database.LedgerDefects()).ShouldBe(0);
    }

    [Fact]
    public async Task A_missing_table_condemns_no_event()
    {
        await Log.Write(S1, 1, 2);
        ProjectionDaemon daemon;
        await Database.Run("alter table readmodel.ledger rename to ledger_elsewhere");
        try
        {
            daemon = await Start(new Ledger());
            var waited = await Errs(daemon);
            waited.Outcome.ShouldBe(WaitOutcome.TimedOut);
            waited.Error.ShouldNotBeNull().ShouldContain("42P01");
        }
        finally
        {
            await Database.Run("alter table readmodel.ledger_elsewhere rename to ledger");
        }

        await Reached(daemon, 2);
        (await daemon.Status(Ct)).DeadLetters.ShouldBeEmpty();
        (await Database.LedgerDefects()).ShouldBe(0);
    }

    [Fact]
    public async Task A_connection_that_breaks_within_a_page_condemns_no_event()
    {
        var breaks = 3;
        var daemon = await Start(new Ledger
        {
            Before = async (_, session) =>
            {
                if (Interlocked.Decrement(ref breaks) >= 0) await Database.Run($"select pg_terminate_backend({session.Connection.ProcessID})");
            },
        });
        await Reached(daemon, await Log.Write(S1, 1, 2));
        breaks.ShouldBeLessThan(0);
        (await daemon.Status(Ct)).DeadLetters.ShouldBeEmpty();
        (await Database.LedgerDefects()).ShouldBe(0);
    }

    /// <summary>What the first wait says that has an error to tell: how soon the daemon tries is the machine's affair.</summary>
    private static async Task<Waited> Errs(ProjectionDaemon daemon)
    {
        var since = Stopwatch.StartNew();
        while (true)
        {
            var waited = await daemon.WaitFor(2, Moment, Ct);
            if (waited.Error is not null || waited.Reached || since.Elapsed > Patience) return waited;
        }
    }
}
