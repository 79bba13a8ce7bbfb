using Npgsql;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Faults;

/// <summary>The embedded PostgreSQL alone, killed again and again under load (F2).</summary>
[Collection(Alone.Name)]
public sealed class PostgresKillTests(ITestOutputHelper output)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_kills_in_a_row_are_each_recovered_in_time_and_lose_nothing_committed()
    {
        await using var system = await FaultedSystem.Start(hosts: 0, Ct);
        await using (var create = system.Owner.CreateCommand("create table kept (n int primary key); grant insert on kept to coord_rt"))
            await create.ExecuteNonQueryAsync(Ct);
        var stop = new TaskCompletionSource();
        var writers = Enumerable.Range(0, 8).Select(writer => Write(system, writer, stop.Task)).ToList();

        for (var kill = 0; kill < 10; kill++)
        {
            await ((kill % 3) switch
            {
                0 => system.KillPostmaster(Ct),
                1 => system.KillBackend(kill, Ct),
                _ => system.KillBackendAndPostmaster(kill, Ct),
            });
        }

        stop.SetResult();
        var acknowledged = (await Task.WhenAll(writers)).SelectMany(n => n).ToArray();
        acknowledged.ShouldNotBeEmpty();
        (await Missing(system, acknowledged)).ShouldBe(0);
        output.WriteLine($"{acknowledged.Length} acknowledged; recovery typically {system.TypicalRecovery}, at most {system.SlowestRecovery}");
        system.TypicalRecovery.ShouldBeLessThan(FaultedSystem.RecoveryLimit);
    }

    private static async Task<List<int>> Write(FaultedSystem system, int writer, Task stop)
    {
        await using var runtime = NpgsqlDataSource.Create(system.RuntimeConnectionString);
        var acknowledged = new List<int>();
        for (var n = writer * 1_000_000; !stop.IsCompleted; n++)
        {
            try
            {
                await using var insert = runtime.CreateCommand("insert into kept values ($1)");
                insert.Parameters.AddWithValue(n);
                await insert.ExecuteNonQueryAsync(Ct);
                acknowledged.Add(n);
            }
            catch (NpgsqlException)
            {
                await Task.Delay(10, Ct);
            }
        }

        return acknowledged;
    }

    private static async Task<long> Missing(FaultedSystem system, int[] acknowledged)
    {
        await using var command = system.Owner.CreateCommand("select count(*) from unnest($1::int[]) n where not exists (select from kept where kept.n = n.n)");
        command.Parameters.AddWithValue(acknowledged);
        return (long)(await command.ExecuteScalarAsync(Ct))!;
    }
}
