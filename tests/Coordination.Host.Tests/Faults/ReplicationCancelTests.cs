using System.Text;
using System.Text.Json;
using Coordination.EventStore;
using Coordination.Host.Postgres;
using Coordination.Host.Store;
using Coordination.Testing;
using Coordination.Testing.Faults;
using Npgsql;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Faults;

/// <summary>
/// A commit that waits for a standby is cancelled (F14): PostgreSQL says success with a warning, though a failover could still lose it. The standby
/// is one that never comes, so that PostgreSQL itself waits and is cancelled as it would be for a real one.
/// </summary>
[Collection(Alone.Name)]
public sealed class ReplicationCancelTests : IDisposable
{
    private readonly string _directory = TestDirectory.Create();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task A_commit_whose_wait_for_a_standby_is_cancelled_is_in_doubt_and_settled_by_its_key()
    {
        await using var postgres = await EmbeddedPostgres.Start(new() { DataDirectory = _directory }, Ct);
        await using var owner = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(postgres.OwnerConnectionString) { Options = "-c synchronous_commit=local" }.ConnectionString);
        await Migrator.Migrate(owner, Ct, [.. Database.MigratedAssemblies]);
        await using var writer = NpgsqlDataSource.Create(postgres.OwnerConnectionString);
        await using var log = new EventLog(writer, new([new("noted", typeof(Noted))]), new(JsonSerializerOptions.Web));
        var witness = new Witness(async (after, ct) => [.. (await log.FetchAll(after, 100, ct)).Select(recorded => recorded.Position)], Ct);
        await Standby(owner, "set synchronous_standby_names = 'away'");

        var (request, append) = await Hanging(log, owner);
        await Should.ThrowAsync<AppendInDoubtException>(() => append);

        await Standby(owner, "reset synchronous_standby_names");
        var again = await log.Append(request, Ct);
        again.Verdict.ShouldBe(AppendVerdict.Duplicate);
        var history = new History();
        history.Add(new(request.Key!.Key, Answer.Acknowledged, again.Stream, again.Version, again.Position));
        (await Invariants.Check(owner, "data->>'key'", history, await witness.Finish(), Ct)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_request_whose_commit_is_cancelled_so_is_answered_503_and_settled_by_its_key()
    {
        await using var system = await FaultedSystem.Start(hosts: 1, Ct);
        await using var local = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(system.OwnerConnectionString) { Options = "-c synchronous_commit=local" }.ConnectionString);
        var (http, officer) = (system.Hosts[0].Client, await system.SignIn(Ct));
        await using var around = await Bystanders.Begin(local, DatabaseRoles.AsDaemon(system.RuntimeConnectionString), http, officer, Ct);
        var history = new History();
        Task<Claim> File(string key) => officer.Send(http, officer.Event("intelligence_report_filed", key, key, OfficerClient.Filed(key)), history, Ct);
        (await File("before")).Answer.ShouldBe(Answer.Acknowledged);

        await Standby(local, "set synchronous_standby_names = 'away'");
        using var over = new CancellationTokenSource();
        var cancelling = CancelWaits(local, over.Token);
        var doubtful = await InDoubt(File);
        await Standby(local, "reset synchronous_standby_names");
        await over.CancelAsync();
        await cancelling;

        (await File(doubtful)).Answer.ShouldBe(Answer.Acknowledged);
        history.Unsettled.ShouldBeEmpty();
        (await around.Breaches(history, Ct)).ShouldBeEmpty();
    }

    /// <summary>The key of the first request that was in doubt. Some before it may still find a server that knows of no standby.</summary>
    private static async Task<string> InDoubt(Func<string, Task<Claim>> file)
    {
        for (var n = 0; ; n++)
        {
            if ((await file($"sync-{n}")).Answer == Answer.InDoubt)
                return $"sync-{n}";
        }
    }

    /// <summary>Whatever waits for the standby is cancelled, the product's own commits as well.</summary>
    private static async Task CancelWaits(NpgsqlDataSource owner, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            await Ask(owner, "select bool_or(pg_cancel_backend(pid)) from pg_stat_activity where wait_event = 'SyncRep'");
            await Task.Delay(20, Ct);
        }
    }

    /// <summary>An append that waits for the standby and has been cancelled. The first ones may still find a server that knows of no standby.</summary>
    private static async Task<(AppendRequest Request, Task<AppendResult> Append)> Hanging(EventLog log, NpgsqlDataSource owner)
    {
        for (var n = 0; ; n++)
        {
            var request = Request($"sync-{n}");
            var append = log.Append(request, Ct);
            while (!append.IsCompleted)
            {
                if (await Ask(owner, "select bool_or(pg_cancel_backend(pid)) from pg_stat_activity where wait_event = 'SyncRep'") is true)
                    return (request, append);
                await Task.Delay(20, Ct);
            }

            await append;
        }
    }

    private static async Task Standby(NpgsqlDataSource owner, string setting)
    {
        await Ask(owner, $"alter system {setting}");
        await Ask(owner, "select pg_reload_conf()");
    }

    private static async Task<object?> Ask(NpgsqlDataSource owner, string sql)
    {
        await using var command = owner.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Ct);
    }

    private static AppendRequest Request(string key)
    {
        var recorded = new NewEvent(Guid.CreateVersion7(), new Noted(key), TimeProvider.System.GetUtcNow(), default, "budi");
        return new([new(Guid.CreateVersion7(), "note", ExpectedVersion: 0, [recorded])], new("POLRI", key, Encoding.UTF8.GetBytes(key)));
    }

    private sealed record Noted(string Key);
}
