using System.Diagnostics;
using Coordination.Testing;
using Npgsql;
using Shouldly;
using Xunit;

namespace Coordination.EventStore.Tests.Reading;

/// <summary>Promise: an append is projected because somebody said so, not because somebody looked; on other nodes too, and with few words.</summary>
public sealed class WakeUpTests(Database database) : ReadingTest(database), IClassFixture<Database>
{
    // Nobody looks within the life of these tests.
    private static readonly DaemonOptions Deaf = Quick with { SafetyPoll = TimeSpan.FromMinutes(10) };

    [Fact]
    public async Task A_signal_wakes_the_shards_of_this_node()
    {
        var daemon = await Start(Deaf, Notes.Types, new Ledger());
        for (var n = 1; n <= 10; n++) await Reached(daemon, await Log.Write(S1, n));
    }

    [Fact]
    public async Task A_signal_wakes_the_shards_of_other_nodes()
    {
        var projecting = await Start(Deaf, Notes.Types, new Ledger());
        await Reached(projecting, await Log.Write(S1, 1));
        var appending = await Start(Deaf, Notes.Types, new Totals());
        await Reached(appending, await Log.Write(S1, 2));
        var last = await Log.Write(S1, 3);
        appending.Signal(last);
        (await projecting.WaitFor(last, Patience, Ct)).Reached.ShouldBeTrue();
    }

    [Fact]
    public async Task A_commit_on_one_node_is_announced_on_the_others()
    {
        var projecting = await Start(Deaf, Notes.Types, new Ledger());
        await Reached(projecting, await Log.Write(S1, 1));
        var watching = await Start(Deaf with { NodeName = "watching", LeaseRenewal = TimeSpan.FromMinutes(10) }, Notes.Types, new Totals());
        await Reached(watching, 1);
        var heard = new TaskCompletionSource<CommittedEventArgs>(TaskCreationOptions.RunContinuationsAsynchronously);
        watching.Committed += (_, e) =>
        {
            if (string.Equals(e.Projection, "Ledger", StringComparison.Ordinal)) heard.TrySetResult(e);
        };
        var last = await Log.Write(S1, 2);
        projecting.Signal(last);
        (await heard.Task.WaitAsync(Patience, Ct)).Position.ShouldBe(last);
    }

    [Fact]
    public async Task Many_signals_become_few_notifications()
    {
        var daemon = await Start(Deaf with { NotifyInterval = TimeSpan.FromMilliseconds(50) }, Notes.Types, new Ledger());
        await Reached(daemon, await Log.Write(S1, 1));
        await using var listener = await Database.Owner.OpenConnectionAsync(Ct);
        var notifications = 0;
        listener.Notification += (_, _) => notifications++;
        await using (var listen = new NpgsqlCommand("listen coordination", listener)) await listen.ExecuteNonQueryAsync(Ct);
        var started = Stopwatch.GetTimestamp();
        for (var n = 0; n < 200; n++) daemon.Signal(await Log.Write(S1, n));
        await Reached(daemon, 201);
        await using var any = new NpgsqlCommand("select 1", listener);
        await any.ExecuteScalarAsync(Ct);
        notifications.ShouldBeLessThan((int)(Stopwatch.GetElapsedTime(started).TotalMilliseconds / 50) + 2);
        notifications.ShouldBePositive();
    }

    [Fact]
    public async Task A_lost_link_is_made_again()
    {
        var daemon = await Start(Quick, Notes.Types, new Ledger());
        await Reached(daemon, await Log.Write(S1, 1));
        await Database.Run("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
        await Reached(daemon, await WriteAgain());
        (await Database.LedgerDefects()).ShouldBe(0);
    }

    // The writer's own connections were cut as well, and one that was being opened at that moment may stand in a pool that was emptied since.
    private async Task<long> WriteAgain()
    {
        for (var tries = 1; ; tries++)
        {
            Database.Daemon.Clear();
            Database.Owner.Clear();
            try
            {
                return await Log.Write(S1, 2);
            }
            catch (NpgsqlException) when (tries < 5)
            {
                // Nothing was written: it fails where the transaction begins.
            }
        }
    }
}
