using System.Text.Json;

namespace Coordination.Host.Http;

/// <summary>Where browsers tell of something that a page's content policy stopped (OWASP ASVS 5.0 3.4.7): counted by directive, nothing of it is kept.</summary>
internal static class PolicyReports
{
    public const string Path = "/laporan-csp";
    private const int MaxReport = 16 * 1024;

    private static readonly System.Diagnostics.Metrics.Counter<long> Stopped =
        Telemetry.HostMetrics.Meter.CreateCounter<long>("coordination.csp.violations", description: "What browsers refused to load or run on our pages.");

    // Anybody may send one, so that only what the policy can name becomes a tag.
    private static readonly HashSet<string> Directives = new(StringComparer.Ordinal)
    {
        "default-src", "script-src", "script-src-elem", "script-src-attr", "style-src", "style-src-elem", "style-src-attr", "img-src", "connect-src",
        "font-src", "frame-src", "base-uri", "frame-ancestors", "form-action",
    };

    public static void Map(WebApplication app) => app.MapPost(Path, Take).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();

    private static async Task<IResult> Take(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength is null or > MaxReport)
            return Problem.Of(HttpRefusals.BodyTooLarge);
        try
        {
            using var report = await JsonDocument.ParseAsync(request.Body, StrictJson.Document, ct);
            Stopped.Add(1, new KeyValuePair<string, object?>("directive", DirectiveOf(report.RootElement)));
            return TypedResults.NoContent();
        }
        catch (JsonException)
        {
            return Problem.Of(HttpRefusals.BadJson);
        }
    }

    private static string DirectiveOf(JsonElement root)
    {
        var known = root.ValueKind == JsonValueKind.Object
            && root.TryGetProperty("csp-report", out var report) && report.ValueKind == JsonValueKind.Object
            && report.TryGetProperty("effective-directive", out var directive) && directive.ValueKind == JsonValueKind.String
            ? Directives.FirstOrDefault(name => directive.ValueEquals(name))
            : null;
        return known ?? "other";
    }
}
