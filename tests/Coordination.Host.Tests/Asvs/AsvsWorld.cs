using System.Runtime.CompilerServices;
using Coordination.Host.Tests.Api;

namespace Coordination.Host.Tests.Asvs;

/// <summary>Who asks, in the tests that walk all routes.</summary>
internal static class AsvsWorld
{
    // Once for a token: a proof lasts five minutes, and a code works once.
    private static readonly ConditionalWeakTable<ApiFixture, Lazy<Task>> Proved = [];

    /// <summary>
    /// Of a person whom nobody spoke of nothing is told, not even what is wrong with a question about it; and who may not act at all is told so first.
    /// </summary>
    public static bool Hides(Route route) => route.Pattern.StartsWith("/api/v1/administrative-actions", StringComparison.Ordinal)
        || "victims protections".Split(' ').Any(things => route.Pattern.StartsWith($"/api/v1/{things}/{{id", StringComparison.Ordinal));

    /// <summary>Somebody whose role may call the route, so that what refuses is what is tested.</summary>
    public static string Reader(Route route) => route.Pattern.StartsWith("/api/v1/admin", StringComparison.Ordinal) ? "operator" : "koordinator";

    /// <summary>The second factor of the one who walks, proved now: otherwise the routes that demand it answer before they read.</summary>
    public static Task StepUp(ApiFixture api) => Proved.GetValue(api, static world => new Lazy<Task>(() => Prove(world))).Value;

    private static async Task Prove(ApiFixture api)
    {
        var code = (await api.Ask("koordinator", "GET", "/api/v1/demo/step-up-code"))["code"]!.ToString();
        await api.Ask("koordinator", "POST", "/api/v1/tokens/step-up", $$"""{"code":"{{code}}"}""");
    }
}
