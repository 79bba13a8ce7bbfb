using System.Collections.Concurrent;
using Coordination.Testing;
using Npgsql;
using Shouldly;
using Xunit;

namespace Coordination.EventStore.Tests.Reading;

/// <summary>Promise: whatever overlaps and whatever is rolled back, a projection that runs meanwhile misses nothing and counts nothing twice.</summary>
public sealed class OverlappingWritersTests(Database database) : ReadingTest(database), IClassFixture<Database>
{
    private const int Writers = 24;
    private const int TransactionsPerWriter = 150;

    [Fact]
    public async Task Overlapping_writers_and_rollbacks_hide_nothing()
    {
        var seen = new ConcurrentQueue<(long Position, Guid Stream, long Version)>();
        var daemon = await Start(
            new Ledger
            {
                Before = (page, _) =>
                {
                    foreach (var e in page) seen.Enqueue((e.Position, e.Stream, e.Version));
                    return Task.CompletedTask;
                },
            },
            new Totals());
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteMany(daemon, writer))));
        await Reached(daemon, await Database.Ask<long>("select max(seq_id) from public.mt_events"));

        (await Database.Ask<long>("select count(*) from public.mt_events")).ShouldBeGreaterThan(5_000);
        (await Database.LedgerDefects()).ShouldBe(0);
        seen.Select(e => e.Position).ShouldBeUnique();
        seen.Zip(seen.Skip(1)).ShouldAllBe(pair => pair.First.Position < pair.Second.Position);
        foreach (var stream in seen.GroupBy(e => e.Stream)) stream.Select(e => e.Version).ShouldBe(Enumerable.Range(1, stream.Count()).Select(n => (long)n));
        var verifier = new Verifier(Database.Owner, Notes.Types, Notes.Serializer, [new Ledger(), new Totals()], Quick);
        (await verifier.Verify(folds: true, Ct)).ShouldBeEmpty();
    }

    // Why every writer must take the gate, importers too (docs/adr/0004).
    [Fact]
    public async Task Without_the_gate_an_event_is_lost()
    {
        var daemon = await Start(new Ledger());
        await using var forgetful = await Log.Begin(gate: false);
        await forgetful.Write(S1, 1);
        await Reached(daemon, await Log.Write(S2, 2));
        await forgetful.Commit();
        await Reached(daemon, await Log.Write(S2, 3));
        (await Database.LedgerDefects()).ShouldBe(1);
    }

    private async Task WriteMany(ProjectionDaemon daemon, int writer)
    {
        var random = new Random(writer); // the same work in every run; only the interleaving differs
        for (var n = 0; n < TransactionsPerWriter; n++)
        {
            await using var open = await Log.Begin();
            var stream = new Guid(random.Next(40), 0, 0, new byte[8]);
            var position = 0L;
            for (var events = random.Next(1, 4); events > 0; events--) position = await open.Write(stream, random.Next(100));
            await Hold(open.Connection, random.Next(6));
            if (random.Next(10) == 0)
            {
                await open.Rollback();
                continue;
            }

            await open.Commit();
            daemon.Signal(position);
        }
    }

    // Not a wait for anything: the time during which this transaction overlaps with others.
    private static async Task Hold(NpgsqlConnection connection, int milliseconds)
    {
        await using var command = new NpgsqlCommand("select pg_sleep($1)", connection);
        command.Parameters.Add(new() { Value = milliseconds / 1000.0 });
        await command.ExecuteNonQueryAsync();
    }
}
