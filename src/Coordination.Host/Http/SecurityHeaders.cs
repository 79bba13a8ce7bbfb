using Coordination.Host.Security;

namespace Coordination.Host.Http;

/// <summary>Headers on every answer. A page loosens its own content policy and a file its own caching; everything else is never kept and never framed.</summary>
internal static class SecurityHeaders
{
    /// <summary>What an answer that is no page may load: nothing.</summary>
    public const string NoContent = "default-src 'none'; frame-ancestors 'none'";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        Apply(context);
        context.Response.OnStarting(NeverKeep, context.Response);
        return next(context);
    });

    /// <summary>Also for an answer that was begun and is replaced by another.</summary>
    public static void Apply(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.XFrameOptions = "DENY";
        headers.ContentSecurityPolicy = NoContent;
        // Behind a TLS proxy the request itself is plain; browsers ignore the header on a connection that really is.
        if (PageSession.IsBound(context.Request))
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
    }

    public static bool IsApi(PathString path) => path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase);

    /// <summary>At the end, because files say how long they stay, and a page with a form has said so already and in stronger words.</summary>
    private static Task NeverKeep(object response)
    {
        var headers = ((HttpResponse)response).Headers;
        if (headers.CacheControl.Count == 0)
            headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
