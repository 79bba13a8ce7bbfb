using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Coordination.Testing.Faults;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Faults;

/// <summary>Readers that open a live stream and take nothing (F10): they hold up themselves, and neither memory nor anybody else.</summary>
[Collection(Alone.Name)]
public sealed partial class SlowConsumerTests(HostDatabase database) : IClassFixture<HostDatabase>
{
    private const int Slow = 10;
    private const int Batches = 6;
    private const int PerBatch = 50;
    private const long MostGrowth = 150L * 1024 * 1024;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_does_not_read_holds_up_nobody_else_and_no_memory()
    {
        await using var host = await ProxiedHost.Start(database, Ct);
        var (file, history) = (await host.OpenCase(Ct), new History());
        await using var around = await Bystanders.Begin(database, host, Ct);
        await using var quick = new Onlooker(host.Http, host.Officer);
        var sleepers = Enumerable.Range(0, Slow).Select(_ => Sleeper(host)).ToList();
        var memory = GC.GetTotalMemory(forceFullCollection: true);
        var streams = new HashSet<string>();
        for (var batch = 0; batch < Batches; batch++)
        {
            var events = Enumerable.Range(0, PerBatch).Select(i => Filed(host, file, batch * PerBatch + i)).ToList();
            streams.UnionWith((await host.Officer.SendBatch(host.Http, events, history, Ct)).Select(claim => $"{claim.Stream}"));
        }

        // Whoever reads gets everything.
        var read = 0;
        await Operator.Until(() => Task.FromResult(AllRead()), TimeSpan.FromSeconds(120), Ct);
        (GC.GetTotalMemory(forceFullCollection: true) - memory).ShouldBeLessThan(MostGrowth);
        (await host.Officer.Send(host.Http, Filed(host, file, -1), history, Ct)).Answer.ShouldBe(Answer.Acknowledged);
        sleepers.ForEach(sleeper => sleeper.Dispose());
        (await around.Breaches(history, Ct)).ShouldBeEmpty();

        // Each frame once: looking through all of them again and again would itself hold the others up.
        bool AllRead()
        {
            foreach (var frame in quick.Frames.Skip(read))
            {
                read++;
                streams.ExceptWith(Ids().Matches(frame).Select(id => id.Value));
            }

            return streams.Count == 0;
        }
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ids();

    // The smallest window there is, and nobody takes from it.
    private static TcpClient Sleeper(ProxiedHost host)
    {
        var client = new TcpClient { ReceiveBufferSize = 1 };
        client.Connect(host.Http.BaseAddress!.Host, host.Http.BaseAddress.Port);
        using var request = host.Officer.Authorized(HttpMethod.Get, "/api/v1/stream");
        client.GetStream().Write(Encoding.ASCII.GetBytes(
            $"GET /api/v1/stream HTTP/1.1\r\nHost: {host.Http.BaseAddress.Authority}\r\nAuthorization: {request.Headers.Authorization}\r\nLast-Event-ID: 0\r\n\r\n"));
        return client;
    }

    private static JsonObject Filed(ProxiedHost host, string file, int number)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"slow-{number}");
        var filed = OfficerClient.Filed(key);
        filed["case"] = file;
        return host.Officer.Event("intelligence_report_filed", key, key, filed);
    }
}
