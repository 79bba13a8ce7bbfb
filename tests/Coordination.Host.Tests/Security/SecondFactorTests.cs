using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Coordination.Host.Http;
using Coordination.Host.Security.SecondFactor;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Security;

/// <summary>The second factor of an agency's officers (OWASP ASVS 5.0: 6.5.1, 7.5.3).</summary>
public sealed class SecondFactorTests(SessionFixture world) : IClassFixture<SessionFixture>
{
    private const string Prove = "/api/v1/tokens/step-up";

    [Fact]
    public async Task Asvs_6_5_1_a_code_works_once_and_no_older_one_after_it()
    {
        await world.Add("sekali");
        var token = await world.Token("sekali");
        var (secret, _) = await world.Enrol(token);
        (await Answer(token, world.Code(secret))).ShouldBe("auth.wrong_code", "the code that enrolled it is used up");
        world.Jump(TimeSpan.FromSeconds(60));
        var step = Totp.StepOf(world.Clock.GetUtcNow());
        (await Answer(token, Totp.Code(secret, step))).ShouldBeNull();
        (await Answer(token, Totp.Code(secret, step))).ShouldBe("auth.wrong_code", "the same again");
        (await Answer(token, Totp.Code(secret, step - 1))).ShouldBe("auth.wrong_code", "an older one, still within the window");
        (await Answer(token, Totp.Code(secret, step + 1))).ShouldBeNull("the next one");
    }

    [Theory]
    [InlineData("maju", 3)]
    [InlineData("mundur", -90)]
    public async Task A_host_whose_clock_is_days_off_takes_no_code_of_now_and_uses_none_up(string name, int days)
    {
        await world.Add(name);
        var (secret, _) = await world.Enrol(await world.Token(name));
        world.Jump(TimeSpan.FromSeconds(60));
        var code = world.Code(secret);
        using var scope = world.Host.Services.CreateScope();
        var factors = scope.ServiceProvider.GetRequiredService<SecondFactors>();
        world.Jump(TimeSpan.FromDays(days));
        (await factors.Prove(name, code, SessionFixture.Ct)).ShouldBe(HttpRefusals.WrongCode);
        world.Jump(TimeSpan.FromDays(-days));
        (await factors.Prove(name, code, SessionFixture.Ct)).ShouldBeNull("by a right clock the same code is good");
    }

    [Fact]
    public async Task A_recovery_code_stands_in_for_the_authenticator_once()
    {
        await world.Add("pulih");
        var token = await world.Token("pulih");
        var (_, codes) = await world.Enrol(token);
        codes.Distinct().Count().ShouldBe(SecondFactors.RecoveryCodes);
        (await Answer(token, codes[0])).ShouldBeNull();
        (await Answer(token, codes[0])).ShouldBe("auth.wrong_code");
        (await Answer(token, codes[1])).ShouldBeNull();
    }

    [Fact]
    public async Task Wrong_codes_make_the_holder_wait()
    {
        await world.Add("salah");
        var token = await world.Token("salah");
        await world.Enrol(token);
        for (var i = 0; i < 5; i++)
            (await Answer(token, "000000")).ShouldBe("auth.wrong_code");
        (await Answer(token, "000000")).ShouldBe("auth.too_many_tries");
    }

    [Fact]
    public async Task Without_the_second_factor_nothing_of_level_R_is_written_or_read_and_with_it_both_are()
    {
        await world.Add("rahasia");
        var token = await world.Token("rahasia");
        var report = new
        {
            title = "Penampungan", summary = "Rumah di Nagoya", sourceGrade = "B", informationGrade = 2,
            envelope = new { marking = "R", audience = new[] { "originator" } },
        };
        using (var refused = await world.Send(token, "POST", "/api/v1/intelligence", report))
            (await CodeOf(refused)).ShouldBe("authority.above_clearance");
        await world.Enrol(token);
        using var filed = await world.Send(token, "POST", "/api/v1/intelligence", report);
        var body = (await filed.Content.ReadFromJsonAsync<JsonNode>(SessionFixture.Ct))!;
        filed.StatusCode.ShouldBe(HttpStatusCode.Created, body.ToJsonString());
        (await Read(token, body)).ShouldBe(HttpStatusCode.OK);
        (await Read(await world.Token("rahasia"), body)).ShouldBe(HttpStatusCode.NotFound, "a new session has not proved it");
    }

    [Fact]
    public async Task Asvs_7_5_3_what_needs_a_step_up_needs_one_of_the_last_five_minutes()
    {
        await world.Add("ulang");
        var token = await world.Token("ulang");
        var (secret, _) = await world.Enrol(token);
        world.Jump(StepUp.Fresh - TimeSpan.FromSeconds(30));
        using (var fresh = await world.Send(token, "POST", "/api/v1/tokens/second-factor"))
            fresh.StatusCode.ShouldBe(HttpStatusCode.OK);
        using (var proved = await world.Send(token, "POST", "/api/v1/tokens/second-factor"))
            secret = Totp.FromBase32((await proved.Content.ReadFromJsonAsync<JsonNode>(SessionFixture.Ct))!["secret"]!.ToString());
        using (var confirmed = await world.Send(token, "POST", "/api/v1/tokens/second-factor/confirmation", new { code = world.Code(secret) }))
            confirmed.StatusCode.ShouldBe(HttpStatusCode.OK);
        world.Jump(StepUp.Fresh + TimeSpan.FromSeconds(30));
        using (var stale = await world.Send(token, "POST", "/api/v1/tokens/second-factor"))
        {
            stale.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            (await CodeOf(stale)).ShouldBe("step_up_required");
        }
        (await Answer(token, world.Code(secret))).ShouldBeNull();
        using var again = await world.Send(token, "POST", "/api/v1/tokens/second-factor");
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_code_at_sign_in_is_proof_and_a_wrong_one_is_no_sign_in()
    {
        await world.Add("serentak");
        var (secret, _) = await world.Enrol(await world.Token("serentak"));
        world.Jump(TimeSpan.FromSeconds(60));
        using (var wrong = await world.AskToken("serentak", SessionFixture.Password, "000000"))
            wrong.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var token = await world.Token("serentak", world.Code(secret));
        using var fresh = await world.Send(token, "POST", "/api/v1/tokens/second-factor");
        fresh.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <returns>The code of the refusal; null when the answer was yes.</returns>
    private async Task<string?> Answer(string token, string code)
    {
        using var response = await world.Send(token, "POST", Prove, new { code });
        return response.IsSuccessStatusCode ? null : await CodeOf(response);
    }

    private async Task<HttpStatusCode> Read(string token, JsonNode written)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/intelligence/{written["id"]}");
        request.Headers.Authorization = new("Bearer", token);
        request.Headers.Add("X-After-Position", written["position"]!.ToString());
        using var response = await world.Http.SendAsync(request, SessionFixture.Ct);
        return response.StatusCode;
    }

    private static async Task<string> CodeOf(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonNode>(SessionFixture.Ct))!["code"]!.ToString();
}
