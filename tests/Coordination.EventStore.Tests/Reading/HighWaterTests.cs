using Coordination.Testing;
using Npgsql;
using Shouldly;
using Xunit;

namespace Coordination.EventStore.Tests.Reading;

/// <summary>Promise: the watermark never passes what may still appear, and never waits for anything else.</summary>
public sealed class HighWaterTests(Database database) : ReadingTest(database), IClassFixture<Database>
{
    private readonly Watermark _watermark = new(database.Daemon);

    private Task<long> Advance() => _watermark.Advance(Ct);

    [Fact]
    public async Task An_empty_log_is_complete_up_to_nothing() => (await Advance()).ShouldBe(0);

    [Fact]
    public async Task A_log_without_holes_is_complete_up_to_its_end()
    {
        await Log.Write(S1, 1, 2, 3);
        (await Advance()).ShouldBe(3);
    }

    [Fact]
    public async Task It_holds_before_the_number_of_an_open_append()
    {
        await Log.Write(S1, 1);
        await using var open = await Log.Begin();
        await open.Write(S1, 2);
        await Log.Write(S2, 3);
        (await Advance()).ShouldBe(1);
        await open.Commit();
        (await Advance()).ShouldBe(3);
    }

    [Fact]
    public async Task It_goes_on_behind_the_open_append_as_far_as_the_log_is_dense()
    {
        await using var open = await Log.Begin(); // has the gate, but no number yet
        await Log.Write(S2, 1, 2);
        (await Advance()).ShouldBe(2);
    }

    [Fact]
    public async Task A_hole_that_a_roll_back_left_is_passed_at_once()
    {
        await using (var open = await Log.Begin())
        {
            await open.Write(S1, 1);
            await open.Rollback();
        }

        await Log.Write(S2, 2);
        (await Advance()).ShouldBe(2);
    }

    [Fact]
    public async Task Many_dead_holes_are_passed_at_once()
    {
        for (var round = 0; round < 5; round++)
        {
            await using (var open = await Log.Begin())
            {
                for (var n = 0; n < 40; n++) await open.Write(S1, n);
                await open.Rollback();
            }

            await Log.Write(S2, round);
        }

        (await Advance()).ShouldBe(205);
    }

    [Fact]
    public async Task Writers_who_come_later_do_not_prolong_the_wait()
    {
        var first = await Log.Begin();
        await first.Write(S1, 1);
        await Log.Write(S2, 2);
        (await Advance()).ShouldBe(0);
        await using var later = await Log.Begin();
        await later.Write(Guid.CreateVersion7(), 3);
        await first.Rollback();
        await first.DisposeAsync();
        (await Advance()).ShouldBe(2); // the later one still holds the gate, but cannot own number 1
    }

    [Fact]
    public async Task An_idle_transaction_of_a_stranger_stalls_nothing()
    {
        await using var stranger = await Database.Owner.OpenConnectionAsync(Ct);
        await using var transaction = await stranger.BeginTransactionAsync(Ct);
        await using var writes = new NpgsqlCommand("create table public.stranger (); select txid_current()", stranger); // holds a transaction id
        await writes.ExecuteNonQueryAsync(Ct);
        await Dead();
        (await Advance()).ShouldBe(2);
    }

    [Fact]
    public async Task A_long_snapshot_of_a_stranger_who_reads_every_table_stalls_nothing()
    {
        await using var dump = await Database.Owner.OpenConnectionAsync(Ct);
        await using var transaction = await dump.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, Ct);
        await using var reads = new NpgsqlCommand("lock table public.mt_events, coordination.gate in access share mode; select count(*) from public.mt_events", dump);
        await reads.ExecuteNonQueryAsync(Ct);
        await Dead();
        (await Advance()).ShouldBe(2);
    }

    [Fact]
    public async Task A_gate_held_in_another_database_stalls_nothing()
    {
        await using var other = await Database.Create();
        await using var holder = await new RawLog(other).Begin();
        await Dead();
        (await Advance()).ShouldBe(2);
    }

    // The lower number belongs to the later transaction id: filtering by transaction id and ordering by position loses it.
    [Fact]
    public async Task A_lower_number_with_a_later_transaction_id_is_not_skipped()
    {
        await using var a = await Log.Begin();
        await using (var first = new NpgsqlCommand("insert into coordination.idempotency values ('s', 'k', '', 0, gen_random_uuid(), 0)", a.Connection))
            await first.ExecuteNonQueryAsync(Ct);
        await using var b = await Log.Begin();
        await b.Write(S2, 1);
        await a.Write(S1, 2);
        await a.Commit();
        (await Advance()).ShouldBe(0);
        await b.Commit();
        (await Advance()).ShouldBe(2);
    }

    // The later version belongs to the earlier transaction id: ordering by transaction id would turn the stream round.
    [Fact]
    public async Task A_stream_keeps_its_order_when_the_earlier_transaction_appends_later()
    {
        await using var a = await Log.Begin();
        await using (var first = new NpgsqlCommand("insert into coordination.idempotency values ('s', 'k', '', 0, gen_random_uuid(), 0)", a.Connection))
            await first.ExecuteNonQueryAsync(Ct);
        await Log.Write(S1, 1);
        await a.Write(S1, 2);
        await a.Commit();
        var daemon = await Start(new Ledger());
        await Reached(daemon, 2);
        (await Database.List<long>("select version from readmodel.ledger order by position")).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task What_is_known_never_goes_back()
    {
        await Log.Write(S1, 1, 2);
        await Advance();
        await using var open = await Log.Begin();
        await open.Write(S1, 3);
        (await Advance()).ShouldBe(2);
        _watermark.Raise(1);
        _watermark.Settled.ShouldBe(2);
    }

    private async Task Dead()
    {
        await using (var open = await Log.Begin())
        {
            await open.Write(S1, 1);
            await open.Rollback();
        }

        await Log.Write(S2, 2);
    }
}
