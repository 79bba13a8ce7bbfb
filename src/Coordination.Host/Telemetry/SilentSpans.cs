using System.Diagnostics;

namespace Coordination.Host.Telemetry;

/// <summary>
/// What a caller wrote into an address, a header or a method stays out of the span of its request (OWASP ASVS 5.0 16.2.5): the framework notes them when a
/// collector is named, and they may be somebody's name. The route says enough.
/// </summary>
internal static class SilentSpans
{
    private static readonly string[] Written = ["url.path", "url.query", "user_agent.original", "http.request.method_original", "server.address"];

    public static IApplicationBuilder UseSilentSpans(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (Activity.Current is { } span)
        {
            foreach (var tag in Written)
                span.SetTag(tag, value: null);
        }
        return next(context);
    });
}
