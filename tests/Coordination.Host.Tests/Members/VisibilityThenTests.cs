using System.Net;
using System.Text.Json.Nodes;
using Coordination.Domain.Kernel;
using Coordination.Domain.Members;
using Coordination.Host.Tests.Api;
using Coordination.Host.Tests.Security;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Members;

/// <summary>What could an agency see then? With the rights that its people had then, as the log has it, and not with those that the asker supposes.</summary>
public sealed class VisibilityThenTests(SessionFixture world) : IClassFixture<SessionFixture>
{
    [Fact]
    public async Task It_is_asked_with_the_clearance_of_then()
    {
        var (owner, held) = await Case("a", "R");
        await world.Add("baca.a", "POLRI", "POLRESTA-BARELANG", clearance: Level.T);
        var low = Next();
        await world.Add("baca.a", "POLRI", "POLRESTA-BARELANG", clearance: Level.R);
        var high = Next();
        (await Sight(owner, held, low, "POLRI", "baca.a")).ShouldBe("nothing");
        (await Sight(owner, held, high, "POLRI", "baca.a")).ShouldBe("full");
        (await Sight(owner, held, high, "POLRI", "tidak.ada")).ShouldBe("nothing");
        (await Sight(owner, held, high, "BP3MI", "baca.a")).ShouldBe("nothing", "it never was of that agency");
        (await Sight(owner, held, high, "POLRI&unit=POLDA-NTT", "baca.a")).ShouldBe("nothing", "nor of that unit");
    }

    [Fact]
    public async Task Who_had_no_rights_then_and_who_was_suspended_could_see_nothing()
    {
        var (owner, held) = await Case("b", "T");
        await world.Add("baca.b", "BP3MI", "BP3MI-KEPRI");
        await world.Add("kepala.b", "BP3MI", "BP3MI-KEPRI", OfficerRole.UnitHead);
        await world.Add("koordinator.b", "SATGAS", "SEKRETARIAT", OfficerRole.Coordinator);
        var (head, coordinator) = (await world.Proved("kepala.b"), await world.Proved("koordinator.b"));
        await world.Ask(owner, "POST", $"/api/v1/sharing/{held}/widening", new { recipients = new[] { new { agency = "BP3MI" } }, reason = "Penampungan." });
        var able = Next();
        await world.Ask(head, "POST", "/api/v1/members/officers/baca.b/disablement", new { reason = "Cuti." });
        var disabled = Next();
        await world.Ask(coordinator, "POST", "/api/v1/members/suspensions", new { agency = "BP3MI", reason = "Perjanjian berakhir." });
        var suspended = Next();
        (await Sight(owner, held, able, "BP3MI", "baca.b")).ShouldBe("full");
        (await Sight(owner, held, disabled, "BP3MI", "baca.b")).ShouldBe("nothing");
        (await Sight(owner, held, disabled, "BP3MI")).ShouldBe("full", "its head still could");
        (await Sight(owner, held, suspended, "BP3MI")).ShouldBe("nothing");
        await world.Ask(coordinator, "POST", "/api/v1/members/readmissions", new { agency = "BP3MI", reason = "Perjanjian baru." });
        (await Sight(owner, held, Next(), "BP3MI")).ShouldBe("full");
    }

    [Fact]
    public async Task What_an_emergency_access_opened_could_be_seen_while_it_was_open()
    {
        var (owner, held) = await Case("c", "T");
        await world.Add("darurat.c", "BP3MI", "BP3MI-JATIM", privileges: Privilege.BreakGlass);
        var user = await world.Proved("darurat.c");
        var before = Next();
        var id = (await world.Ask(user, "POST", "/api/v1/break-glass", new { @case = held, reason = "Korban terancam." }))["id"]!.ToString();
        var open = Next();
        await world.Ask(user, "POST", $"/api/v1/break-glass/{id}/end");
        var over = Next();
        (await Sight(owner, held, before, "BP3MI", "darurat.c")).ShouldBe("nothing");
        var answer = await Ask(owner, held, open, "BP3MI", "darurat.c");
        (answer["sight"]!.ToString(), answer["byBreakGlass"]!.GetValue<bool>()).ShouldBe(("full", true));
        (await Sight(owner, held, open, "POLRI", "darurat.c")).ShouldBe("nothing");
        (await Sight(owner, held, over, "BP3MI", "darurat.c")).ShouldBe("nothing");
    }

    /// <summary>A moment behind all that was written, and before what comes.</summary>
    private DateTimeOffset Next()
    {
        world.Events.Jump(TimeSpan.FromSeconds(2));
        var moment = world.Events.GetUtcNow();
        world.Events.Jump(TimeSpan.FromSeconds(2));
        return moment;
    }

    private async Task<(string Owner, string Case)> Case(string name, string level)
    {
        await world.Add($"pemilik.{name}", "IMIGRASI", "KANIM-BATAM");
        var owner = await world.Proved($"pemilik.{name}");
        var told = JsonNode.Parse(Told.Case("POLRI"))!;
        told["envelope"] = new JsonObject { ["marking"] = level };
        return (owner, (await world.Ask(owner, "POST", "/api/v1/cases", told))["id"]!.ToString());
    }

    private async Task<string> Sight(string token, string target, DateTimeOffset at, string agency, string? login = null) =>
        (await Ask(token, target, at, agency, login))["sight"]!.ToString();

    private async Task<JsonNode> Ask(string token, string target, DateTimeOffset at, string agency, string? login)
    {
        using var response = await world.Send(
            token, "GET", $"/api/v1/visibility?target={target}&agency={agency}{(login is null ? "" : $"&login={login}")}&at={Uri.EscapeDataString(at.ToString("O"))}");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(SessionFixture.Ct))!;
    }
}
