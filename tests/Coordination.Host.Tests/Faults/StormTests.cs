using System.Net;
using Coordination.Testing.Faults;
using Npgsql;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Faults;

/// <summary>More callers than connections (F5), bodies and streams beyond all measure (F18), and a reader of a stream that does not read (F10).</summary>
[Collection(Alone.Name)]
public sealed class StormTests(HostDatabase database) : IClassFixture<HostDatabase>
{
    private const int Callers = 2_000;
    private const int Streams = 30;
    private const int LargeBodies = 40;
    private const int TenMegabytes = 10 * 1024 * 1024;
    private const long MostResident = 600L * 1024 * 1024;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task When_all_connections_are_taken_callers_wait_and_then_get_503_and_never_500()
    {
        await using var host = await ProxiedHost.Start(database, Ct, connection: "Maximum Pool Size=6;Timeout=2;Command Timeout=3");
        await using var around = await Bystanders.Begin(database, host, Ct);
        var history = new History();
        (await host.File("storm-before", history, Ct)).Answer.ShouldBe(Answer.Acknowledged);
        List<HttpStatusCode> answers;
        await using (var holder = await database.Owner.OpenConnectionAsync(Ct))
        {
            await using var hold = new NpgsqlCommand("begin; lock table readmodel.case_file in access exclusive mode", holder);
            await hold.ExecuteNonQueryAsync(Ct);
            var asking = Enumerable.Range(0, Callers).Select(_ => Read(host)).ToList();
            await Operator.Until(async () => await Status(host, "/health/ready") == HttpStatusCode.ServiceUnavailable, Limit, Ct);
            (await Status(host, "/health/live")).ShouldBe(HttpStatusCode.OK);
            answers = [.. await Task.WhenAll(asking)];
            // Said aloud: a connection that goes back to its pool rolls back only when it is next used.
            await using var release = new NpgsqlCommand("rollback", holder);
            await release.ExecuteNonQueryAsync(Ct);
        }

        answers.ShouldAllBe(status => status == HttpStatusCode.ServiceUnavailable || status == HttpStatusCode.TooManyRequests || status == HttpStatusCode.OK);
        answers.ShouldContain(HttpStatusCode.ServiceUnavailable);
        await Operator.Until(async () => await Status(host, "/health/ready") == HttpStatusCode.OK, Limit, Ct);
        await Operator.Until(async () => (await host.File("storm-after", history, Ct)).Answer == Answer.Acknowledged, Limit, Ct);
        (await around.Breaches(history, Ct)).ShouldBeEmpty();
    }

    [Fact]
    public async Task In_little_memory_large_bodies_get_413_and_streams_beyond_the_limit_429()
    {
        await using var host = await HostProcess.Start(
            database.RuntimeConnectionString, database.OwnerConnectionString, database.Keys, Ct, heapLimit: 300L * 1024 * 1024);
        var officer = await OfficerClient.SignIn(host.Client, "polri.barelang", "POLRI", "POLRESTA-BARELANG", HostProcess.DemoPassword, Ct);
        await using var around = await Bystanders.Begin(database.Owner, database.DaemonConnectionString, host.Client, officer, Ct);
        var history = new History();

        var open = await Task.WhenAll(Enumerable.Range(0, Streams).Select(_ => Open(host, officer)));
        var bodies = await Task.WhenAll(Enumerable.Range(0, LargeBodies).Select(_ => Large(host, officer)));

        open.Select(stream => stream.StatusCode).Distinct().Order().ShouldBe([HttpStatusCode.OK, HttpStatusCode.TooManyRequests]);
        bodies.OfType<HttpStatusCode>().ShouldAllBe(status => status == HttpStatusCode.RequestEntityTooLarge);
        // Nobody reads these streams: what is written for them stays in the log, not in memory.
        for (var i = 0; i < 50; i++)
            (await officer.Send(host.Client, officer.Event("intelligence_report_filed", $"memory-{i}", $"memory-{i}", OfficerClient.Filed($"memory-{i}")), history, Ct))
                .Answer.ShouldBe(Answer.Acknowledged);
        host.HasExited.ShouldBeFalse();
        host.ResidentBytes.ShouldBeLessThan(MostResident);
        foreach (var stream in open) stream.Dispose();
        await host.Answers("/health/ready", HttpStatusCode.OK, Limit, Ct);
        (await around.Breaches(history, Ct)).ShouldBeEmpty();
    }

    private static async Task<HttpStatusCode> Read(ProxiedHost host)
    {
        using var request = host.Officer.Authorized(HttpMethod.Get, "/api/v1/cases");
        using var response = await host.Http.SendAsync(request, Ct);
        if (response.StatusCode == HttpStatusCode.ServiceUnavailable) response.Headers.RetryAfter.ShouldNotBeNull();
        return response.StatusCode;
    }

    private static async Task<HttpStatusCode> Status(ProxiedHost host, string path)
    {
        using var response = await host.Http.GetAsync(new Uri(path, UriKind.Relative), Ct);
        return response.StatusCode;
    }

    private static Task<HttpResponseMessage> Open(HostProcess host, OfficerClient officer) =>
        host.Client.SendAsync(officer.Authorized(HttpMethod.Get, "/api/v1/stream"), HttpCompletionOption.ResponseHeadersRead, Ct);

    /// <summary>Null when the server closed before it had taken all: it had said no by then.</summary>
    private static async Task<HttpStatusCode?> Large(HostProcess host, OfficerClient officer)
    {
        try
        {
            using var content = new ByteArrayContent(new byte[TenMegabytes]) { Headers = { ContentType = new("application/cloudevents+json") } };
            using var request = officer.Authorized(HttpMethod.Post, "/api/v1/events", content);
            using var response = await host.Client.SendAsync(request, Ct);
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
