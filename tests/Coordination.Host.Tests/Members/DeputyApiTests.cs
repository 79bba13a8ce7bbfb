using System.Net;
using System.Text.Json.Nodes;
using Coordination.Domain.Kernel;
using Coordination.Domain.Members;
using Coordination.Host.Tests.Api;
using Coordination.Host.Tests.Security;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Members;

/// <summary>A desk of a unit of the reference data is staffed, and who stands in there acts for it.</summary>
public sealed class DeputyApiTests(SessionFixture world) : IClassFixture<SessionFixture>
{
    private static readonly string[] Desks = ["PPA-PPO"];
    private static readonly string Barelang = UnitFile.StreamOf("POLRI", "POLRESTA-BARELANG").ToString();

    [Fact]
    public async Task What_is_addressed_to_a_desk_reaches_its_deputy_of_another_unit_for_as_long_as_that_was_said()
    {
        await world.Add("kepala.meja", "POLRI", "POLRESTA-BARELANG", OfficerRole.UnitHead);
        await world.Add("wakil.meja", "POLRI", "POLDA-KEPRI");
        await world.Add("pengirim.meja", "IMIGRASI", "KANIM-BATAM");
        var (head, deputy, sender) = (await world.Token("kepala.meja"), await world.Token("wakil.meja"), await world.Token("pengirim.meja"));
        var told = JsonNode.Parse(Told.ToPolice(pending: false))!;
        told["envelope"] = new JsonObject { ["marking"] = "T", ["audience"] = new JsonArray("originator") };
        var handoff = (await world.Ask(sender, "POST", "/api/v1/handoffs/police", told))["id"]!.ToString();
        (await Status(deputy, handoff)).ShouldBe(HttpStatusCode.NotFound);
        (await world.Refusal(deputy, "PUT", $"/api/v1/handoffs/{handoff}/receipt")).ShouldBe("http.not_found");

        var until = world.Events.GetUtcNow().AddHours(8);
        await world.Ask(head, "POST", $"/api/v1/members/units/{Barelang}/staff", Staff("kepala.meja", "wakil.meja", until));
        await Until(async () => await Status(deputy, handoff) == HttpStatusCode.OK);
        (await world.Ask(deputy, "GET", "/api/v1/handoffs?desk=mine"))["items"]!.AsArray().ShouldContain(one => one!["id"]!.ToString() == handoff);
        await world.Ask(deputy, "PUT", $"/api/v1/handoffs/{handoff}/receipt", new { });
        (await world.Ask(sender, "GET", $"/api/v1/handoffs/{handoff}"))["item"]!["status"]!.ToString().ShouldBe("received");
        (await world.Ask(head, "GET", "/api/v1/members/units"))!.AsArray().Single(unit => unit!["code"]!.ToString() == "POLRESTA-BARELANG")!["desks"]!.AsArray()
            .ShouldContain(desk => desk!["deputies"]!.ToJsonString() == """["wakil.meja"]""");

        world.Events.Jump(TimeSpan.FromHours(9));
        world.Jump(TimeSpan.FromSeconds(1));
        (await Status(deputy, handoff)).ShouldBe(HttpStatusCode.NotFound, "the time of the deputy is over");
    }

    [Fact]
    public async Task Nobody_of_another_agency_is_let_in_by_being_named_for_a_desk()
    {
        await world.Add("kepala.lain", "POLRI", "POLDA-NTT", OfficerRole.UnitHead);
        await world.Add("tamu.lain", "BP3MI", "BP3MI-NTT");
        await world.Add("pengirim.lain", "IMIGRASI", "KANIM-ATAMBUA");
        var (head, guest, sender) = (await world.Token("kepala.lain"), await world.Token("tamu.lain"), await world.Token("pengirim.lain"));
        var told = JsonNode.Parse(Told.ToPolice(pending: false))!;
        told["to"] = new JsonObject { ["agency"] = "POLRI", ["unit"] = "POLDA-NTT", ["desk"] = "PPA-PPO" };
        told["envelope"] = new JsonObject { ["marking"] = "T", ["audience"] = new JsonArray("originator") };
        var handoff = (await world.Ask(sender, "POST", "/api/v1/handoffs/police", told))["id"]!.ToString();
        await world.Ask(head, "POST", $"/api/v1/members/units/{UnitFile.StreamOf("POLRI", "POLDA-NTT")}/staff", Staff("tamu.lain", "tamu.lain", null));
        world.Jump(TimeSpan.FromSeconds(1));
        (await Status(guest, handoff)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nothing_is_sent_to_a_unit_that_has_not_begun_or_is_closed()
    {
        await world.Add("kepala.unit", "POLRI", "POLDA-KEPRI", OfficerRole.UnitHead);
        await world.Add("pengirim.unit", "IMIGRASI", "KANIM-BATAM");
        var (head, sender) = (await world.Token("kepala.unit"), await world.Token("pengirim.unit"));
        var begins = world.Events.GetUtcNow().AddHours(2);
        var unit = (await world.Ask(head, "POST", "/api/v1/members/units", new
        {
            agency = "POLRI", code = "POLSEK-UJI", name = "Polsek Uji", kind = "District", place = "21.71.06", parent = "POLDA-KEPRI",
            desks = Desks, from = begins,
        }))["id"]!.ToString();
        await Until(async () => (await world.Ask(head, "GET", "/api/v1/members/units"))!.AsArray().Any(one => one!["code"]!.ToString() == "POLSEK-UJI"));
        var told = JsonNode.Parse(Told.ToPolice(pending: false))!;
        told["to"] = new JsonObject { ["agency"] = "POLRI", ["unit"] = "POLSEK-UJI", ["desk"] = "PPA-PPO" };
        (await world.Refusal(sender, "POST", "/api/v1/handoffs/police", told)).ShouldBe("reference.unit_not_working");

        world.Events.Jump(TimeSpan.FromHours(3));
        await world.Ask(sender, "POST", "/api/v1/handoffs/police", told);

        await world.Ask(head, "POST", $"/api/v1/members/units/{unit}/closure", new { reason = "Digabung." });
        await Until(async () =>
        {
            using var sent = await world.Send(sender, "POST", "/api/v1/handoffs/police", told);
            return !sent.IsSuccessStatusCode;
        });
        (await world.Refusal(sender, "POST", "/api/v1/handoffs/police", told)).ShouldBe("reference.unit_not_working");
    }

    private static object Staff(string officer, string deputy, DateTimeOffset? until) =>
        new { desk = "PPA-PPO", officers = new[] { officer }, deputies = new[] { deputy }, until };

    private async Task<HttpStatusCode> Status(string token, string handoff)
    {
        using var response = await world.Send(token, "GET", $"/api/v1/handoffs/{handoff}");
        return response.StatusCode;
    }

    private static async Task Until(Func<Task<bool>> isSo)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        while (!await isSo())
            await Task.Delay(100, limit.Token);
    }
}
