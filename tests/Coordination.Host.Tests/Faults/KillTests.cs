using System.Globalization;
using Coordination.Host.Store;
using Coordination.Testing.Faults;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Faults;

/// <summary>kill -9 of Hosts and of PostgreSQL, twenty times, while clients write (F1, F2).</summary>
[Collection(Alone.Name)]
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Kills = 20;
    private const int Writers = 6;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(90);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Set COORDINATION_FAULT_SEED to repeat the kills of an earlier run.</summary>
    private static int Seed => int.TryParse(Environment.GetEnvironmentVariable("COORDINATION_FAULT_SEED"), CultureInfo.InvariantCulture, out var seed)
        ? seed
        : Random.Shared.Next(1, 1_000_000);

    [Fact]
    public async Task Twenty_kills_under_load_lose_nothing_and_write_nothing_twice()
    {
        var seed = Seed;
        output.WriteLine($"seed {seed}");
        await using var system = await FaultedSystem.Start(hosts: 2, Ct);
        await using var log = new LogSubscriber(DatabaseRoles.AsDaemon(system.RuntimeConnectionString));
        var history = new History();
        var load = new Load(await system.SignIn(Ct), [.. system.Hosts.Select(host => host.Client)], history, seed);
        var witness = new Witness(log.PositionsAfter, Ct);

        await load.Run(Writers, KillAll(system, new Random(seed)), Grace, Ct);

        output.WriteLine($"{history.Acknowledged} acknowledged, {history.Settled} of them after doubt, slowest recovery {system.SlowestRecovery}");
        history.Unsettled.ShouldBeEmpty();
        history.Acknowledged.ShouldBeGreaterThan(Kills);
        var breaches = await Invariants.Check(system.Owner, OfficerClient.KeyInLog, history, await witness.Finish(), Ct);
        breaches.ShouldBeEmpty(system.Hosts[0].Output);
        // How fast PostgreSQL recovers is asked by PostgresKillTests, where no Hosts start beside it.
        var operators = await Operator.SignIn(system.Hosts[0].Client, Ct);
        (await operators.Defects(Ct)).ShouldBeEmpty();
    }

    private static async Task KillAll(FaultedSystem system, Random random)
    {
        for (var kill = 0; kill < Kills; kill++)
        {
            await Task.Delay(random.Next(100, 600), Ct);
            switch (kill % 3)
            {
                case 0:
                    await FaultedSystem.KillAndRestart(system.Hosts[random.Next(system.Hosts.Count)], Ct);
                    break;
                case 1:
                    await system.KillPostmaster(Ct);
                    break;
                default:
                    await system.KillBackend(random.Next(1000), Ct);
                    break;
            }
        }
    }
}
