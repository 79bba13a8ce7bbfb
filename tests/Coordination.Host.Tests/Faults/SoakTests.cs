using System.Net;
using System.Text;
using Coordination.Testing.Faults;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Faults;

/// <summary>A real Host process under good and malformed traffic together, then the invariants.</summary>
[Collection(Alone.Name)]
public sealed class SoakTests(HostDatabase database, ITestOutputHelper output) : IClassFixture<HostDatabase>
{
    private const int Seed = 7;
    private const long MostResident = 600L * 1024 * 1024;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(10);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mixed_traffic_leaves_every_promise_kept_and_the_process_answering()
    {
        await using var host = await HostProcess.Start(database.RuntimeConnectionString, database.OwnerConnectionString, database.Keys, Ct);
        await using var log = new LogSubscriber(database.DaemonConnectionString);
        var officer = await OfficerClient.SignIn(host.Client, "polri.barelang", "POLRI", "POLRESTA-BARELANG", HostProcess.DemoPassword, Ct);
        var history = new History();
        var witness = new Witness(log.PositionsAfter, Ct);
        var stop = Task.Delay(Length, Ct);
        var malformed = Enumerable.Range(0, 3).Select(worker => SendMalformed(host, officer, new Random(Seed + worker), stop)).ToList();

        await new Load(officer, [host.Client], history, Seed).Run(workers: 4, stop, TimeSpan.FromSeconds(60), Ct);

        var statuses = (await Task.WhenAll(malformed)).SelectMany(counts => counts).ToLookup(status => (int)status);
        output.WriteLine($"{history.Acknowledged} acknowledged; malformed: {string.Join(", ", statuses.Select(s => $"{s.Key} x {s.Count()}"))}");
        statuses.Where(status => status.Key is < 400 or >= 500).ShouldBeEmpty();
        history.Unsettled.ShouldBeEmpty();
        await host.Answers("/health/ready", HttpStatusCode.OK, TimeSpan.FromSeconds(60), Ct);
        host.ResidentBytes.ShouldBeLessThan(MostResident);
        (await Invariants.Check(database.Owner, OfficerClient.KeyInLog, history, await witness.Finish(), Ct)).ShouldBeEmpty();
        (await (await Operator.SignIn(host.Client, Ct)).Defects(Ct)).ShouldBeEmpty();
    }

    private static async Task<List<HttpStatusCode>> SendMalformed(HostProcess host, OfficerClient officer, Random random, Task stop)
    {
        var statuses = new List<HttpStatusCode>();
        while (!stop.IsCompleted)
        {
            var (body, mediaType) = Malformed(officer, random);
            using var request = officer.Authorized(HttpMethod.Post, "/api/v1/events", new StringContent(body, Encoding.UTF8, mediaType));
            try
            {
                using var response = await host.Client.SendAsync(request, Ct);
                statuses.Add(response.StatusCode);
            }
            catch (HttpRequestException) when (body.Length > 1_000_000)
            {
                // The server may close on an oversized body before we have sent all of it.
            }
        }

        return statuses;
    }

    private static (string Body, string MediaType) Malformed(OfficerClient officer, Random random)
    {
        const string One = "application/cloudevents+json";
        var good = officer.Event("intelligence_report_filed", $"bad-{random.Next()}", "bad", OfficerClient.Filed("bad")).ToJsonString();
        return random.Next(7) switch
        {
            0 => (good[..random.Next(1, good.Length - 1)], One),
            1 => (new string('[', 5_000) + new string(']', 5_000), "application/cloudevents-batch+json"),
            2 => (good.Replace("\"specversion\":\"1.0\"", "\"specversion\":1", StringComparison.Ordinal), One),
            3 => (good, "text/plain"),
            4 => (good.Replace("\"source\"", "\"sauce\"", StringComparison.Ordinal), One),
            5 => ("\u0000" + good, One),
            _ => (good.Replace("Data contoh", new string('x', 1_100_000), StringComparison.Ordinal), One),
        };
    }
}
