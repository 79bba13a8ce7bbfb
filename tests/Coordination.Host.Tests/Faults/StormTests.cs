using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
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
    private const int Streams = 10_000;
    private const int StreamsPerUser = 20;
    private const int LargeBodies = 40;
    private const int TenMegabytes = 10 * 1024 * 1024;
    private const long Memory = 400L * 1024 * 1024;
    private const string CageNeeded = "Only root can limit the memory of a process.";
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
        using var cage = MemoryCage.TryCreate(Memory);
        // Where it must run, it must not be passed over in silence.
        if (string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase)) cage.ShouldNotBeNull(CageNeeded);
        Assert.SkipWhen(cage is null, CageNeeded);
        await using var host = await HostProcess.Start(database.RuntimeConnectionString, database.OwnerConnectionString, database.Keys, Ct, cage);
        var officer = await OfficerClient.SignIn(host.Client, "polri.barelang", "POLRI", "POLRESTA-BARELANG", HostProcess.DemoPassword, Ct);
        await using var around = await Bystanders.Begin(database.Owner, database.DaemonConnectionString, host.Client, officer, Ct);
        var history = new History();

        var (open, refused) = await OpenStreams(host, [officer, .. await Others(host)]);
        var bodies = await Task.WhenAll(Enumerable.Range(0, LargeBodies).Select(_ => Large(host, officer)));

        open.Count.ShouldBe(10 * StreamsPerUser);
        refused.ShouldAllBe(status => status == HttpStatusCode.TooManyRequests);
        bodies.OfType<HttpStatusCode>().ShouldAllBe(status => status == HttpStatusCode.RequestEntityTooLarge);
        // Nobody reads these streams: what is written for them stays in the log, not in memory.
        for (var i = 0; i < 50; i++)
            (await officer.Send(host.Client, officer.Event("intelligence_report_filed", $"memory-{i}", $"memory-{i}", OfficerClient.Filed($"memory-{i}")), history, Ct))
                .Answer.ShouldBe(Answer.Acknowledged);
        host.HasExited.ShouldBeFalse();
        cage!.Killed.ShouldBe(0);
        foreach (var stream in open) stream.Dispose();
        await host.Answers("/health/ready", HttpStatusCode.OK, Limit, Ct);
        (await around.Breaches(history, Ct)).ShouldBeEmpty();
    }

    /// <summary>Nine more who may open streams; the one who looks on has one already.</summary>
    private static async Task<IReadOnlyList<OfficerClient>> Others(HostProcess host)
    {
        var users = await host.Client.GetFromJsonAsync<JsonElement>("/api/v1/demo/users", Ct);
        string Of(JsonElement user, string name) => user.GetProperty(name).GetString()!;
        return await Task.WhenAll(users.EnumerateArray().Where(user => Of(user, "username") is not ("polri.barelang" or "pemda.malaka")).Take(9).Select(user =>
            OfficerClient.SignIn(host.Client, Of(user, "username"), Of(user, "agency"), Of(user, "unit"), HostProcess.DemoPassword, Ct)));
    }

    private static async Task<(IReadOnlyCollection<HttpResponseMessage> Open, IReadOnlyCollection<HttpStatusCode> Refused)> OpenStreams(
        HostProcess host, IReadOnlyList<OfficerClient> officers)
    {
        var (open, refused) = (new ConcurrentBag<HttpResponseMessage>(), new ConcurrentBag<HttpStatusCode>());
        await Parallel.ForAsync(0, Streams, new ParallelOptions { MaxDegreeOfParallelism = 100, CancellationToken = Ct }, async (i, ct) =>
        {
            var response = await host.Client.SendAsync(
                officers[i % officers.Count].Authorized(HttpMethod.Get, "/api/v1/stream"), HttpCompletionOption.ResponseHeadersRead, ct);
            if (response.StatusCode == HttpStatusCode.OK)
            {
                open.Add(response);
                return;
            }

            refused.Add(response.StatusCode);
            response.Dispose();
        });
        return (open, refused);
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
