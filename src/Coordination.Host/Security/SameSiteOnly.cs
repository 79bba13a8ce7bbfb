using Coordination.Host.Http;

namespace Coordination.Host.Security;

/// <summary>A command must come from our own pages: a cookie travels along with requests that others cause, and a form can be sent from anywhere.</summary>
internal static class SameSiteOnly
{
    public static IApplicationBuilder UseSameSiteOnly(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (IsForeign(context.Request))
            await Problem.Of(HttpRefusals.CrossSite).ExecuteAsync(context);
        else
            await next(context);
    });

    private static bool IsForeign(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            return false;
        return request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) ? IsForeignCommand(request) : IsForeignForm(request);
    }

    private static bool IsForeignCommand(HttpRequest request)
    {
        if (request.Headers.Authorization.Count > 0 || !request.Cookies.ContainsKey(PageSession.CookieName(request)))
            return false;
        return request.Headers.TryGetValue("Sec-Fetch-Site", out var site) ? site != "same-origin" : !IsOwn(request.Headers.Origin.ToString(), request);
    }

    // A browser that says nothing, or "null" because pages send no referrer, is left to the form's own token.
    private static bool IsForeignForm(HttpRequest request)
    {
        if (request.Headers.TryGetValue("Sec-Fetch-Site", out var site))
            return site != "same-origin" && site != "none";
        return request.Headers.Origin.ToString() is { Length: > 0 } origin && origin is not "null" && !IsOwn(origin, request);
    }

    private static bool IsOwn(string origin, HttpRequest request)
    {
        var scheme = PageSession.IsBound(request) ? Uri.UriSchemeHttps : request.Scheme;
        return string.Equals(origin, $"{scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
            || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
