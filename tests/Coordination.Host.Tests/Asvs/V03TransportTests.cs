using Coordination.Host.Tests.Security;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Asvs;

/// <summary>OWASP ASVS 5.0 chapter 3 on a Host as agencies run it, behind a TLS proxy and without the demo.</summary>
public sealed class V03TransportTests(SessionFixture world) : IClassFixture<SessionFixture>
{
    [Theory]
    [InlineData("/masuk")]
    [InlineData("/meja")]
    [InlineData("/health/live")]
    [InlineData("/api/v1/cases")]
    public async Task Asvs_3_4_1_outside_the_demo_the_browser_is_told_to_come_by_TLS_only(string path)
    {
        using var response = await world.Http.GetAsync(path, SessionFixture.Ct);
        var told = response.Headers.GetValues("Strict-Transport-Security").ShouldHaveSingleItem();
        told.ShouldBe("max-age=31536000; includeSubDomains");
    }
}
