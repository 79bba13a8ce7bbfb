using System.Net;
using System.Text.Json.Nodes;
using Coordination.EventStore;
using Coordination.Host.Alerts;
using Coordination.Host.Tests.Api;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.JointOperations;

/// <summary>Two agencies after the same target are told whom to call, and nothing else (A-CONFLICT).</summary>
public sealed class TargetConflictTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Place = "21.71.09";

    [Fact]
    public async Task Each_lead_hears_of_the_other_and_reads_nothing_of_it()
    {
        var now = api.Host.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var watched = await api.Ask("polri.barelang", "POST", "/api/v1/surveillances", $$"""
            {"target":{"places":["{{Place}}"],"from":"{{now.AddDays(-1):O}}","until":"{{now.AddDays(2):O}}"},
             "contact":{"agency":"POLRI","unit":"POLRESTA-BARELANG"},"note":"Pengamatan rahasia","envelope":{"audience":["*"]} }
            """);
        var story = await new OperationStory(api).Propose("Operasi rahasia", Place);
        // BP3MI and the police take part in the operation; what the police watch alone is not told to the others.
        await story.Tell("koordinator", "PUT", "approval");
        await Raise(story.Position);

        var (ours, theirs) = (await Conflict("imigrasi.batam"), await Conflict("polri.barelang"));
        ours["sentence"]!.ToJsonString().ShouldContain("Polresta Barelang");
        theirs["sentence"]!.ToJsonString().ShouldContain("Kanim Batam");
        ours["id"]!.ToString().ShouldNotBe(theirs["id"]!.ToString());
        foreach (var told in new[] { ours, theirs })
        {
            told.ToJsonString().ShouldNotContain("rahasia", Case.Insensitive);
            told.ToJsonString().ShouldNotContain(watched["id"]!.ToString());
        }
        (await Detail("imigrasi.batam", ours)).ShouldNotContain("Pengamatan");
        (await Detail("polri.barelang", theirs)).ShouldNotContain("Operasi rahasia");
        (await Status("imigrasi.batam", $"alerts/{theirs["id"]}")).ShouldBe(HttpStatusCode.NotFound);
        (await Status("polri.barelang", $"alerts/{ours["id"]}")).ShouldBe(HttpStatusCode.NotFound);
        (await Conflicts("bp3mi.kepri")).ShouldBeEmpty();
        (await Conflicts("koordinator")).ShouldBeEmpty();
    }

    private async Task Raise(long position)
    {
        (await api.Host.Services.GetRequiredService<ProjectionDaemon>().WaitFor(position, TimeSpan.FromSeconds(60), ApiFixture.Ct)).Reached.ShouldBeTrue();
        await api.Host.Services.GetServices<IHostedService>().OfType<AlertRaiser>().Single().Round(ApiFixture.Ct);
        var state = await api.Host.Services.GetRequiredService<EventLog>().FetchAll(position, 1000, ApiFixture.Ct);
        if (state is [.., var last])
            (await api.Host.Services.GetRequiredService<ProjectionDaemon>().WaitFor(last.Position, TimeSpan.FromSeconds(60), ApiFixture.Ct)).Reached.ShouldBeTrue();
    }

    private async Task<List<JsonNode>> Conflicts(string user) =>
        [.. (await api.Ask(user, "GET", "/api/v1/alerts?limit=200"))["items"]!.AsArray().Select(item => item!).Where(item => item["code"]!.ToString() == "A-CONFLICT")];

    private async Task<JsonNode> Conflict(string user) => (await Conflicts(user)).ShouldHaveSingleItem();

    private async Task<string> Detail(string user, JsonNode alert) => (await api.Ask(user, "GET", $"/api/v1/alerts/{alert["id"]}")).ToJsonString();

    private async Task<HttpStatusCode> Status(string user, string path)
    {
        using var answer = await api.Send(user, "GET", $"/api/v1/{path}");
        return answer.StatusCode;
    }
}
