using System.Diagnostics;
using System.Net;
using Coordination.Testing.Faults;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Faults;

/// <summary>PostgreSQL is gone or says nothing: callers get a clear answer in bounded time and memory, and the Host recovers by itself.</summary>
[Collection(Alone.Name)]
public sealed class StoreAwayTests(HostDatabase database) : IClassFixture<HostDatabase>
{
    private const int Callers = 200;
    private const long MostGrowth = 100 * 1024 * 1024;

    // A statement, the connection over which it is cancelled, and much room for a busy machine.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(45);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Callers_get_503_within_the_limit_and_the_host_recovers_by_itself(bool stalled)
    {
        await using var host = await ProxiedHost.Start(database, Ct);
        await using var around = await Bystanders.Begin(database, host, Ct);
        var history = new History();
        var name = stalled ? "stalled" : "gone";
        (await host.File($"{name}-before", history, Ct)).Answer.ShouldBe(Answer.Acknowledged);
        var memory = GC.GetTotalMemory(forceFullCollection: true);

        if (stalled) host.Proxy.Stall();
        else host.Proxy.Refuse();
        var asked = Stopwatch.GetTimestamp();
        var claims = await Task.WhenAll(Enumerable.Range(0, Callers).Select(i => host.File($"{name}-{i}", history, Ct)));

        Stopwatch.GetElapsedTime(asked).ShouldBeLessThan(Limit);
        claims.ShouldAllBe(claim => claim.Answer != Answer.Acknowledged);
        history.Wrong.ShouldBeEmpty();
        await Health(host, "/health/live", HttpStatusCode.OK);
        await Health(host, "/health/ready", HttpStatusCode.ServiceUnavailable);
        (GC.GetTotalMemory(forceFullCollection: true) - memory).ShouldBeLessThan(MostGrowth);

        host.Proxy.Resume();
        await Until(async () => (await host.File($"{name}-0", history, Ct)).Answer == Answer.Acknowledged);
        await Health(host, "/health/ready", HttpStatusCode.OK);
        (await around.Breaches(history, Ct)).ShouldBeEmpty();
    }

    private static Task Health(ProxiedHost host, string path, HttpStatusCode expected) => Until(async () =>
    {
        using var response = await host.Http.GetAsync(new Uri(path, UriKind.Relative), Ct);
        return response.StatusCode == expected;
    });

    private static async Task Until(Func<Task<bool>> holds)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (!await holds()) await Task.Delay(50, limit.Token);
    }
}
