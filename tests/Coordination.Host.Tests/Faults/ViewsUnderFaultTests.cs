using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coordination.Testing.Faults;
using Npgsql;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Faults;

/// <summary>Views go on beside transactions that hang (F7), past a poison event (F11), and while they are rebuilt (F13).</summary>
public sealed class ViewsUnderFaultTests(HostDatabase database) : IClassFixture<HostDatabase>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Views_go_on_beside_an_idle_transaction_and_a_long_snapshot()
    {
        await using var host = await ProxiedHost.Start(database, Ct);
        await using var around = await Bystanders.Begin(database, host, Ct);
        await using var idle = await Hang("select txid_current()");
        await using var snapshot = await Hang("set transaction isolation level repeatable read; select count(*) from mt_events");
        var history = new History();

        for (var i = 0; i < 5; i++)
        {
            var claim = await host.File($"beside-{i}", history, Ct);
            (await Titles(host, claim.Position)).ShouldContain($"beside-{i}");
        }

        (await around.Breaches(history, Ct)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_poison_event_becomes_a_visible_dead_letter_and_the_views_go_on()
    {
        await using var host = await ProxiedHost.Start(database, Ct);
        await using var around = await Bystanders.Begin(database, host, Ct);
        var operators = await Operator.SignIn(host.Http, Ct);
        var history = new History();
        (await host.File("before-poison", history, Ct)).Answer.ShouldBe(Answer.Acknowledged);

        var poison = await Poison();
        var after = await host.File("after-poison", history, Ct);

        (await Titles(host, after.Position)).ShouldContain("after-poison");
        var letters = (await operators.Status(Ct)).GetProperty("deadLetters").EnumerateArray().ToList();
        letters.ShouldNotBeEmpty();
        letters.ShouldAllBe(letter => letter.GetProperty("position").GetInt64() == poison);
        (await DeadLettersInHealth(host)).ShouldBe(letters.Count);
        await operators.CaughtUp(Ct);
        (await around.Breaches(history, Ct)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Views_are_rebuilt_under_load_without_ever_being_empty()
    {
        await using var host = await ProxiedHost.Start(database, Ct);
        await using var around = await Bystanders.Begin(database, host, Ct);
        var operators = await Operator.SignIn(host.Http, Ct);
        var history = new History();
        await Titles(host, (await host.File("before-rebuild", history, Ct)).Position);
        var load = new Load(host.Officer, [host.Http], history, seed: 13);
        var rebuilding = RebuildAll(operators);
        var watching = NeverEmpty(host, rebuilding);

        await load.Run(workers: 4, rebuilding, TimeSpan.FromSeconds(60), Ct);

        await watching;
        (await around.Breaches(history, Ct)).ShouldBeEmpty();
    }

    private static async Task RebuildAll(Operator operators)
    {
        var names = (await operators.Shards(Ct)).Select(shard => shard.GetProperty("projection").GetString()!).Distinct(StringComparer.Ordinal);
        foreach (var name in names) await operators.Rebuild(name, Ct);
    }

    private static async Task NeverEmpty(ProxiedHost host, Task until)
    {
        while (!until.IsCompleted)
        {
            (await Titles(host, after: null)).ShouldNotBeEmpty();
            await Task.Delay(10, Ct);
        }
    }

    private static async Task<IReadOnlyList<string>> Titles(ProxiedHost host, long? after)
    {
        using var request = host.Officer.Authorized(HttpMethod.Get, "/api/v1/intelligence?limit=50");
        if (after is not null) request.Headers.Add("X-After-Position", $"{after}");
        using var response = await host.Http.SendAsync(request, Ct);
        var body = await response.Content.ReadAsStringAsync(Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, body);
        return [.. JsonDocument.Parse(body).RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("title").GetString()!)];
    }

    private static async Task<int> DeadLettersInHealth(ProxiedHost host)
    {
        var health = await host.Http.GetFromJsonAsync<JsonElement>("/health/ready", Ct);
        return health.GetProperty("shards").EnumerateArray().Sum(shard => shard.GetProperty("deadLetters").GetInt32());
    }

    private async Task<NpgsqlConnection> Hang(string sql)
    {
        var connection = await database.Owner.OpenConnectionAsync(Ct);
        await using var command = new NpgsqlCommand($"begin; {sql}", connection);
        await command.ExecuteNonQueryAsync(Ct);
        return connection;
    }

    /// <summary>An event of a known type that no view can read, written past the store.</summary>
    private async Task<long> Poison()
    {
        await using var command = database.Owner.CreateCommand(
            """
            with stream as (
                insert into mt_streams (id, type, version) values (gen_random_uuid(), 'intelligence_report', 1) returning id)
            insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, headers, user_name)
            select nextval('mt_events_sequence'), gen_random_uuid(), stream.id, 1, '{"title": 7}', 'intelligence_report_filed', now(), e.headers - 'sourceRef', e.user_name
            from stream, (select headers, user_name from mt_events where type = 'intelligence_report_filed' limit 1) as e
            returning seq_id
            """);
        return (long)(await command.ExecuteScalarAsync(Ct))!;
    }
}
