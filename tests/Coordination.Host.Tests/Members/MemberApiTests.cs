using System.Net;
using System.Net.Http.Json;
using Coordination.Domain.Kernel;
using Coordination.Host.Tests.Security;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Members;

/// <summary>Appointing, two persons for rights, invitations, systems and their secrets, over HTTP and with real sign-ins.</summary>
public sealed class MemberApiTests(SessionFixture world) : IClassFixture<SessionFixture>
{
    private const string Officers = "/api/v1/members/officers";
    private static readonly string[] SystemScopes = ["events", "read"];
    private static readonly string[] Desks = ["SPKT"];
    private static readonly string[] Staff = ["satu.f"];
    private static readonly string[] Deputies = ["dua.f"];

    [Fact]
    public async Task An_appointed_officer_sets_a_password_by_the_invitation_and_works_with_the_least_of_rights()
    {
        await Heads("a");
        var head = await world.Proved("kepala.a");
        await world.Ask(head, "POST", Officers, new { username = "baru.a", agency = "POLRI", unit = "POLRESTA-BARELANG" });
        var code = (await world.Ask(head, "POST", $"{Officers}/baru.a/invitation"))["code"]!.ToString();
        (await Accept("baru.a", code, "pendek")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Accept("baru.a", "SALAH", SessionFixture.Password)).ShouldBe(HttpStatusCode.Unauthorized);
        (await Accept("baru.a", code, SessionFixture.Password)).ShouldBe(HttpStatusCode.NoContent);
        (await Accept("baru.a", code, SessionFixture.Password)).ShouldBe(HttpStatusCode.Unauthorized, "it works once");
        var me = await world.Ask(await world.Token("baru.a"), "GET", "/api/v1/members/me");
        (me["role"]!.ToString(), me["clearance"]!.ToString(), me["unit"]!.ToString()).ShouldBe(("Officer", "T", "POLRESTA-BARELANG"));
        var listed = await world.Ask(head, "GET", Officers);
        listed.AsArray().ShouldContain(officer => officer!["username"]!.ToString() == "baru.a");
        (await world.Ask(await world.Token("baru.a"), "GET", Officers)).AsArray().ShouldBeEmpty("only heads see who is there");
    }

    [Fact]
    public async Task Asvs_2_3_5_rights_of_a_head_bite_only_after_the_second_person_and_then_on_the_next_request()
    {
        await Heads("b");
        await world.Add("naik.b", clearance: Level.T);
        var (head, second) = (await world.Proved("kepala.b"), await world.Proved("wakil.b"));
        var raised = await world.Proved("naik.b");
        var grant = Guid.CreateVersion7();
        var rights = new { role = "UnitHead", clearance = "R", privileges = Array.Empty<string>(), reason = "Menjadi kepala unit." };
        (await world.Refusal(head, "POST", $"{Officers}/naik.b/rights", rights)).ShouldBe("members.second_person_needed");
        await world.Ask(head, "POST", $"{Officers}/naik.b/proposals", new { grant, rights.role, rights.clearance, rights.privileges, rights.reason });
        (await Role(raised)).ShouldBe("Officer/T");
        (await world.Refusal(head, "POST", $"{Officers}/naik.b/confirmation", new { grant })).ShouldBe("members.same_person");
        await world.Ask(second, "POST", $"{Officers}/naik.b/confirmation", new { grant });
        (await Role(raised)).ShouldBe("UnitHead/R");
        (await world.Refusal(head, "POST", $"{Officers}/naik.b/invitation")).ShouldBe("members.invitation_too_strong");
    }

    [Fact]
    public async Task Asvs_8_3_2_a_right_taken_away_is_gone_on_the_next_request_and_events_keep_the_rights_of_their_moment()
    {
        await Heads("c");
        await world.Add("turun.c", role: OfficerRole.UnitHead, clearance: Level.R);
        var (head, lowered) = (await world.Proved("kepala.c"), await world.Proved("turun.c"));
        var appointed = await world.Ask(lowered, "POST", Officers, new { username = "anak.c", agency = "POLRI", unit = "POLRESTA-BARELANG" });
        await world.Ask(head, "POST", $"{Officers}/turun.c/rights", new { role = "Officer", clearance = "T", privileges = Array.Empty<string>(), reason = "Pindah tugas." });
        (await Role(lowered)).ShouldBe("Officer/T");
        (await world.Refusal(lowered, "POST", Officers, new { username = "lain.c", agency = "POLRI", unit = "POLRESTA-BARELANG" })).ShouldBe("members.not_head");
        await using var command = world.Database.Owner.CreateCommand("select headers->>'role' from public.mt_events where seq_id = $1");
        command.Parameters.AddWithValue(appointed["position"]!.GetValue<long>());
        (await command.ExecuteScalarAsync(SessionFixture.Ct)).ShouldBe("UnitHead");
    }

    [Fact]
    public async Task A_systems_secrets_overlap_while_it_changes_over_and_its_tokens_do_what_their_scopes_say()
    {
        await Heads("d");
        var head = await world.Proved("kepala.d");
        await world.Ask(
            head, "POST", "/api/v1/members/clients", new { username = "sistem.d", agency = "POLRI", unit = "POLRESTA-BARELANG", scopes = SystemScopes });
        var first = await NewSecret(head, "sistem.d", 24);
        var second = await NewSecret(head, "sistem.d", 24);
        (await ClientToken("sistem.d", first)).Status.ShouldBe(HttpStatusCode.OK, "the former works during the overlap");
        var (status, token) = await ClientToken("sistem.d", second);
        status.ShouldBe(HttpStatusCode.OK);
        using (var read = await world.Send(token!, "GET", "/api/v1/cases"))
            read.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await world.Refusal(token!, "GET", "/api/v1/stream")).ShouldBe("auth.scope_missing");
        (await world.Refusal(token!, "POST", "/api/v1/cases", new { })).ShouldBe("auth.scope_missing");
        var third = await NewSecret(head, "sistem.d", 24);
        (await ClientToken("sistem.d", first)).Status.ShouldBe(HttpStatusCode.Unauthorized, "two at most");
        (await ClientToken("sistem.d", second, "commands")).Status.ShouldBe(HttpStatusCode.Unauthorized, "not a scope of its own");
        world.Jump(TimeSpan.FromHours(25));
        (await ClientToken("sistem.d", second)).Status.ShouldBe(HttpStatusCode.Unauthorized, "the overlap is over");
        (await ClientToken("sistem.d", third)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_suspended_agency_is_out_until_it_is_readmitted()
    {
        await world.Add("koordinator.e", "SATGAS", "SEKRETARIAT", OfficerRole.Coordinator);
        await world.Add("kejari.e", "KEJAKSAAN", "KEJARI-BATAM");
        var (coordinator, prosecutor) = (await world.Token("koordinator.e"), await world.Token("kejari.e"));
        await world.Ask(coordinator, "POST", "/api/v1/members/suspensions", new { agency = "KEJAKSAAN", reason = "Perjanjian berakhir." });
        using (var out1 = await world.Send(prosecutor, "GET", "/api/v1/cases"))
            out1.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await world.Ask(coordinator, "POST", "/api/v1/members/readmissions", new { agency = "KEJAKSAAN", reason = "Perjanjian baru." });
        using var back = await world.Send(prosecutor, "GET", "/api/v1/cases");
        back.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_registered_unit_takes_officers_and_its_desk_has_a_deputy()
    {
        await Heads("f");
        var head = await world.Proved("kepala.f");
        var unit = await world.Ask(head, "POST", "/api/v1/members/units", new
        {
            agency = "POLRI", code = "POLSEK-UJI-F", name = "Polsek Uji", kind = "District", place = "21.71.05", parent = "POLRESTA-BARELANG", desks = Desks,
        });
        await world.Ask(head, "POST", $"/api/v1/members/units/{unit["id"]}/staff", new { desk = "SPKT", officers = Staff, deputies = Deputies });
        // Every Host learns of a new unit within seconds.
        await Until(async () =>
        {
            using var appointed = await world.Send(head, "POST", Officers, new { username = "satu.f", agency = "POLRI", unit = "POLSEK-UJI-F" });
            return appointed.IsSuccessStatusCode;
        });
        var units = (await world.Ask(head, "GET", "/api/v1/members/units")).AsArray();
        var desk = units.Single(one => one!["code"]!.ToString() == "POLSEK-UJI-F")!["desks"]![0]!;
        (desk["officers"]![0]!.ToString(), desk["deputies"]![0]!.ToString()).ShouldBe(("satu.f", "dua.f"));
        units.Single(one => one!["code"]!.ToString() == "POLDA-KEPRI")!["kind"]!.ToString().ShouldBe("Province");
    }

    [Fact]
    public async Task What_people_decide_about_members_cannot_be_sent_as_an_event()
    {
        await Heads("g");
        var head = await world.Proved("kepala.g");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/events");
        request.Headers.Authorization = new("Bearer", head);
        request.Content = new StringContent(
            """
            {"specversion":"1.0","id":"g1","source":"/polri/barelang","type":"id.satgas.officer_appointed",
             "data":{"username":"lewat.g","agency":"POLRI","unit":"POLRESTA-BARELANG"}}
            """,
            System.Text.Encoding.UTF8, "application/cloudevents+json");
        using var response = await world.Http.SendAsync(request, SessionFixture.Ct);
        (await response.Content.ReadAsStringAsync(SessionFixture.Ct)).ShouldContain("authority.not_allowed");
    }

    private async Task Heads(string name)
    {
        await world.Add($"kepala.{name}", role: OfficerRole.UnitHead);
        await world.Add($"wakil.{name}", unit: "POLDA-KEPRI", role: OfficerRole.UnitHead);
    }

    private async Task<string> Role(string token)
    {
        var me = await world.Ask(token, "GET", "/api/v1/members/me");
        return $"{me["role"]}/{me["clearance"]}";
    }

    private async Task<string> NewSecret(string head, string client, int overlapHours) =>
        (await world.Ask(head, "POST", $"/api/v1/members/clients/{client}/secret", new { overlapHours }))["secret"]!.ToString();

    private async Task<(HttpStatusCode Status, string? Token)> ClientToken(string clientId, string clientSecret, string? scope = null)
    {
        using var response = await world.Http.PostAsJsonAsync(
            "/api/v1/tokens", new { grantType = "client_credentials", clientId, clientSecret, scope }, SessionFixture.Ct);
        var body = await response.Content.ReadFromJsonAsync<System.Text.Json.Nodes.JsonNode>(SessionFixture.Ct);
        return (response.StatusCode, body!["accessToken"]?.ToString());
    }

    private async Task<HttpStatusCode> Accept(string username, string code, string password)
    {
        using var response = await world.Http.PostAsJsonAsync("/api/v1/invitations", new { username, code, password }, SessionFixture.Ct);
        return response.StatusCode;
    }

    private static async Task Until(Func<Task<bool>> isSo)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await isSo())
            await Task.Delay(100, limit.Token);
    }
}
