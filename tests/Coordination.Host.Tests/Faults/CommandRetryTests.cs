using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Coordination.Testing.Faults;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Faults;

/// <summary>Commands over HTTP: many at once with If-Match (F6), and asked again after their commit was in doubt (F3).</summary>
public sealed class CommandRetryTests(HostDatabase database) : IClassFixture<HostDatabase>
{
    private const int Writers = 64;
    private const int Rounds = 4;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_sixty_four_writers_with_one_version_in_mind_exactly_one_wins()
    {
        await using var host = await ProxiedHost.Start(database, Ct);
        await using var around = await Bystanders.Begin(database, host, Ct);
        var history = new History();
        var report = (await host.File("contended", history, Ct)).Stream;
        for (var version = 1; version <= Rounds; version++)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => AskUntilHeard(
                host, $"/api/v1/intelligence/{report}/grading", OfficerClient.Graded($"contended-{version}-{writer}", version), version)));
            answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
            answers.Count(answer => answer.Status == HttpStatusCode.PreconditionFailed).ShouldBe(
                Writers - 1, string.Join(", ", answers.CountBy(answer => answer.Status).Select(kind => $"{kind.Value} x {kind.Key}")));
        }

        (await around.Breaches(history, Ct)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_command_that_may_be_done_once_only_gives_its_first_answer_again()
    {
        await using var host = await ProxiedHost.Start(database, Ct);
        await using var around = await Bystanders.Begin(database, host, Ct);
        var history = new History();
        var batam = await OfficerClient.SignIn(host.Http, "imigrasi.batam", "IMIGRASI", "KANIM-BATAM", HostProcess.DemoPassword, Ct);
        var key = "shared-cut";
        var report = (await host.File(key, history, Ct)).Stream;
        var recipients = new JsonObject
        {
            ["recipients"] = new JsonArray(new JsonObject { ["agency"] = "IMIGRASI", ["unit"] = "KANIM-BATAM" }), ["reason"] = "Perlu diketahui.",
        };
        (await Ask(host, host.Officer, $"/api/v1/intelligence/{report}/sharing", recipients, key + "-s")).Status.ShouldBe(HttpStatusCode.OK);

        var broken = host.Proxy.CutCommit(CommitCut.AfterCommit, "coordination.append");
        var (path, words) = ($"/api/v1/intelligence/{report}/acknowledgement", new JsonObject { ["note"] = "Diterima." });
        var first = await Ask(host, batam, path, words, key + "-a");
        await broken.WaitAsync(Ct);
        var second = await Ask(host, batam, path, words, key + "-a");
        var third = await Ask(host, batam, path, words, key + "-a");

        first.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        first.Body.GetProperty("code").GetString().ShouldBe("store.in_doubt");
        second.Status.ShouldBe(HttpStatusCode.OK, second.Body.ToString());
        second.Body.GetProperty("version").GetInt64().ShouldBe(3);
        third.Body.GetProperty("position").GetInt64().ShouldBe(second.Body.GetProperty("position").GetInt64());
        third.Body.GetProperty("version").GetInt64().ShouldBe(3);
        (await around.Breaches(history, Ct)).ShouldBeEmpty();
    }

    // 64 at once are more than a busy machine serves in time; nothing was written then, so asking again is the same question.
    private static async Task<(HttpStatusCode Status, JsonElement Body)> AskUntilHeard(ProxiedHost host, string path, JsonObject words, long version)
    {
        var answer = await Ask(host, host.Officer, path, words, null, version);
        for (var more = 10; more > 0 && answer.Status == HttpStatusCode.ServiceUnavailable && answer.Body.GetProperty("code").GetString() == "store.unavailable"; more--)
            answer = await Ask(host, host.Officer, path, words, null, version);
        return answer;
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> Ask(
        ProxiedHost host, OfficerClient officer, string path, JsonObject words, string? key, long? ifMatch = null)
    {
        using var request = officer.Authorized(HttpMethod.Post, path, JsonContent.Create(words));
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        if (ifMatch is not null) request.Headers.Add("If-Match", $"\"{ifMatch}\"");
        using var response = await host.Http.SendAsync(request, Ct);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(Ct));
    }
}
