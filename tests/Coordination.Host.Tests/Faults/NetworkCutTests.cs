using System.Diagnostics;
using System.Net;
using Coordination.Testing.Faults;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Faults;

/// <summary>The network between Host and PostgreSQL is cut (F8): swallowed first, refused then. It is noticed, nobody is starved, nothing is shown unrecorded.</summary>
[Collection(Alone.Name)]
public sealed class NetworkCutTests(HostDatabase database) : IClassFixture<HostDatabase>
{
    private const int Callers = 48;

    // Seconds in place of the ten of production: that a limit holds is what is shown.
    private const string Quick = "Timeout=2;Command Timeout=2;Cancellation Timeout=1000;Keepalive=1";

    private static readonly TimeSpan Noticed = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Refused = TimeSpan.FromSeconds(10);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_cut_is_noticed_within_the_limits_and_starves_nobody()
    {
        await using var host = await ProxiedHost.Start(database, Ct, connection: Quick);
        await using var around = await Bystanders.Begin(database, host, Ct);
        var file = await host.OpenCase(Ct);
        var history = new History();
        var before = await File(host, "cut-before", file, history);
        before.Answer.ShouldBe(Answer.Acknowledged);
        await using var inside = new Onlooker(host.Http, host.Officer);
        await Operator.Until(() => Task.FromResult(inside.Frames.Count > 0), TimeSpan.FromSeconds(30), Ct);
        var shown = new List<Shown> { (await Read(host, before.Stream))! };

        // As a firewall drops: no answer, not even a no.
        host.Proxy.Stall();
        var started = Stopwatch.GetTimestamp();
        var claims = Task.WhenAll(Enumerable.Range(0, Callers).Select(i => File(host, $"cut-{i}", file, history)));
        var reads = Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Read(host, before.Stream)));
        for (var i = 0; i < 10; i++)
            (await Alive(host)).ShouldBeLessThan(TimeSpan.FromSeconds(2), "who waits for PostgreSQL holds no thread");
        (await claims).ShouldAllBe(claim => claim.Answer != Answer.Acknowledged);
        shown.AddRange((await reads).OfType<Shown>());
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(Noticed);

        // As a firewall rejects.
        host.Proxy.Refuse();
        started = Stopwatch.GetTimestamp();
        (await File(host, "cut-refused", file, history)).Answer.ShouldNotBe(Answer.Acknowledged);
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(Refused);

        host.Proxy.Resume();
        Claim? after = null;
        await Operator.Until(async () => (after = await File(host, "cut-after", file, history)).Answer == Answer.Acknowledged, TimeSpan.FromSeconds(60), Ct);
        await Operator.Until(() => Task.FromResult(inside.Frames.Any(frame => frame.Contains($"{after!.Stream}", StringComparison.Ordinal))), TimeSpan.FromSeconds(60), Ct);
        (await around.Breaches(history, Ct)).ShouldBeEmpty();
        (await Invariants.Recorded(database.Owner, shown, Ct)).ShouldBeEmpty();
        (await Invariants.Recorded(database.Owner, [new("polri.barelang", "intelligence:nobody", TimeProvider.System.GetUtcNow())], Ct)).ShouldNotBeEmpty("the check sees");
        Invariants.Withheld(inside.Frames, [$"{before.Stream}"]).ShouldNotBeEmpty("the check sees");
    }

    private static async Task<TimeSpan> Alive(ProxiedHost host)
    {
        var started = Stopwatch.GetTimestamp();
        using var answer = await host.Http.GetAsync(new Uri("/health/live", UriKind.Relative), Ct);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return Stopwatch.GetElapsedTime(started);
    }

    private static Task<Claim> File(ProxiedHost host, string key, string file, History history)
    {
        var filed = OfficerClient.Filed(key);
        filed["case"] = file;
        return host.Officer.Send(host.Http, host.Officer.Event("intelligence_report_filed", key, key, filed), history, Ct);
    }

    /// <returns>Null where the answer was a no.</returns>
    private static async Task<Shown?> Read(ProxiedHost host, Guid report)
    {
        using var request = host.Officer.Authorized(HttpMethod.Get, $"/api/v1/intelligence/{report}");
        using var response = await host.Http.SendAsync(request, Ct);
        return response.StatusCode == HttpStatusCode.OK ? new Shown("polri.barelang", $"intelligence:{report}", TimeProvider.System.GetUtcNow()) : null;
    }
}
