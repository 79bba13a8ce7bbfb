using System.Text.Json.Nodes;
using Coordination.Testing.Faults;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Faults;

/// <summary>Senders that repeat themselves, out of order, to two Hosts at once (F12), and many writers on one stream (F6).</summary>
public sealed class DeliveryTests(HostDatabase database) : IClassFixture<HostDatabase>
{
    private const int Subjects = 20;
    private const int GradesEach = 4;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Batches_sent_twice_and_shuffled_to_two_hosts_are_written_once_and_answered_alike()
    {
        await using var first = await ProxiedHost.Start(database, Ct);
        await using var second = await ProxiedHost.Start(database, Ct);
        await using var around = await Bystanders.Begin(database, first, Ct);
        var history = new History();
        var officer = first.Officer;
        var reports = Enumerable.Range(0, Subjects).Select(s => Filed(officer, $"d-{s}")).ToList();
        var grades = Enumerable.Range(0, Subjects * GradesEach).Select(g => Graded(officer, $"d-{g % Subjects}-{g}", $"d-{g % Subjects}", 1 + g / Subjects)).ToArray();

        await Task.WhenAll(new[] { first, second, first, second }.Select(host => Settle(host, reports, history)));
        var random = new Random(12);
        await Task.WhenAll(new[] { first, second, first, second }.Select(host =>
        {
            var shuffled = grades.ToArray();
            random.Shuffle(shuffled);
            return Settle(host, shuffled, history);
        }));

        history.Unsettled.ShouldBeEmpty();
        history.Acknowledged.ShouldBe(Subjects * (1 + GradesEach));
        (await around.Breaches(history, Ct)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Thirty_two_writers_on_one_stream_are_all_written_each_at_its_own_version()
    {
        const int Writers = 32;
        await using var host = await ProxiedHost.Start(database, Ct);
        await using var around = await Bystanders.Begin(database, host, Ct);
        var history = new History();
        (await host.File("hot", history, Ct)).Answer.ShouldBe(Answer.Acknowledged);

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(w => Settle(host, [Graded(host.Officer, $"hot-{w}", "hot", 1 + w)], history)));

        history.Acknowledged.ShouldBe(Writers + 1);
        (await around.Breaches(history, Ct)).ShouldBeEmpty();
    }

    private static JsonObject Filed(OfficerClient officer, string key) =>
        officer.Event("intelligence_report_filed", key, key, OfficerClient.Filed(key));

    private static JsonObject Graded(OfficerClient officer, string key, string subject, int grade) =>
        officer.Event("intelligence_graded", key, subject, OfficerClient.Graded(key, grade));

    /// <summary>Sends what has no answer yet again, under the same keys.</summary>
    private static async Task Settle(ProxiedHost host, IReadOnlyList<JsonObject> cloudEvents, History history)
    {
        for (var round = 0; cloudEvents.Count > 0 && round < 20; round++)
        {
            var claims = await host.Officer.SendBatch(host.Http, cloudEvents, history, Ct);
            cloudEvents = [.. cloudEvents.Where((_, i) => claims[i].Answer != Answer.Acknowledged)];
        }
    }
}
