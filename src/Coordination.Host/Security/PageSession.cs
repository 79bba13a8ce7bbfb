using Coordination.Host.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Coordination.Host.Security;

/// <summary>
/// The cookie of a page session. It holds a token of <see cref="AccessTokens"/>, validated on every request, so that signing out, disabling an
/// account or taking a role away ends the session within two seconds.
/// </summary>
public sealed class PageSession : ICookieManager
{
    /// <summary><c>__Host-</c> binds the cookie to this host over TLS: no other host and no plain connection can set or read it.</summary>
    public const string BoundName = "__Host-coordination";

    /// <summary>Browsers refuse the bound name on plain HTTP, which only the demo uses, and only on the loopback address.</summary>
    public const string DemoName = "coordination";

    private readonly ChunkingCookieManager _inner = new();

    public static string CookieName(HttpRequest request) => IsBound(request) ? BoundName : DemoName;

    /// <summary>Behind a TLS proxy the request itself is plain; the cookie is bound all the same.</summary>
    public static bool IsBound(HttpRequest request) =>
        request.IsHttps || !request.HttpContext.RequestServices.GetRequiredService<HostSettings>().Demo;

    /// <summary>A sign-in makes a new session; one that the same browser still had is over.</summary>
    public static async Task Begin(HttpContext context, SignedIn signedIn, AccessToken token)
    {
        if (context.User.FindFirst(Principals.TokenClaim)?.Value is { } former)
            await context.RequestServices.GetRequiredService<AccessTokens>().Revoke(former, context.RequestAborted);
        await context.SignInAsync(
            CookieAuthenticationDefaults.AuthenticationScheme,
            Principals.Of(signedIn, CookieAuthenticationDefaults.AuthenticationScheme, token.Value));
    }

    /// <summary>Ends the session here and everywhere else the same cookie might be kept.</summary>
    public static async Task End(HttpContext context, AccessTokens tokens)
    {
        if (context.User.FindFirst(Principals.TokenClaim)?.Value is { } token)
            await tokens.Revoke(token, context.RequestAborted);
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        context.Response.Headers["Clear-Site-Data"] = "\"cache\", \"cookies\", \"storage\"";
    }

    public string? GetRequestCookie(HttpContext context, string key) => _inner.GetRequestCookie(context, CookieName(context.Request));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _inner.AppendResponseCookie(context, CookieName(context.Request), value, Bound(context, options));

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        _inner.DeleteCookie(context, CookieName(context.Request), Bound(context, options));

    internal static async Task Validate(CookieValidatePrincipalContext context)
    {
        var tokens = context.HttpContext.RequestServices.GetRequiredService<AccessTokens>();
        var token = context.Principal?.FindFirst(Principals.TokenClaim)?.Value;
        var signedIn = token is null ? null : await tokens.Validate(token, context.HttpContext.RequestAborted);
        if (signedIn is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            return;
        }
        context.ReplacePrincipal(Principals.Of(signedIn, CookieAuthenticationDefaults.AuthenticationScheme, token!));
    }

    internal static Task Answer(RedirectContext<CookieAuthenticationOptions> context, HttpRefusal refusal)
    {
        if (SecurityHeaders.IsApi(context.Request.Path))
            return Problem.Of(refusal).ExecuteAsync(context.HttpContext);
        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    private static CookieOptions Bound(HttpContext context, CookieOptions options)
    {
        options.Secure = IsBound(context.Request);
        return options;
    }
}
