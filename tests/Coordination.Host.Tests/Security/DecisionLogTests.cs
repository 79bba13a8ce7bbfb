using Coordination.Domain.Kernel;
using Coordination.Domain.Members;
using Coordination.Host.Members;
using Coordination.Host.Security;
using Coordination.Host.Tests.Asvs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Security;

/// <summary>Who is signed in and is told no stands in the log of decisions, whatever says it (OWASP ASVS 5.0, 16.3.1 and 16.3.2).</summary>
public sealed class DecisionLogTests(SessionFixture world) : IClassFixture<SessionFixture>
{
    private const string Glass = "/api/v1/break-glass";

    [Fact]
    public async Task Asvs_16_3_2_a_scope_a_recent_factor_a_code_or_a_right_that_is_missing_is_logged()
    {
        using var heard = new Listening();
        world.Host.Services.GetRequiredService<ILoggerFactory>().AddProvider(heard);
        await world.Add("tanpa.hak");
        var (token, system) = (await world.Token("tanpa.hak"), await System("sistem.catat"));
        var wanted = new { @case = Guid.CreateVersion7(), reason = "Perlu." };
        (await world.Refusal(token, "POST", Glass, wanted)).ShouldBe("step_up_required");
        await world.Enrol(token);
        (await world.Refusal(token, "POST", "/api/v1/tokens/step-up", new { code = "000000" })).ShouldBe("auth.wrong_code");
        (await world.Refusal(token, "POST", Glass, wanted)).ShouldBe("break_glass.no_right");
        (await world.Refusal(system, "GET", "/api/v1/stream")).ShouldBe("auth.scope_missing");
        var denied = heard.Logs.Where(line => line.Contains("DecisionLog|Denied", StringComparison.Ordinal));
        denied.Select(line => line.Split('|')[1].TrimEnd('/')).ShouldBe(
        [
            $"Denied step_up_required: tanpa.hak POST {Glass}", "Denied auth.wrong_code: tanpa.hak",
            "Denied break_glass.no_right: tanpa.hak", "Denied auth.scope_missing: sistem.catat GET /api/v1/stream",
        ]);
    }

    private async Task<string> System(string username)
    {
        var account = new Account(username, "POLRI", "POLRESTA-BARELANG", OfficerRole.SystemClient, Level.R) { Scopes = [Scopes.Read] };
        await world.Shown(await world.Host.Services.GetRequiredService<MemberAdmin>().Establish(account, SessionFixture.Ct));
        var tokens = world.Host.Services.GetRequiredService<AccessTokens>();
        return (await tokens.Issue(account, SignIn.Api, SessionFixture.Ct, account.Scopes)).Value;
    }
}
