using System.Text;
using System.Text.Json;
using Coordination.EventStore;
using Coordination.Host.Postgres;
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
