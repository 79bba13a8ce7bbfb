using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Coordination.Testing.Faults;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Faults;

/// <summary>Two Hosts share the views of one database; one is killed, or paused and resumed (F21).</summary>
[Collection(Alone.Name)]
public sealed class TwoHostsTests(HostDatabase database, ITestOutputHelper output) : IClassFixture<HostDatabase>
{
    private static readonly TimeSpan TakeOverLimit = TimeSpan.FromSeconds(10);

    // What a busy machine may take for what the program promises within the limit above.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_views_of_a_killed_host_run_on_the_other_within_ten_seconds()
    {
        await using var left = await Start();
        await using var right = await Start();
        var operators = await Operator.SignIn(right.Client, Ct);
        await Shared(operators);
        var history = new History();
        await using var around = await Around(right, "killed", history);
        await Suspicion(right, "killed", history);

        await left.Kill();
        var killed = Stopwatch.GetTimestamp();
        await Suspicion(right, "survived", history);
        await Operator.Until(async () => OwnedByOne(await operators.Shards(Ct)), Patience, Ct);
        var takenOver = Stopwatch.GetElapsedTime(killed);
        await operators.CaughtUp(Ct);

        output.WriteLine($"taken over after {takenOver}");
        // Promised are ten seconds, kept by the times of the lease; the rest is a machine on which other things run.
        takenOver.ShouldBeLessThan(3 * TakeOverLimit);
        await NothingTwice(around, operators, history);
    }

    [Fact]
    public async Task A_paused_owner_applies_nothing_twice_when_it_goes_on()
    {
        await using var left = await Start();
        await using var right = await Start();
        var operators = await Operator.SignIn(right.Client, Ct);
        await Shared(operators);
        var history = new History();
        await using var around = await Around(right, "paused", history);
        var load = new Load(await SignIn(right), [right.Client], history, seed: 21);

        await load.Run(workers: 2, PauseUntilTakenOver(left, operators), Patience, Ct);

        await Suspicion(left, "resumed", history);
        await NothingTwice(around, operators, history);
    }

    private async Task PauseUntilTakenOver(HostProcess paused, Operator operators)
    {
        paused.Pause();
        try
        {
            // Longer than a lease, and a little on: events are applied by the new owner that the paused one has in hand, too.
            await Operator.Until(async () => OwnedByOne(await operators.Shards(Ct)), Patience, Ct);
            await Task.Delay(500, Ct);
        }
        finally
        {
            paused.Resume();
        }

        await Operator.Until(async () => (await operators.Shards(Ct)).All(shard => Operator.Is(shard, "Running")), Patience, Ct);
    }

    /// <summary>Who looks on, with a first report that it can read afterwards.</summary>
    private async Task<Bystanders> Around(HostProcess host, string name, History history)
    {
        var officer = await SignIn(host);
        var around = await Bystanders.Begin(database.Owner, database.DaemonConnectionString, host.Client, officer, Ct);
        await officer.Send(host.Client, officer.Event("intelligence_report_filed", $"{name}-first", $"{name}-first", OfficerClient.Filed($"{name}-first")), history, Ct);
        return around;
    }

    private async Task NothingTwice(Bystanders around, Operator operators, History history)
    {
        (await around.Breaches(history, Ct)).ShouldBeEmpty();
        var status = await operators.Status(Ct);
        status.GetProperty("deadLetters").GetArrayLength().ShouldBe(0);
        await using var twice = database.Owner.CreateCommand(
            "select count(*) from (select from mt_events where type = 'alert_raised' group by stream_id having count(*) > 1) as s");
        (await twice.ExecuteScalarAsync(Ct)).ShouldBe(0L);
    }

    /// <summary>Three applicants with one telephone, which raises an alert, once.</summary>
    private static async Task Suspicion(HostProcess host, string name, History history)
    {
        var officer = await OfficerClient.SignIn(host.Client, "imigrasi.kupang", "IMIGRASI", "KANIM-KUPANG", HostProcess.DemoPassword, Ct);
        var phone = $"+62812{Math.Abs(name.Sum(c => c * 7919)):D8}";
        for (var i = 0; i < 3; i++)
        {
            var applied = officer.Event("passport_application_received", $"{name}-{i}", $"{name}-{i}", new JsonObject
            {
                ["applicant"] = new JsonObject { ["name"] = $"Contoh {name} {i}", ["birthDate"] = $"199{i}-01-01" },
                ["channel"] = "WalkIn",
                ["purpose"] = "Tourism",
                ["phone"] = phone,
            });
            (await officer.Send(host.Client, applied, history, Ct)).Answer.ShouldBe(Answer.Acknowledged, string.Join('\n', history.Wrong));
        }
    }

    private static Task<OfficerClient> SignIn(HostProcess host) =>
        OfficerClient.SignIn(host.Client, "polri.barelang", "POLRI", "POLRESTA-BARELANG", HostProcess.DemoPassword, Ct);

    private Task<HostProcess> Start() => HostProcess.Start(database.RuntimeConnectionString, database.OwnerConnectionString, database.Keys, Ct);

    private static Task Shared(Operator operators) => Operator.Until(
        async () => Owners(await operators.Shards(Ct)).ToHashSet() is { Count: 2 } owners && !owners.Contains(null), Patience, Ct);

    /// <summary>Every shard runs, and nobody else than one Host owns any.</summary>
    private static bool OwnedByOne(IReadOnlyList<JsonElement> shards) =>
        Owners(shards).ToHashSet() is { Count: 1 } owners && !owners.Contains(null) && shards.All(shard => Operator.Is(shard, "Running"));

    /// <summary>Null stands for one that nobody owns at the moment: its lease has ended, and the answer leaves it out.</summary>
    private static IEnumerable<string?> Owners(IEnumerable<JsonElement> shards) =>
        shards.Select(shard => shard.TryGetProperty("owner", out var owner) ? owner.GetString() : null);
}
