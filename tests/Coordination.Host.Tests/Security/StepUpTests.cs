using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Coordination.Host.Security.SecondFactor;
using Coordination.Host.Tests.Asvs;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Security;

/// <summary>What reveals, exports, destroys or breaks the glass asks for a recent second factor (OWASP ASVS 5.0, 7.5.3), by the Host's own list of routes.</summary>
public sealed class StepUpTests(SessionFixture world) : IClassFixture<SessionFixture>
{
    /// <summary>Words in a route by which it lets something out that a session alone must not.</summary>
    private static readonly string[] Exports = ["bundle", "export", "ekspor", "report", "laporan", "orang", "keputusan"];

    private static readonly string[] Acts = ["reveal", "approval"];

    /// <summary>Named like one, and lets nothing out; or asks by the level of what is in it.</summary>
    private static readonly string[] Others =
    [
        "POST /api/v1/privacy/retention/{id:guid}/approval", "PUT /api/v1/operations/{id:guid}/approval", "PUT /api/v1/watch-entries/{id:guid}/approval", "GET /api/v1/operations/{id:guid}/report",
    ];

    [Fact]
    public async Task Asvs_7_5_3_whatever_reveals_exports_or_breaks_the_glass_asks_for_a_second_factor()
    {
        await world.Add("tanpa.kedua", role: Domain.Kernel.OfficerRole.UnitHead);
        var token = await world.Token("tanpa.kedua");
        var asked = 0;
        foreach (var route in Routes.Of(world.Host).Where(Guarded))
        {
            route.Endpoint.Metadata.GetMetadata<StepUpRequiredAttribute>().ShouldNotBeNull(route.ToString());
            if (!route.IsApi)
                continue;
            using var refused = await world.Send(token, route.Method, route.PathOf(), route.Method == "GET" ? null : new JsonObject());
            refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden, route.ToString());
            (await refused.Content.ReadFromJsonAsync<JsonNode>(SessionFixture.Ct))!["code"]!.ToString().ShouldBe("step_up_required", route.ToString());
            asked++;
        }

        asked.ShouldBeGreaterThanOrEqualTo(5);
    }

    private static bool Guarded(Route route) =>
        !Others.Contains(route.ToString(), StringComparer.Ordinal)
        && (route.ToString() == "POST /api/v1/break-glass" || route.Pattern.Split('/').Any(Acts.Contains)
            || (route.Method == "GET" && route.Pattern.Split('/').Any(Exports.Contains)));
}
