using System.Net;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Api;

/// <summary>An alert that is given on: to whom it may go, and that it arrives.</summary>
public sealed class AlertApiTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Giver = "imigrasi.atambua";
    private const string Assignee = "bp3mi.ntt";
    private const string Stranger = "polri.barelang";
    private const string ToShelter = """{"agency":"BP3MI","unit":"BP3MI-NTT"}""";

    [Fact]
    public async Task Whom_an_alert_is_given_to_reads_and_answers_it_and_a_stranger_learns_nothing()
    {
        var alert = await Cluster("+6200000071");
        (await Status(Assignee, alert)).ShouldBe(HttpStatusCode.NotFound);
        await api.Ask(Giver, "POST", $"/api/v1/alerts/{alert}/assignment", ToShelter);
        await api.Settle();

        var seen = await api.Ask(Assignee, "GET", $"/api/v1/alerts/{alert}");
        (seen["item"]!["status"]!.ToString(), seen["item"]!["assignedTo"]!.ToString()).ShouldBe(("assigned", "BP3MI-NTT"));
        seen["item"]!["escalatesAt"].ShouldNotBeNull("it waits for the answer of that unit");
        (await api.Ask(Assignee, "GET", "/api/v1/alerts?open=true&limit=200"))["items"]!.AsArray()
            .ShouldContain(one => one!["id"]!.ToString() == alert);
        (await Status(Stranger, alert)).ShouldBe(HttpStatusCode.NotFound);
        using (var strange = await api.Send(Stranger, "POST", $"/api/v1/alerts/{alert}/acknowledgement"))
            strange.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await api.Ask(Assignee, "POST", $"/api/v1/alerts/{alert}/acknowledgement", "{}");
        await api.Settle();
        var answered = (await api.Ask(Assignee, "GET", $"/api/v1/alerts/{alert}"))["item"]!;
        (answered["status"]!.ToString(), answered["escalatesAt"]).ShouldBe(("assigned", null));
    }

    [Fact]
    public async Task An_alert_goes_to_nobody_who_may_not_read_what_it_rests_on()
    {
        var alert = await Cluster("+6200000072", ("audience", "IMIGRASI"));
        using var refused = await api.Send(Giver, "POST", $"/api/v1/alerts/{alert}/assignment", ToShelter);
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        JsonNode.Parse(await refused.Content.ReadAsStringAsync(ApiFixture.Ct))!["code"]!.ToString().ShouldBe("alert.assignee_may_not_read");
        (await Status(Assignee, alert)).ShouldBe(HttpStatusCode.NotFound);
        await api.Ask(Giver, "POST", $"/api/v1/alerts/{alert}/assignment");
    }

    private async Task<string> Cluster(string phone, params (string, string)[] extensions)
    {
        await api.SendEventsAgain(Giver, [.. Enumerable.Range(0, 3).Select(n => Application(phone, n, extensions))]);
        await api.Settle();
        return (await api.Ask(Giver, "GET", "/api/v1/alerts?open=true&limit=200"))["items"]!.AsArray()
            .Single(one => one!["code"]!.ToString() == "A-CLUSTER" && one["status"]!.ToString() == "raised")!["id"]!.ToString();
    }

    private static string Application(string phone, int n, (string, string)[] extensions) => Told.Event(
        $"klaster-{phone}-{n}", "/imigrasi/atambua", Guid.CreateVersion7().ToString(), "passport_application_received", null,
        new JsonObject
        {
            ["applicant"] = new JsonObject { ["name"] = "Bakung", ["nik"] = $"53210100019{phone[^2..]}00{n}" },
            ["channel"] = "WalkIn", ["purpose"] = "Work", ["phone"] = phone,
        },
        extensions);

    private async Task<HttpStatusCode> Status(string user, string alert)
    {
        using var response = await api.Send(user, "GET", $"/api/v1/alerts/{alert}");
        return response.StatusCode;
    }
}
